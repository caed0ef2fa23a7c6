import Simulation
import Testing

@testable import Analysis
@testable import Reports

/// A comparison shows what was asked for, and no empty tables of the rest.
@Suite struct ComparisonPartTests {
  private static let common = "## With one common insurance schedule, premium and price level"
  private static let own = "## Each jurisdiction with its own insurance"
  private static let clauses = "## Which clause makes the difference"

  private func page(_ parts: String) async throws -> (text: String, context: ReportContext) {
    let context = try await SmallContext.make(
      "sensitivityReplicates: 0\nplaces: [bazhong]\njurisdictions: [bazhong, kaizhou]\ncomparisonParts: [\(parts)]")
    let report = ComparisonReport(context: context, comparison: Comparison(context.result))
    return (report.markdown(figure: "figure.svg"), context)
  }

  @Test(arguments: ["own", "common", "own, common", "common, clauses", "own, common, clauses"])
  func sectionsAreThoseAskedFor(parts: String) async throws {
    let (text, _) = try await page(parts)
    #expect(text.contains(Self.own) == parts.contains("own"))
    #expect(text.contains("Own: each with its own insurance.") == parts.contains("own"))
    #expect(text.contains(Self.common) == parts.contains("common"))
    #expect(text.contains("Common: one stated insurance schedule") == parts.contains("common"))
    #expect(text.contains(Self.clauses) == parts.contains("clauses"))
    #expect(text.contains("would pay most") && !text.contains("| |"))
  }

  @Test func withoutTheCommonInsuranceAllSpeakOfTheOwn() async throws {
    let (text, context) = try await page("own")
    #expect(text.contains("## By identity, each with its own insurance: assistance"))
    #expect(text.contains("with each document's own insurance, so that"))
    #expect(!text.contains("common insurance"))
    let figure = FigureMaker(context: context).comparison(Comparison(context.result).rows)
    #expect(figure.contains("(own insurance)") && !figure.contains("NaN") && !figure.contains("nan"))
  }
}
