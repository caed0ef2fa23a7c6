import Rules

// What lies in the tables of a plan. Amounts are fen, rates basis points; indices are -1 for none.

extension Plan {
  /// One number and the flag that its use raises (-1 for none).
  struct Number: Sendable {
    var value: Int64
    var flag: Int8 = -1
  }

  /// What one class, or a group of it, gets from a benefit.
  struct Entry: Sendable {
    var deductible: Number
    var cap: Number
    /// By level 0 to 3.
    var rates: InlineArray<4, Number>
    /// Of `bands`; empty where the rate is by level.
    var bands = Part(0, at: 0)
    /// The highest rate, by which claims to one benefit are compared.
    var highestRate: Int64
  }

  struct Band: Sendable {
    var upTo: Int64
    var rate: Number
  }

  struct Modifier: Sendable {
    var when: Part
    /// Basis points taken off; the rate is multiplied by `times` afterwards.
    var minus: Int64
    var times: Int64
    var waivesDeductible: Bool
  }

  struct Group: Sendable {
    var classes: UInt32
    var when: Part
    var entry: Int16
  }

  struct BenefitPlan: Sendable {
    var when: Part
    var gateOver: Int64
    var gateOnRemainder: Bool
    var countsAboveGate: Bool
    var capOnBase: Bool
    var perStay: Bool
    var separateByKind: Bool
    var perBenefit: Bool
    /// Of `entryOfClass`, by rank: an index into `entries`, -1 where the class has no claim.
    var entries: Part
    /// Of `groups`.
    var groups: Part
    /// Of `poolsOfBenefits`.
    var pools: Part
    /// Of `modifiers`.
    var modifiers: Part
    /// Slot of its own accumulators in the ledger (the first of three where separate by kind).
    var slot: Int
  }

  struct PoolPlan: Sendable {
    var slot: Int
    var perStay: Bool
    var capOnBase: Bool
    /// Of `poolTerms`, by rank.
    var terms: Part
  }

  /// What a pool is for one class.
  struct PoolTerms: Sendable {
    var deductible: Int64
    var cap: Int64
  }

  struct RouteStep: Sendable {
    /// Of `candidates`: benefits.
    var candidates: Part
    var best: Bool
    var anomaly: Int8
  }

  struct TiltPlan: Sendable {
    /// Of `tiltConditions`: all of them must hold.
    var conditions: Part
    var anyEpisodeOfYear: Bool
    var measure: Tilt.Measure
    var perStay: Bool
    var slot: Int
    /// Benefits whose own limit it also uses up, as bits.
    var benefits: UInt64
    /// Of `tiltPools`: shared pools.
    var pools: Part
    var perBenefit: Bool
  }

  /// What tilted assistance is for one class.
  struct TiltTerms: Sendable {
    var hasClaim: Bool
    var threshold: Number
    var rate: Number
    var cap: Number
  }

  struct LookBackPlan: Sendable {
    var identities: UInt64
    var onlyForMedicalExpense: Bool
    var fromApplication: Bool
    /// Months, or 0 for the calendar year of recognition.
    var months: Int
  }

  /// A condition that raises a flag: an exclusion, or a remark.
  struct FlagPlan: Sendable {
    var when: Part
    var flag: Int8
  }

  /// A flag in words.
  public struct FlagText: Hashable, Sendable {
    /// The id, such as `GZ-12`.
    public var id: String
    /// Why it is said.
    public var kind: RuleBook.Flag.Kind
    /// What it says.
    public var text: Label
  }
}
