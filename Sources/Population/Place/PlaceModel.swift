import Input
import Money

/// The people of one place: what a place file says (`docs/place-file.md`).
public struct PlaceModel: Sendable, NamedTwice {
  /// The file it was read from, for messages.
  public var file: String
  /// The file as written, from which the manifest of a run takes its fingerprint.
  public var text: String
  /// The identifier: letters, digits, hyphens and underscores.
  public var id: String
  /// Identifier of the document whose rules are the place's own; no rule file need have it.
  public var jurisdiction: String
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
  /// Shares of ordinary admissions at hospitals of level 1, 2 and 3; nil for those of the illness file.
  public var hospitalLevels: [Double]?
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
  /// How much of what people are entitled to reaches them.
  public var takeUp: TakeUp
  /// Where each parameter comes from, in the order of the file.
  public var sources: [Provenance]
  /// What the file leaves out and a default fills.
  public var gaps: [PlaceGap]
  /// Parts of the place, which together are the whole of it; empty where the file names none.
  public var areas: [Area]
  /// Last year's account of assistance; nil where the file has none.
  public var account: AssistanceAccount?

  /// True for letters (a to z), digits, hyphens and underscores: what can stand in a path and a table's cell alike.
  public static func isIdentifier(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
  }

  /// How many households hold about so many people, rounded up to whole allotments, in which identities are exact.
  public func households(forPeople people: Int) -> UInt64 {
    let allotment = Double(Allotment.size)
    return UInt64((Double(max(people, 0)) / householdSizes.mean / allotment).rounded(.up) * allotment)
  }
}
