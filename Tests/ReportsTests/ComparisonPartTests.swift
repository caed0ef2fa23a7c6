import Simulation
import Testing

@testable import Analysis
@testable import Reports

/// A comparison shows what was asked for, and no empty tables of the rest.
@Suite struct ComparisonPartTests {
  private static let common = "## With one common insurance schedule, premium and price level"
  private static let own = "## Each jurisdiction with its own insurance"
  private static let clauses = "## Which clause makes the difference"

  private func context(_ parts: String) async throws -> ReportContext {
    try await SmallContext.make(
      "sensitivityReplicates: 0\nplaces: [bazhong]\njurisdictions: [bazhong, kaizhou]\ncomparisonParts: [\(parts)]")
  }

  private func page(_ context: ReportContext) -> String {
    ComparisonReport(context: context, comparison: Comparison(context.result)).markdown(figure: "figure.svg")
  }

  @Test(arguments: ["own", "common", "own, common", "common, clauses", "own, common, clauses"])
  func sectionsAreThoseAskedFor(parts: String) async throws {
    let text = page(try await context(parts))
    #expect(text.contains(Self.own) == parts.contains("own"))
    #expect(text.contains("Own: each with its own insurance.") == parts.contains("own"))
    #expect(text.contains(Self.common) == parts.contains("common"))
    #expect(text.contains("Common: one stated insurance schedule") == parts.contains("common"))
    #expect(text.contains(Self.clauses) == parts.contains("clauses"))
    #expect(text.contains("would pay most") && !text.contains("| |"))
  }

  @Test func withoutTheCommonInsuranceAllSpeakOfTheOwn() async throws {
    let context = try await context("own")
    let text = page(context)
    #expect(text.contains("## By identity, each with its own insurance: assistance"))
    #expect(text.contains("with each document's own insurance, so that"))
    #expect(!text.contains("common insurance"))
    let figure = FigureMaker(context: context).comparison(Comparison(context.result).rows)
    #expect(figure.contains("(own insurance)") && !figure.contains("NaN") && !figure.contains("nan"))
  }
}
