import Population
import Settlement
import Testing

@testable import Analysis
@testable import Simulation

/// By how much a reform moves what the dearest people pay, paired: against single people, and against other seeds.
@Suite struct PaymentQuantilesTests {
  /// Of basic insurance, so that it moves enough people for quantiles of all.
  private static let reform = "reforms: [{name: less, set: {guizhou.insurance.basic.residentTier1.rate.level2: 60}}]"

  private static func difference(_ result: RunResult, _ p: Double) throws -> Estimate {
    let place = try #require(result.places.first)
    let tallies = try place.ownVariants.map { try #require(PaymentQuantiles($0.tally)) }
    return tallies[1].difference(p, from: tallies[0])
  }

  @Test func binsTellWhatSinglePeopleTell() async throws {
    let run = try SmallRun()
    let result = try await run.run(seed: 3, people: 6_000, replicates: 2, extra: Self.reform)
    let people = try await run.people(seed: 3, people: 6_000, replicates: 2, extra: Self.reform)
    for p in [0.9, 0.99] {
      let own = (0...1).map { number in
        people.filter { $0.variant == number }.map { Double($0.result.outOfPocket.fen) / 100 }.sorted()
      }
      let known = own.map { $0[Int(p * Double($0.count))] }
      let found = try Self.difference(result, p)
      // A bin is 5 % wide, and within it people count as spread evenly.
      #expect(abs(found.value - (known[1] - known[0])) < 0.02 * known[0], "\(p): \(found.value), \(known)")
      #expect((found.standardError ?? 0) > 0)
    }
  }

  /// The error is the spread over seeds, and far below that of both levels together.
  @Test func errorsAreThoseOfThePair() async throws {
    let run = try SmallRun(recognises: false)
    var (found, levels): ([Estimate], [Double]) = ([], [])
    for seed in 1...40 {
      let result = try await run.run(seed: seed, people: 6_000, replicates: 1, extra: Self.reform)
      found.append(try Self.difference(result, 0.9))
      let place = try #require(result.places.first)
      let reader = TallyReader(try #require(place.ownVariants.first).tally, scale: place.scale)
      levels.append(
        try #require(reader.outOfPocketQuantile(0.9, stage: Burden.stages.count - 1, group: 0)?.standardError))
    }
    let mean = found.reduce(0) { $0 + $1.value } / Double(found.count)
    let spread = (found.reduce(0) { $0 + ($1.value - mean) * ($1.value - mean) } / Double(found.count - 1)).squareRoot()
    let printed = (found.reduce(0) { $0 + ($1.standardError ?? 0) * ($1.standardError ?? 0) } / Double(found.count))
      .squareRoot()
    // The spread of forty is known to a ninth of itself.
    #expect((0.65...1.5).contains(printed / spread), "\(printed) and \(spread)")
    let joint = (2 * levels.reduce(0) { $0 + $1 * $1 } / Double(levels.count)).squareRoot()
    #expect(printed < 0.8 * joint, "\(printed) and \(joint)")
  }
}
