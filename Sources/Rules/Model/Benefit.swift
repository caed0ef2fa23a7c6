/// A benefit (救助项目): when it applies and what it pays.
public struct Benefit: Hashable, Sendable {
  /// What the 30,000-yuan gate of the Chongqing documents measures.
  public enum Measure: String, CaseIterable, Sendable { case inPolicy, remainder }
  /// Whether the whole base counts or only its share above the gate.
  public enum Counted: String, CaseIterable, Sendable { case all, aboveGate }
  /// What the annual cap limits.
  public enum CapBase: String, CaseIterable, Sendable { case payout, base }
  /// How long deductible and cap accumulate.
  public enum Period: String, CaseIterable, Sendable { case year, stay }
  /// Whether the class decided for the person or the best class for this benefit is taken.
  public enum Selection: String, CaseIterable, Sendable { case `class`, perBenefit }

  /// Strictly more than `over` of `measure`.
  public struct Gate: Hashable, Sendable {
    /// What is measured.
    public var measure: Measure
    /// The amount that must be passed.
    public var over: Quantity
  }

  /// Part of a class with entries of its own.
  public struct Group: Hashable, Sendable {
    /// The key of its table entries.
    public var id: String
    /// The classes it is part of.
    public var classes: [String]
    /// Who belongs to it.
    public var when: Condition
  }

  /// A change of the rate under a condition.
  public struct Modifier: Hashable, Sendable {
    /// What it does to the rate.
    public enum Effect: Hashable, Sendable {
      case minusPoints(Quantity)
      case times(Quantity)
    }
    /// The key in the rule file.
    public var id: String
    /// What it is called in traces.
    public var name: Label
    /// When it acts.
    public var when: Condition
    /// What it does to the rate.
    public var effect: Effect
    /// Whether it also takes the deductible away.
    public var waivesDeductible: Bool
  }

  /// The key that results report.
  public var id: String
  /// The name in the document.
  public var name: Label
  /// Where the document says so.
  public var source: Source
  /// The care it is for.
  public var when: Condition
  /// An amount that must be passed; nil for none.
  public var gate: Gate?
  /// Whether all or only the share above the gate counts.
  public var counted: Counted
  /// Parts of classes with entries of their own.
  public var groups: [Group]
  /// Its own deductible and cap.
  public var limits: Limits
  /// By class or group; who is not named has no claim.
  public var rate: [String: RateEntry]
  /// One rate for all; nil where `rate` holds them.
  public var sameRate: RateEntry?
  /// Whether each kind of care has a deductible and cap of its own.
  public var separateByKind: Bool
  /// Shared limits that it uses up as well.
  public var pools: [String]
  /// How the class is chosen; nil for the file's way.
  public var selection: Selection?
  /// Changes of the rate in their order.
  public var modifiers: [Modifier]
}

/// Deductible (起付线) and cap (限额), and how they accumulate.
public struct Limits: Hashable, Sendable {
  /// What is left to the patient first.
  public var deductible: Table<Quantity>
  /// The most that is paid or counted.
  public var cap: Table<Quantity>
  /// Whether the cap limits the payment or the cost it counts.
  public var capOn: Benefit.CapBase
  /// How long both accumulate.
  public var per: Benefit.Period
}

/// Limits that several benefits share.
public struct Pool: Hashable, Sendable {
  /// The key in the rule file.
  public var id: String
  /// Deductible and cap.
  public var limits: Limits
}

/// One step of the search for an episode's benefit.
public struct Route: Hashable, Sendable {
  /// How one of several candidates is taken.
  public enum Choice: String, CaseIterable, Sendable { case first, best }
  /// Benefits in the order in which they are tried.
  public var candidates: [String]
  /// How one of them is taken.
  public var choice: Choice
  /// The flag raised where a later candidate would have paid more.
  public var anomaly: String?
}

/// Tilted assistance (倾斜救助).
public struct Tilt: Hashable, Sendable {
  /// Which episodes' burdens accumulate.
  public enum Qualifies: String, CaseIterable, Sendable { case eachEpisode, anyEpisodeOfYear }
  /// What is compared with the threshold.
  public enum Measure: String, CaseIterable, Sendable { case remainder, cutByCap, baseBeyondCap }
  /// The name in the document.
  public var name: Label
  /// Where the document says so.
  public var source: Source
  /// All must hold.
  public var conditions: [Condition]
  /// Which episodes' burdens accumulate.
  public var qualifies: Qualifies
  /// What is compared with the threshold.
  public var measure: Measure
  /// How long burdens accumulate; the cap is always a year's.
  public var per: Benefit.Period
  /// What must be passed, by class.
  public var threshold: Table<Quantity>
  /// The rate above it, by class.
  public var rate: Table<Quantity>
  /// The most that is paid a year, by class.
  public var cap: Table<Quantity>
  /// Benefits and pools whose limits it uses up as well.
  public var pools: [String]
  /// How the class is chosen.
  public var selection: Benefit.Selection
}
