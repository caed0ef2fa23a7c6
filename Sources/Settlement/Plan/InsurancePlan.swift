import Money
import Rules

/// Insurance layers in integers.
struct InsurancePlan: Sendable {
  /// Basic insurance of one kind of care at one level.
  struct BasicTerms: Sendable {
    /// Of the stay; nothing outside hospital.
    var deductible: Int64 = 0
    var rate: Int64 = 0
    /// A year's.
    var cap: Int64 = 0
    /// False where the type is not insured.
    var isInsured = false
    /// Whether transfers change the rate: employees have one stated schedule.
    var isModified = false
  }

  var requires = Part(0, at: 0)
  var modifiers = Part(0, at: 0)
  /// Facts outside this set rule every modifier out.
  var modifiedFacts: UInt64 = 0
  /// Types of insurance that critical-illness insurance covers, as facts.
  var criticalInsurance: UInt64 = 0
  var criticalDeductible: Int64 = 0
  /// Of `bands`.
  var criticalBands = Part(0, at: 0)
  var criticalCap = Plan.unlimited
  /// Identities with preference, as bits.
  var preferred: UInt64 = 0
  var preferredDeductible: Int64 = 0
  var preferredPoints: Int64 = 0
  /// The same bands with the points added.
  var preferredBands = Part(0, at: 0)
  var preferredCap = Plan.unlimited

  /// Where the basic terms of a type, kind of care and level lie.
  @inline(__always) static func index(type: Int, kind: Int, level: Int) -> Int { (type * 3 + kind) * 4 + level }
}

/// The premium subsidy in integers.
struct PremiumPlan: Sendable {
  struct Share: Sendable {
    var identity: UInt64
    var when: Part
    var share: Plan.Number
  }
  struct Other: Sendable {
    var insurance: UInt64
    var share: Plan.Number
    var anomaly: Int8
  }
  var isOpen = true
  var standard = Yuan.zero
  var standardFlag: Int8 = -1
  /// By insurance type; `Plan.unlimited` where it is not known.
  var due = InlineArray<4, Int64>(repeating: Plan.unlimited)
  var testedOnLevyEnd = false
  var levyEnd = Day.distantFuture
  var paidFrom = Day.distantPast
  var insurance: UInt64 = 0
  var othersAlso: UInt64 = 0
}
