/// Basic and critical-illness insurance of a place, used where an episode does not bring what they paid.
public struct InsuranceSchedule: Hashable, Sendable {
  /// Basic insurance of one kind of insured.
  public struct Basic: Hashable, Sendable {
    /// Of one stay, for levels 0 to 3.
    public var deductible: [Quantity]
    public var rate: [Quantity]
    public var cap: Quantity
    public var outpatientRate: [Quantity]
    public var outpatientCap: Quantity
  }

  /// Critical-illness insurance (大病保险).
  public struct CriticalIllness: Hashable, Sendable {
    public var insurance: [InsuranceType]
    public var deductible: Quantity
    public var bands: [RateEntry.Band]
    public var cap: Quantity
  }

  public var basic: [InsuranceType: Basic]
  /// Care that does not meet this is not insured.
  public var requires: Condition
  public var modifiers: [Benefit.Modifier]
  public var criticalIllness: CriticalIllness
  public var source: Source
}
