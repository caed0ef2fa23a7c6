/// Subsidy of the personal contribution to insurance (资助参保).
public struct PremiumRule: Hashable, Sendable {
  /// The day on which identity and age are tested where the day of payment is not known.
  public enum Tested: String, CaseIterable, Sendable { case payment, levyEnd }

  /// The share of an identity.
  public struct Share: Hashable, Sendable {
    public var identity: UInt8
    public var when: Condition
    public var share: Quantity
  }

  /// The share for another kind of insurance, for whoever has a share above 0 of the first.
  public struct Other: Hashable, Sendable {
    public var insurance: InsuranceType
    public var share: Quantity
    /// Raised where the own share is lower.
    public var anomaly: String?
  }

  public var name: Label
  public var source: Source
  public var standard: String
  /// What a person has to pay, by insurance; the subsidy never exceeds it.
  public var due: [InsuranceType: String]
  public var tested: Tested
  public var insurance: [InsuranceType]
  public var shares: [Share]
  public var others: [Other]
  public var othersAlso: UInt64
}

/// Better critical-illness insurance for some identities (大病保险倾斜).
public struct Preference: Hashable, Sendable {
  public var identities: UInt64
  public var deductibleShare: Quantity
  public var ratePoints: Quantity
  public var cap: Quantity
  public var source: Source
}
