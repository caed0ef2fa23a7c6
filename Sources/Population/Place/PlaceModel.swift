import Money

/// The people of one place: what a place file says (`docs/place-file.md`).
public struct PlaceModel: Sendable {
  /// The file it was read from, for messages.
  public var file: String
  /// The identifier; a jurisdiction's own place has the jurisdiction's.
  public var id: String
  /// English name.
  public var english: String
  /// Chinese name.
  public var chinese: String
  /// Residents.
  public var population: Int
  /// The share of residents who live in towns.
  public var urbanShare: Double
  /// Age and sex.
  public var pyramid: AgePyramid
  /// Members of households.
  public var householdSizes: HouseholdSizes
  /// Income per head.
  public var incomes: Incomes
  /// Minimum living allowance standard (低保标准), yuan a person and month.
  public var allowanceStandard: Yuan
  /// Income per head and year below which a household is poor in reports of impoverishment.
  public var povertyLine: Yuan
  /// Medical prices over the national ones of the illness file.
  public var priceLevel: Double
  /// Basic insurance.
  public var insurance: InsuranceMix
  /// Identities of whole households; a household holds at most one.
  public var householdIdentities: [IdentityShare]
  /// Identities of single people; a person holds at most one besides the household's.
  public var identities: [IdentityShare]
  /// Beginning and end within the year.
  public var changes: IdentityChanges
  /// Recognition as illness-impoverished.
  public var recognition: RecognitionHabits
  /// Where each parameter comes from, in the order of the file.
  public var sources: [Provenance]

  /// How many households hold about so many people, rounded up to whole allotments, in which identities are exact.
  public func households(forPeople people: Int) -> UInt64 {
    let allotment = Double(Allotment.size)
    return UInt64((Double(max(people, 0)) / householdSizes.mean / allotment).rounded(.up) * allotment)
  }
}
