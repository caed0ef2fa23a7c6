import Money
import Rules
import Settlement
import Simulation

/// Writes person-years as rows of `microdata.csv` (docs/reports.md).
public struct MicrodataTable: Sendable {
  /// The name of its file.
  public static let file = RunFiles.microdata

  /// The columns, always in this order.
  public static let columns = [
    "scenario", "schedule", "place", "jurisdiction", "year", "replicate", "household", "person", "weight", "age", "sex",
    "residence", "householdIncome", "incomeFifth", "identities", "insurance", "admissions",
    "outpatientEpisodes", "cost", "basic", "criticalIllness", "supplementary", "base", "assistance", "tilted",
    "premiumSubsidy", "outOfPocket", "recognised", "holdsRecognised",
  ]

  private let vocabulary: Vocabulary
  private let year: Int

  /// - Parameter vocabulary: the one that the identities of people drawn speak of.
  public init(vocabulary: Vocabulary, year: Int) {
    self.vocabulary = vocabulary
    self.year = year
  }

  /// The header with its line break.
  public static func header(byteOrderMark: Bool) -> String {
    (byteOrderMark ? CSVText.byteOrderMark : "") + CSVText.line(columns)
  }

  /// The rows of some records of a place.
  ///
  /// - Parameter variants: those that the records' indices speak of.
  public func rows(_ records: [PersonYearRecord], _ place: RunResult.PlaceResult, _ variants: [Variant]) -> String {
    // A household of a place stands for as many residents in every row.
    let weight = String(place.scale)
    return records.reduce(into: "") { $0 += row($1, place.place.id, variants[$1.variant], weight) }
  }

  private func row(_ record: PersonYearRecord, _ place: String, _ variant: Variant, _ weight: String) -> String {
    let person = record.person
    let result = record.result
    return CSVText.line([
      Self.scenario(variant), variant.role == .common ? "common" : "own", place, variant.jurisdiction, String(year),
      String(record.replicate),
      record.household.name(in: place), record.household.name(ofMember: record.member, in: place), weight,
      String(person.age), person.male ? Sex.male.id : Sex.female.id, person.urban ? "urban" : "rural",
      Yuan(fen: record.household.income).description, String(record.incomeFifth), identities(person.identitySet),
      InsuranceType.allCases[person.year.facts.value(Facts.insurance)].id, String(record.admissions),
      String(record.outpatientEpisodes), result.cost.description, result.basic.description,
      result.criticalIllness.description, result.supplementary.description, result.base.description,
      result.assistance.description, result.tilted.description, result.premiumSubsidy.description,
      result.outOfPocket.description, String(record.isRecognised),
      String(record.holdsRecognised),
    ])
  }

  private static func scenario(_ variant: Variant) -> String {
    if case .reform(let name) = variant.role { return name }
    return "baseline"
  }

  /// Identifiers parted by spaces, in the order of the vocabulary.
  private func identities(_ set: UInt64) -> String {
    vocabulary.identities.indices.filter { set & (1 << UInt64($0)) != 0 }.map { vocabulary.identities[$0].id }
      .joined(separator: " ")
  }
}
