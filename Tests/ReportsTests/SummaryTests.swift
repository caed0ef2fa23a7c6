import Simulation
import Testing

@testable import Analysis
@testable import Reports

/// The sentences with which reports open.
@Suite struct SummaryTests {
  /// The lines under the first heading.
  private func opening(_ markdown: String) -> [String] {
    let lines = markdown.split(separator: "\n").drop { $0 != "## What it says" }.dropFirst()
    return lines.prefix { $0.hasPrefix("- ") }.map(String.init)
  }

  @Test func onlyDocumentsWithAllNumbersAreRanked() async throws {
    let context = try await SmallContext.make(
      "sensitivityReplicates: 0\nplaces: [banan]\njurisdictions: [banan, bazhong, kaizhou, guizhou]")
    let lines = opening(
      ComparisonReport(context: context, comparison: Comparison(context.result)).markdown(figure: nil))
    let line = try #require(lines.first)
    #expect(lines.count == 1)
    let ranked = line.prefix(while: { $0 != ";" })
    #expect(ranked.contains("Bazhong City ") && ranked.contains("Kaizhou District, Chongqing "))
    #expect(!ranked.contains("Guizhou") && !ranked.contains("at least"))
    #expect(line.contains("; their own rules at least "))
    #expect(line.contains("; Guizhou Province at least "))
    #expect(line.contains(", and how much more is not known"))
    // Kaizhou's amounts rest on proxies.
    #expect(line.contains(" *"))
  }

  /// A lower bound above every amount that is known is more, whatever is missing.
  @Test func aLowerBoundAboveAllIsSaidToBeMore() async throws {
    let context = try await SmallContext.make(
      """
      sensitivityReplicates: 0
      places: [banan]
      jurisdictions: [banan, bazhong, kaizhou, guizhou]
      set:
        guizhou.benefits.pool.deductible: {I: 0, II: 0, III: 0, IV: 0}
        guizhou.benefits.pool.rate: {I: 100, II: 100, III: 100, IV: 100}
      """)
    let lines = opening(
      ComparisonReport(context: context, comparison: Comparison(context.result)).markdown(figure: nil))
    #expect(try #require(lines.first).hasSuffix("more than any of these."))
  }

  @Test func fewDocumentsAreNotRankedAtAll() async throws {
    let context = try await SmallContext.make(
      "sensitivityReplicates: 0\nplaces: [banan]\njurisdictions: [banan, guizhou]")
    let lines = opening(
      ComparisonReport(context: context, comparison: Comparison(context.result)).markdown(figure: nil))
    #expect(
      try #require(lines.first).contains(
        "cannot be ranked against each other: Banan District, Chongqing, their own (at least "))
  }

  @Test func anAppropriationIsSetAgainstTheMean() async throws {
    let context = try await SmallContext.make(
      "sensitivityReplicates: 2\nplaces: [guizhou]\nbudget: {place: guizhou, amount: 9000000000}")
    let lines = opening(FundReport(context: context, exposure: FundExposure(context.result)).markdown(figure: nil))
    #expect(lines.count == 3)
    #expect(
      lines[0].contains("the appropriation of 9,000.0 million yuan lies ")
        && lines[0].contains(" above the mean as assumed of "))
    #expect(lines[0].contains("a year passes it with probability 0.0 % (95 % interval from 0.0 % to "))
    #expect(
      lines[1].hasPrefix(
        "- No probability here is a certainty, 0 and 100 % included: it rests on laws of what is uncertain"))
    #expect(
      lines[1].contains("assumptions that are moved one by one below, none would take the mean to the other side"))
    #expect(lines[2].contains("Guizhou Province: at least "))
  }

  @Test func openingsHaveAtMostFiveLines() async throws {
    let context = try await SmallContext.make(
      """
      sensitivityReplicates: 0
      places: [bazhong, banan, dianjiang, kaizhou, guizhou]
      comparison: true
      budget: {place: guizhou, amount: 1}
      """)
    for text in [
      FundReport(context: context, exposure: FundExposure(context.result)).markdown(figure: nil),
      BurdenReport(context: context, burden: Burden(context.result)).markdown(figure: nil),
      ComparisonReport(context: context, comparison: Comparison(context.result)).markdown(figure: nil),
    ] {
      #expect(opening(text).count == 5)
    }
  }
}
