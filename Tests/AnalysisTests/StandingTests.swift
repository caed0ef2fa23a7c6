import Population
import Testing

@testable import Analysis
@testable import Simulation

@Suite struct StandingTests {
  private static func row(_ verdict: Standing.Verdict) -> Standing.Row {
    Standing.Row(
      place: "p", jurisdiction: "a", other: "b", of: "", alternative: "x",
      difference: Estimate(1, standardError: 0.1), verdict: verdict)
  }

  @Test func anOrderIsFirmOnlyWhereNothingTurnsOrBlursIt() {
    #expect(Standing.isFirm([Self.row(.first), Self.row(.first)]))
    #expect(!Standing.isFirm([Self.row(.first), Self.row(.undecided)]))
    #expect(!Standing.isFirm([Self.row(.undecided), Self.row(.undecided)]))
    #expect(Standing.turned([Self.row(.second), Self.row(.first), Self.row(.second)]).count == 1)
    #expect(Standing.turned([Self.row(.undecided), Self.row(.first)]).isEmpty)
  }

  /// A pair under one other choice is what two runs with that choice made for good say of it.
  @Test func aChoiceIsWhatARunWithItSays() async throws {
    let run = try SmallRun()
    func pairs(_ extra: String) async throws -> [Standing.Row] {
      let result = try await run.run(
        seed: 21, people: 6_000, replicates: 2, jurisdictions: "bazhong, kaizhou",
        extra: "comparison: true\ncomparisonParts: [common, own, standing]\n" + extra)
      #expect(Standing(result).pairs.count == 1)
      return try #require(Standing(result).pairs.first)
    }
    let before = try await pairs("")
    let read = try await pairs("readings: {BZ-20: C}")
    let known = try #require(read.first { $0.alternative == "asCompared" })
    let found = try #require(before.first { $0.alternative == "BZ-20 C" })
    #expect(found.of == "bazhong" && abs(found.difference.value - known.difference.value) < 1e-6)
    let base = try #require(before.first)
    #expect(abs(found.difference.value - base.difference.value) > 0.01)
    // Insurance moves both; each is there once for the pair, and both directions lie on both sides of none.
    let moves = Alternative.InsuranceMove.allCases.map(\.rawValue)
    for name in moves + ["ownInsurance", "strict"] {
      #expect(before.count { $0.alternative == name } == 1, "\(name)")
    }
    #expect(
      try await run.run(seed: 21, people: 600).places.allSatisfy { place in
        place.variants.allSatisfy { if case .standing = $0.variant.role { false } else { true } }
      })
  }
}
