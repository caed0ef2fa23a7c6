import Input
import Rules
import Testing

@testable import Population

/// What no single line of an illness file is to blame for.
@Suite struct IllnessFileTests {
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
