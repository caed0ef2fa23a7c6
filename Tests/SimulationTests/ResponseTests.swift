import Input
import Population
import Rules
import Testing

@testable import Simulation

/// An answer of patients to prices, as runs settle it.
@Suite struct ResponseTests {
  /// The arc formula's own check: the factor undone is that of the way back, a free price has a finite one.
  @Test func factorsAreThoseOfArcElasticities() {
    #expect(ResponseTerms.factor(-0.2, from: 0.4, to: 0.4) == 1)
    #expect(ResponseTerms.factor(-0.2, from: 0, to: 0) == 1)
    #expect(abs(ResponseTerms.factor(-0.2, from: 0.4, to: 0) - 1.5) < 1e-12)
    #expect(abs(ResponseTerms.factor(-0.2, from: 0, to: 0.4) - 1 / 1.5) < 1e-12)
    for (a, b) in [(0.1, 0.3), (0.9, 0.2), (0, 1)] {
      let (there, back) = (ResponseTerms.factor(-0.7, from: a, to: b), ResponseTerms.factor(-0.7, from: b, to: a))
      #expect(abs(there * back - 1) < 1e-12)
      // (m - 1) over its middle is the elasticity times the price's move over its middle.
      #expect(abs((there - 1) / ((there + 1) / 2) - -0.7 * (b - a) / ((a + b) / 2)) < 1e-12)
    }
  }

  private static func result(_ terms: String) async throws -> RunResult.PlaceResult {
    let runner = try SmallShards.runner(threads: 2, extra: "response: {\(terms), source: a test}")
    return try #require(try await runner.run(Progress()).places.first)
  }

  /// What does not itself compare: winners and losers are told against whatever is the reference.
  private static let measures: [BurdenMeasure] = [
    .persons, .admissions, .cost, .basic, .help, .outOfPocket, .catastrophic10, .impoverished,
  ]

  private static func tally(_ role: Variant.Role, _ place: RunResult.PlaceResult) throws -> Tally {
    try #require(place.variants.first { $0.variant.role == role }?.tally.strata.first)
  }

  /// Where nobody answers, the reform with an answer is the reform.
  @Test func whoDoesNotAnswerIsNotMoved() async throws {
    let place = try await Self.result("admissions: 0")
    let (reform, answer) = (try Self.tally(.reform("more"), place), try Self.tally(.responding("more"), place))
    #expect(reform.fund.sums == answer.fund.sums && reform.burden.sums == answer.burden.sums)
    #expect(reform.burden.differenceSquares == answer.burden.differenceSquares)
    let alone = try Self.tally(.response("more"), place)
    for measure in Self.measures {
      let cells = stride(from: measure.rawValue, to: alone.burden.sums.count, by: BurdenMeasure.count)
      #expect(cells.allSatisfy { alone.burden.differenceSquares[$0] == 0 })
    }
    #expect(reform.sum(.winners) > 0 && alone.sum(.winners) + alone.sum(.losers) == 0)
  }

  /// A reform that pays more brings more stays to those whom it pays, and the fund pays for these too.
  @Test func lowerPricesBringMoreStays() async throws {
    let place = try await Self.result("admissions: -0.9, levels: -0.5")
    let (reform, answer) = (try Self.tally(.reform("more"), place), try Self.tally(.responding("more"), place))
    #expect(answer.sum(.admissions) > reform.sum(.admissions))
    #expect(answer.sum(.help) > reform.sum(.help))
    let price = try #require(place.prices.first?.change)
    let lowered = price.groups.filter { price.value($0, .priceAfter) < price.value($0, .priceBefore) }
    #expect(!lowered.isEmpty)
    for group in price.groups {
      let (factor, before, after) = (
        price.value(group, .admissions), price.value(group, .priceBefore),
        price.value(group, .priceAfter)
      )
      #expect(abs(factor - ResponseTerms.factor(-0.9, from: before, to: after)) < 1e-9)
    }
    // The same people are settled against the rules and against the reform: the sums themselves are equal.
    let alone = try Self.tally(.response("more"), place)
    #expect(alone.fund.sums == answer.fund.sums && Self.measures.allSatisfy { alone.sum($0) == answer.sum($0) })
  }

  /// One identity's own elasticity leaves the others at theirs.
  @Test func anIdentityHasItsOwnElasticity() async throws {
    let place = try await Self.result("identities: {minimumLivingAllowance: {admissions: -0.9}}")
    let words = try RuleLibrary().vocabulary
    let identity = Int(try #require(words.identity("minimumLivingAllowance")))
    let price = try #require(place.prices.first?.change)
    for group in price.groups {
      #expect((price.value(group, .admissions) != 1) == (group == identity))
    }
  }

  /// Any number of threads, and any cut of the households, gives the same sums.
  @Test func threadsMoveNothing() async throws {
    let extra = "response: {admissions: -0.5, levels: -0.9, source: a test}"
    var states: [[UInt8]] = []
    for threads in [1, 3] {
      let runner = try SmallShards.runner(threads: threads, extra: extra)
      states.append(try SmallShards.bytes(try await runner.simulate(try runner.plan(), progress: Progress())))
    }
    #expect(states[0] == states[1])
  }
}
