import Input
import Rules
import Testing

@testable import Population

/// The shipped illness file with one change, and what is said about it; lines are those of the changed text.
@Suite struct BrokenIllnessTests {
  @Test(arguments: [
    (
      "    value: 1.75", "    value: often",
      "LINE: admissions.poorTimes.value: a number from 0.01 to 100 is expected here, not \"often\""
    ),
    (
      "    value: [0.200, 0.324, 0.476]", "    value: [0.200, 0.324, 0.4]",
      "LINE: hospitals.levels.value: the shares add up to 0.924, not to 1"
    ),
    (
      "    from: [0, 15, 45, 60, 75] ", "    from: [5, 15, 45, 60, 75] ",
      "LINE: reference.ages.from: the age groups begin with 0 and rise"
    ),
    (
      "    value: [0.75, 0.70, 1.06, 1.85, 2.28]", "    value: [0.75, 0.70, 1.06]",
      "LINE: admissions.relative.value: a list of 5 numbers is expected here, not one of 3"
    ),
    (
      "    lungCancer:", "    lungcancer:",
      "LINE: special.diseases.lungcancer: there is no such disease (did you mean lungCancer?)"
    ),
    (
      "      treatment: dialysis", "      treatment: dialyse",
      "LINE: special.diseases.endStageRenalDisease.treatment: \"dialyse\" is not a treatment (did you mean dialysis?)"
    ),
    (
      "  concentration: 30", "  concentration: 0",
      "LINE: split.concentration: a number from 0.5 to 10000 is expected here, not \"0\""
    ),
  ])
  func aBrokenModelIsRefused(_ from: String, _ to: String, _ expected: String) throws {
    let text = try #require(Embedded.text("model/illness.yaml"))
    let before = try #require(text.split(separator: from, maxSplits: 1, omittingEmptySubsequences: false).first)
    try #require(before.count < text.count)
    let line = before.count { $0 == "\n" } + 1
    let words = try Vocabulary.shared()
    let refusal = #expect(throws: Refusal.self) {
      try IllnessModel.read(text.replacing(from, with: to, maxReplacements: 1), file: "x.yaml", vocabulary: words)
    }
    #expect(refusal?.description == "error: " + expected.replacing("LINE", with: "x.yaml:\(line)"))
  }

  @Test func targetsBelowTheListedDiseasesAreRefused() throws {
    let text = try #require(Embedded.text("model/illness.yaml"))
    let words = try Vocabulary.shared()
    let refusal = #expect(throws: Refusal.self) {
      try IllnessModel.read(text.replacing("value: 0.2069", with: "value: 0.01"), file: "x.yaml", vocabulary: words)
    }
    #expect(
      refusal?.description
        == "error: x.yaml:1: admissions: the listed diseases alone give 0.015963 a person and year and "
        + "211.830083 yuan, the targets are 0.01 and 76.74 (raise the targets or lower special.diseases)")
  }

  @Test func everyFigureSaysWhereItComesFrom() throws {
    let model = try Shipped().illness
    #expect(model.diseases.count == 29)
    #expect(model.sources.count > 50)
    #expect(model.sources.allSatisfy { $0.source != nil || $0.isAssumption })
    #expect(model.sources.contains { $0.key == "admissions.cost" && $0.confidence == .high && !$0.isAssumption })
  }
}
