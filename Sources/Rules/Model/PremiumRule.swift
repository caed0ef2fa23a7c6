/// Subsidy of the personal contribution to insurance (资助参保).
public struct PremiumRule: Hashable, Sendable {
  /// The day on which identity and age are tested where the day of payment is not known.
  public enum Tested: String, CaseIterable, Sendable { case payment, levyEnd }

  /// The share of an identity.
  public struct Share: Hashable, Sendable {
    /// Who has it.
    public var identity: UInt8
    /// On which condition, tested on the day of payment.
    public var when: Condition
    /// The share of the standard.
    public var share: Quantity
  }

  /// The share for another kind of insurance, for whoever has a share above 0 of the first.
  public struct Other: Hashable, Sendable {
    /// The insurance it is for.
    public var insurance: InsuranceType
    /// The share of the standard.
    public var share: Quantity
    /// Raised where the own share is lower.
    public var anomaly: String?
  }

  /// The name in the document.
  public var name: Label
  /// Where the document says so.
  public var source: Source
  /// The parameter of which shares are taken.
  public var standard: String
  /// What a person has to pay, by insurance; the subsidy never exceeds it.
  public var due: [InsuranceType: String]
  /// The day on which identity and age are tested.
  public var tested: Tested
  /// Types of insurance with shares of their own.
  public var insurance: [InsuranceType]
  /// By identity; the highest that holds is taken.
  public var shares: [Share]
  /// Shares for other types of insurance.
  public var others: [Other]
  /// Identities that have the share for another insurance without one of their own, as bits.
  public var othersAlso: UInt64
}

/// Better critical-illness insurance for some identities (大病保险倾斜).
public struct Preference: Hashable, Sendable {
  /// Who has it, as bits.
  public var identities: UInt64
  /// What is left of the deductible.
  public var deductibleShare: Quantity
  /// Added to every rate, in percentage points.
  public var ratePoints: Quantity
  /// The ceiling in place of the ordinary one.
  public var cap: Quantity
  /// Where the document says so.
  public var source: Source
}
