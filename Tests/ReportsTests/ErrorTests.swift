import Foundation
import Simulation
import Testing

@testable import Analysis
@testable import Reports

/// Every printed figure has its standard error, or says why not.
@Suite struct ErrorTests {
  private let context: ReportContext

  init() async throws {
    context = try await SmallContext.make(
      """
      sensitivityReplicates: 2
      places: [guizhou]
      jurisdictions: [guizhou, kaizhou]
      reforms:
        - {name: more, set: {guizhou.benefits.pool.rate.II: 90}}
      """)
  }

  /// Cells of tables that hold a number without an error.
  private func bare(_ markdown: String) -> [String] {
    // Rows with a path show rules, which are exact.
    let lines = markdown.split(separator: "\n").filter { $0.hasPrefix("|") && !$0.contains("| `") }
    let cells = lines.flatMap { line in
      line.split(separator: "|").dropFirst().map { $0.trimmingCharacters(in: .whitespaces) }
    }
    return cells.filter { cell in
      // Articles are numbered in Chinese.
      (cell.first.map { $0.isASCII && $0.isNumber || $0 == "-" } ?? false)
        && cell.contains { $0.isASCII && $0.isNumber }
        && !["±", "few drawn", "%, points"].contains { cell.contains($0) } && cell != "25 %"
    }
  }

  @Test func tablesHaveNoBareNumbers() throws {
    let result = context.result
    let exposure = FundExposure(result)
    let perTime = try #require(exposure.rows.first { $0.measure == "perPersonTime" && $0.people == "all" })
    #expect(try #require(perTime.estimate.standardError) > 0)
    let pages = [
      FundReport(context: context, exposure: exposure).markdown(figure: nil),
      BurdenReport(context: context, burden: Burden(result)).markdown(figure: nil),
      ImpactReport(context: context, rows: PolicyImpact(result).rows).markdown(figure: nil),
      ComparisonReport(context: context, comparison: Comparison(result)).markdown(figure: nil),
    ]
    // Residents of areas are counted by the census, not estimated.
    let counted = Set(
      result.places.flatMap { place in
        place.place.areas.flatMap { area in
          let share = Double(area.population) / Double(place.place.population)
          return [Wording.number(Double(area.population)), Wording(.english).percent(share)]
        }
      })
    // What is worked out by formula is no estimate, and a difference in standard errors has none of its own.
    let rules = try ControlRules(vocabulary: result.library.vocabulary, year: result.scenario.year)
    let exact = Set(
      result.places.compactMap { SecondOpinion($0, result, rules) }.flatMap(\.lines).flatMap { line in
        [Wording.number(line.expected / 1_000, decimals: 1)]
          + (line.distance.map { [Wording.number($0, decimals: 2)] } ?? [])
      })
    #expect(!exact.isEmpty)
    for page in pages { #expect(bare(page).filter { !counted.contains($0) && !exact.contains($0) } == []) }
    #expect(pages[0].contains(" million of it is premium subsidy") && !pages[0].contains("% of it is"))
  }
}
