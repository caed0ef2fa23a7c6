/// Basic and critical-illness insurance of a place, used where an episode does not bring what they paid.
public struct InsuranceSchedule: Hashable, Sendable {
  /// Basic insurance of one kind of insured.
  public struct Basic: Hashable, Sendable {
    /// Of one stay, for levels 0 to 3.
    public var deductible: [Quantity]
    /// Of one stay, for levels 0 to 3.
    public var rate: [Quantity]
    /// A year's ceiling.
    public var cap: Quantity
    /// Of ordinary outpatient care, for levels 0 to 3.
    public var outpatientRate: [Quantity]
    /// A year's ceiling of ordinary outpatient care.
    public var outpatientCap: Quantity
  }

  /// Critical-illness insurance (大病保险).
  public struct CriticalIllness: Hashable, Sendable {
    /// Types of insurance that have it.
    public var insurance: [InsuranceType]
    /// Of a year's burden.
    public var deductible: Quantity
    /// By burden above the deductible.
    public var bands: [RateEntry.Band]
    /// A year's ceiling.
    public var cap: Quantity
  }

  /// By type of insurance.
  public var basic: [InsuranceType: Basic]
  /// Care that does not meet this is not insured.
  public var requires: Condition
  /// Changes of the rates of basic insurance, in their order.
  public var modifiers: [Benefit.Modifier]
  /// Critical-illness insurance.
  public var criticalIllness: CriticalIllness
  /// Where it comes from.
  public var source: Source
}
