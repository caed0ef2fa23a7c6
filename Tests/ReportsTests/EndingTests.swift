import Simulation
import Testing

@testable import Analysis
@testable import Reports

/// Every report ends with what is assumed, the money it touches, and how far that moves its figures.
@Suite struct EndingTests {
  private func all(_ context: ReportContext) -> [String: String] {
    [
      "fund": FundReport(context: context, exposure: FundExposure(context.result)).markdown(figure: nil),
      "burden": BurdenReport(context: context, burden: Burden(context.result)).markdown(figure: nil),
      "comparison": ComparisonReport(context: context, comparison: Comparison(context.result)).markdown(figure: nil),
      "impact": ImpactReport(context: context, rows: PolicyImpact(context.result).rows).markdown(figure: nil),
    ]
  }

  @Test func everyReportNamesAssumptionsAndHowFarTheyMoveIt() async throws {
    let context = try await SmallContext.make(
      """
      sensitivityReplicates: 2
      places: [bazhong]
      jurisdictions: [bazhong, guizhou]
      comparison: true
      reforms: [{name: more, title: More for recipients, set: {bazhong.benefits.pool.rate.minimumLivingAllowance: 90}}]
      """)
    for (name, text) in all(context) {
      #expect(text.contains("## What is assumed, and the money it touches"), "\(name)")
      #expect(text.contains("- insurance: assumption"), "\(name)")
      for words in ["household incomes 10 % lower", "20 % higher", "monitoring line in the rules"] {
        #expect(text.contains(words), "\(name): \(words)")
      }
    }
    #expect(try #require(all(context)["burden"]).contains("catastrophic 10 % before"))
    let reform = try #require(context.result.places[0].sensitivities.first?.reforms.first)
    #expect(reform.name == "more")
    #expect(ReformEffect(context.result.places[0].sensitivities[0], reform, scale: 1).before.value > 0)
  }

  @Test func whatTouchesNobodyDrawnIsNamedToo() async throws {
    let context = try await SmallContext.make("sensitivityReplicates: 0\nplaces: [guizhou]")
    let lines = context.assumptions(context.result.places[0]).map(\.text)
    // The warning line of this document has no number and no payment rests on it.
    #expect(lines.contains { $0.hasPrefix("unquantified GZ-W") && $0.hasSuffix("0 yuan.") })
    #expect(lines.contains { $0.hasPrefix("unquantified GZ-12") })
    #expect(context.result.places[0].sensitivities.isEmpty)
  }

  @Test func meansStandBeforeEachLayerForEveryGroup() async throws {
    let context = try await SmallContext.make("sensitivityReplicates: 0\nplaces: [bazhong]")
    let burden = Burden(context.result)
    let all = burden.rows.filter {
      $0.dimension == "all" && $0.measure.hasPrefix("outOfPocket.") && $0.statistic == "mean"
    }
    #expect(all.map(\.measure) == Burden.stages.map { "outOfPocket.\($0.name)" })
    #expect(all.map(\.estimate.value) == all.map(\.estimate.value).sorted(by: >))
    let text = BurdenReport(context: context, burden: burden).markdown(figure: nil)
    #expect(text.contains("| group | all cost | after basic | after all insurance | after assistance |"))
    // The line of this document is a number: how many pass it stands beside their share.
    let warned = try #require(text.split(separator: "\n").first { $0.hasPrefix("| over the warning line") })
    #expect(warned.contains("%") && !warned.contains("not quantified"))
  }

  @Test func aDocumentWithoutAWarningLineIsNotPrintedAsZero() async throws {
    let context = try await SmallContext.make("sensitivityReplicates: 0\nplaces: [guizhou]")
    let text = BurdenReport(context: context, burden: Burden(context.result)).markdown(figure: nil)
    #expect(text.contains("| over the warning line 预警 | not quantified | not quantified |"))
  }
}
