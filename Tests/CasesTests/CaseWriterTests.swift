import Input
import Money
import Rules
import Settlement
import Testing

@testable import Cases

/// What is written as a case is read back as it was, also where the simulation never draws it.
@Suite struct CaseWriterTests {
  private let vocabulary: Vocabulary
  init() throws { vocabulary = try Vocabulary.shared() }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func roundTrip(
    _ person: PersonYear, _ identities: [HeldIdentity], _ episodes: [Episode]
  ) throws -> CaseBody {
    let writer = CaseWriter(vocabulary: vocabulary, jurisdictions: ["guizhou", "banan"], year: 2023)
    let line = writer.line(id: "a \"b\"\n贵", sex: .female, person, identities[...], episodes[...])
    #expect(!line.contains("\n"))
    let findings = Findings()
    let fields = Fields(try JSONReader.read(line, file: "case"), "", findings)
    let header = CaseHeaderReader(library: try RuleLibrary(), findings: findings).read(fields)
    #expect(header.jurisdictions == ["guizhou", "banan"] && header.year == 2023)
    let body = CaseBodyReader(vocabulary: vocabulary, knownElsewhere: [], findings: findings, year: 2023).read(fields)
    fields.refuseUnknown()
    try findings.refuseIfAny()
    return body
  }

  @Test func everyKeyOfAPersonIsKept() throws {
    let hardship = try #require(vocabulary.identity("governmentDesignatedHardship"))
    let disabled = try #require(vocabulary.identity("severelyDisabled"))
    let person = PersonYear(
      birth: try day("2022-12-31"),
      facts: Facts(insurance: .none, enrolledAfterIllness: true, needsMaintenance: true),
      premiumPaid: try day("2022-11-30"), designatedAs: disabled)
    let identities = [
      HeldIdentity(hardship),
      HeldIdentity(disabled, from: try day("2023-02-03"), applied: try day("2022-12-01"), medicalExpense: true),
      HeldIdentity(disabled, to: try day("2023-01-01")),
      HeldIdentity(disabled, from: try day("2023-05-01"), to: try day("2024-02-29")),
    ]
    let body = try roundTrip(person, identities, [])
    #expect(body.personID == "a \"b\"\n贵")
    #expect(body.person == person)
    #expect(body.identities == identities)
  }

  @Test func everyKeyOfAnEpisodeIsKept() throws {
    let disease = try #require(vocabulary.disease("endStageRenalDisease"))
    let cost = CostParts(
      inPolicy: Yuan(fen: 10_001), upfrontB: Yuan(fen: 5), overLimit: Yuan(fen: 70), outOfCatalogue: Yuan(fen: 1))
    var episodes = [
      Episode(
        day: try day("2023-03-02"),
        facts: Facts(
          kind: .inpatient, level: 0, designated: false, emergency: true, location: .outside, referral: .missingOther,
          treatment: .dialysis, manualClaim: true), disease: disease, cost: cost,
        given: GivenPayments(basic: Yuan(fen: 10), criticalIllness: Yuan(fen: 20), supplementary: Yuan(fen: 30)),
        claimDay: try day("2024-01-02"))
    ]
    for kind in CareKind.allCases {
      for chronicClass in kind == .chronicOutpatient ? 1...2 : 2...2 {
        episodes.append(
          Episode(
            day: try day("2023-03-02"), facts: Facts(kind: kind, level: 3, chronicClass: chronicClass), cost: cost))
      }
    }
    let person = PersonYear(birth: try day("1950-01-01"), facts: Facts(insurance: .employee))
    #expect(try roundTrip(person, [], episodes).episodes == episodes)
  }
}
