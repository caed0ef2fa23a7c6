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
    public var measure: Measure
    public var over: Quantity
  }

  /// Part of a class with entries of its own.
  public struct Group: Hashable, Sendable {
    public var id: String
    public var classes: [String]
    public var when: Condition
  }

  /// A change of the rate under a condition.
  public struct Modifier: Hashable, Sendable {
    /// What it does to the rate.
    public enum Effect: Hashable, Sendable {
      case minusPoints(Quantity)
      case times(Quantity)
    }
    public var id: String
    public var name: Label
    public var when: Condition
    public var effect: Effect
    public var waivesDeductible: Bool
  }

  public var id: String
  public var name: Label
  public var source: Source
  public var when: Condition
  public var gate: Gate?
  public var counted: Counted
  public var groups: [Group]
  public var limits: Limits
  public var rate: [String: RateEntry]
  public var sameRate: RateEntry?
  public var separateByKind: Bool
  public var pools: [String]
  public var selection: Selection?
  public var modifiers: [Modifier]
}

/// Deductible (起付线) and cap (限额), and how they accumulate.
public struct Limits: Hashable, Sendable {
  public var deductible: Table<Quantity>
  public var cap: Table<Quantity>
  public var capOn: Benefit.CapBase
  public var per: Benefit.Period
}

/// Limits that several benefits share.
public struct Pool: Hashable, Sendable {
  public var id: String
  public var limits: Limits
}

/// One step of the search for an episode's benefit.
public struct Route: Hashable, Sendable {
  /// How one of several candidates is taken.
  public enum Choice: String, CaseIterable, Sendable { case first, best }
  public var candidates: [String]
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
  public var name: Label
  public var source: Source
  public var conditions: [Condition]
  public var qualifies: Qualifies
  public var measure: Measure
  public var per: Benefit.Period
  public var threshold: Table<Quantity>
  public var rate: Table<Quantity>
  public var cap: Table<Quantity>
  public var pools: [String]
  public var selection: Benefit.Selection
}
