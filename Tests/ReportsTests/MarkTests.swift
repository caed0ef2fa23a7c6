import Simulation
import Testing

@testable import Analysis
@testable import Reports

/// Banan's document leaves some groups without a number: figures that should contain them are lower bounds.
@Suite struct MarkTests {
  private let context: ReportContext

  init() async throws {
    context = try await SmallContext.make(
      "sensitivityReplicates: 0\nplaces: [banan]\njurisdictions: [banan, bazhong]\ncomparison: true")
  }

  @Test func lowerBoundsAreMarkedWhereABenefitHasNoNumber() throws {
    let exposure = FundExposure(context.result)
    let fund = FundReport(context: context, exposure: exposure).markdown(figure: nil).split(separator: "\n")
    let total = try #require(fund.first { $0.hasPrefix("| **total**") })
    #expect(total.contains(" † |") && total.hasSuffix("| unquantified |"))
    let orphans = try #require(fund.first { $0.hasPrefix("| orphans") })
    #expect(orphans.contains("| not quantified |"))

    let comparison = ComparisonReport(context: context, comparison: Comparison(context.result))
    let row = try #require(
      comparison.markdown(figure: nil).split(separator: "\n").first { $0.hasPrefix("| Banan District") })
    let cells = row.split(separator: "|").dropFirst().map(String.init)
    // The first column is Banan's own rules, the second Bazhong's, which lack no number.
    #expect(cells[0].contains("†") && !cells[1].contains("†"))
  }

  @Test func whoAppliesIsNamedAmongTheAssumptions() {
    let place = context.result.places[0]
    let lines = context.assumptions(place).map(\.text).filter { $0.hasPrefix("recognition") }
    #expect(lines.count == 1)
    #expect(
      lines.allSatisfy {
        $0.contains("60 % of the households that meet the test apply, 80 % of those on the document's warning list")
          && $0.contains("some from before it") && $0.contains("is for their care of the year before")
      })
  }
}
