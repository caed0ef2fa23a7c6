import Money
import Population
import Settlement
import Testing

@testable import Analysis
@testable import Simulation

/// Indices against a published example, and against the formula over single people.
@Suite struct InequalityTests {
  /// Under-five deaths in India by wealth, table 8.1 of O'Donnell and others (2008): births and deaths per thousand of them.
  @Test func thePublishedExampleOfTheWorldBankIsMet() {
    let births: [Double] = [29_939, 28_776, 26_528, 24_689, 19_739]
    let rates: [Double] = [154.7, 152.9, 119.5, 86.9, 54.3]
    let index = Inequality.concentration(zip(births, rates).map { $0 * $1 }, of: births)
    #expect(abs(index - -0.1694) < 5e-5)
  }

  @Test func theEndsAreKnown() {
    #expect(abs(Inequality.concentration([1, 1, 1, 1], of: [1, 1, 1, 1])) < 1e-12)
    // All of it with the last of n people: (n − 1) / n.
    #expect(abs(Inequality.concentration([0, 0, 0, 8], of: [1, 1, 1, 1]) - 0.75) < 1e-12)
    #expect(abs(Inequality.concentration([8, 0, 0, 0], of: [1, 1, 1, 1]) + 0.75) < 1e-12)
    #expect(Inequality.concentration([0, 0], of: [1, 1]).isNaN)
  }

  /// Twice the covariance of amount and fractional rank over the mean, people of equal income at the middle of their ranks.
  private func index(_ people: [(income: Double, amount: Double)]) -> Double {
    let sorted = people.sorted { $0.income < $1.income }
    let (count, mean) = (Double(people.count), people.reduce(0) { $0 + $1.amount } / Double(people.count))
    var (covariance, first) = (0.0, 0)
    while first < sorted.count {
      var last = first
      while last + 1 < sorted.count, sorted[last + 1].income == sorted[first].income { last += 1 }
      let rank = (Double(first) + Double(last + 1)) / 2 / count
      for place in first...last { covariance += (sorted[place].amount - mean) * (rank - 0.5) }
      first = last + 1
    }
    return 2 * covariance / count / mean
  }

  @Test func binsTellWhatSinglePeopleTell() async throws {
    let run = try SmallRun()
    let extra = """
      reforms:
        - name: more
          set: {guizhou.benefits.pool.rate.III: 90}
      """
    let result = try await run.run(seed: 11, people: 12_000, replicates: 2, extra: extra)
    let people = try await run.people(seed: 11, people: 12_000, replicates: 2, extra: extra)
    let place = try #require(result.places.first)
    for (number, variant) in place.ownVariants.enumerated() {
      let inequality = try #require(Inequality(variant.tally))
      let own = people.filter { $0.variant == number }
      var paid: [String: Double] = [:], helped: [String: Double] = [:]
      for one in own {
        let key = "\(one.replicate)/\(one.household.number)"
        paid[key, default: 0] += Double(one.result.outOfPocket.fen)
        helped[key, default: 0] += Double(one.result.assistance.fen + one.result.tilted.fen)
      }
      func all(_ income: (Double, Double) -> Double, _ amount: (Double, Double, Double) -> Double) -> Double {
        index(
          own.map { one in
            let key = "\(one.replicate)/\(one.household.number)"
            let (size, x) = (Double(one.household.size), Double(one.household.income))
            return (
              income(x, paid[key] ?? 0) / size, amount(x, paid[key] ?? 0, helped[key] ?? 0) / size
            )
          })
      }
      let gini = all({ x, _ in x }, { x, _, _ in x })
      let known: [(Inequality.Figure, Double)] = [
        (.giniAfterPayments, all({ $0 - $1 }, { x, t, _ in x - t })),
        (.concentrationOutOfPocket, all({ x, _ in x }, { _, t, _ in t })),
        (.kakwaniOutOfPocket, all({ x, _ in x }, { _, t, _ in t }) - gini),
        (.concentrationAssistance, all({ x, _ in x }, { _, _, h in h })),
      ]
      for (figure, value) in known {
        let found = inequality.estimate(figure)
        #expect(abs(found.value - value) < 1e-3, "\(figure): \(found.value) and \(value)")
        #expect((found.standardError ?? 0) > 0)
      }
    }
  }

  /// What each payer pays more adds up to nothing, and households fare as the single people's records say.
  @Test func payersAddUpAndHardshipIsThatOfSingleHouseholds() async throws {
    let run = try SmallRun()
    let result = try await run.run(
      seed: 12, people: 9_000, replicates: 2,
      extra: "reforms: [{name: more, set: {guizhou.benefits.pool.rate.III: 95}}]")
    let rows = PolicyImpact(result).rows
    func row(_ measure: String) throws -> ImpactRow {
      try #require(rows.first { $0.measure == measure && $0.dimension == "all" })
    }
    let sum = try ["basic", "criticalIllness", "supplementary", "assistance", "patients"].reduce(0) {
      $0 + (try row("payer.\($1)").difference.value)
    }
    let (cost, assistance) = (try row("payer.all").difference.value, try row("payer.assistance").difference.value)
    #expect(abs(sum) < 0.01 && abs(cost) < 0.01 && assistance > 0)
    let (gained, lost) = (try row("gained").difference.value, try row("lost").difference.value)
    let fund = try row("fund.total").difference.value
    #expect(abs(gained - lost - fund) < 1, "\(gained) \(lost) \(fund)")

    let people = try await run.people(seed: 12, people: 9_000, replicates: 2)
    let place = try #require(result.places.first)
    var paid: [String: Int64] = [:]
    for one in people { paid["\(one.replicate)/\(one.household.number)", default: 0] += one.result.outOfPocket.fen }
    var (over, gap) = (0.0, 0.0)
    let line = Double(place.place.allowanceStandard.fen * 12)
    for one in people {
      let (t, x) = (Double(paid["\(one.replicate)/\(one.household.number)"] ?? 0), Double(one.household.income))
      over += max(0, min(1, t / x) - 0.25)
      let size = Double(one.household.size)
      gap += max(0, line - (x - t) / size) - max(0, line - x / size)
    }
    let count = Double(people.count)
    let (overshoot, povertyGap) = (try row("overshoot25").baseline.value, try row("povertyGap").baseline.value)
    #expect(abs(overshoot - 100 * over / count) < 2e-4 && overshoot > 0)
    #expect(abs(povertyGap - gap / count / 100) < 0.01 && povertyGap > 0, "\(povertyGap) \(gap / count / 100)")
  }
}
