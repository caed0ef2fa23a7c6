import Simulation
import Testing

@testable import Analysis

@Suite struct ParameterFitTests {
  private let replicates = 200

  /// Two parameters around 0 and luck that both years of a replicate share.
  private func years(_ random: inout SplitMix) -> (fit: ParameterFit, means: [Double], luck: [Double], drawn: [Double])
  {
    func values() -> [Double] {
      let drawn = (0..<replicates).map { _ in Double(random.below(2_001) - 1_000) / 1_000 }
      let mean = drawn.reduce(0, +) / Double(replicates)
      return drawn.map { $0 - mean }
    }
    let (x, y) = (values(), values())
    let shared = values()
    let fit = ParameterFit(
      columns: [
        .init(source: "x", values: x, part: nil, variance: 1 / 3.0),
        .init(source: "y", values: y, part: nil, variance: 1 / 3.0),
      ], yearEffect: nil)
    let means = zip(x, y).map { 1_000 + 100 * $0 - 40 * $1 }
    // Luck grows with the level, as it does where a price moves.
    let luck = shared.map { 1_000 + 200 * $0 }
    let drawn = zip(means, shared).map { $0 + 220 * $1 }
    return (fit, means, luck, drawn)
  }

  @Test func theRegressionFindsTheMeanGivenTheParameters() throws {
    var random = SplitMix(state: 1)
    let (fit, means, luck, drawn) = years(&random)
    for (found, mean) in zip(fit.conditionalMeans(luck: luck, drawn: drawn), means) {
      #expect(abs(found - mean) < 1e-6)
    }
    let line = try #require(fit.coefficients(luck: luck, drawn: drawn))
    #expect(abs(line.mean - 1_000) < 1e-6 && line.residual < 1e-12)
    #expect(abs(line.slopes[0] - 100) < 1e-6 && abs(line.slopes[1] + 40) < 1e-6)
  }

  /// Where luck is large beside what parameters bring, estimated slopes must not make the years lie farther apart.
  @Test func meansOfFewReplicatesScatterNoMoreThanTheyShould() throws {
    var random = SplitMix(state: 3)
    func values(_ count: Int) -> [Double] {
      let drawn = (0..<count).map { _ in Double(random.below(2_001) - 1_000) / 1_000 }
      let mean = drawn.reduce(0, +) / Double(count)
      return drawn.map { $0 - mean }
    }
    let (count, times) = (60, 400)
    var (known, found) = (0.0, [Double]())
    for _ in 0..<times {
      let columns = (0..<10).map { _ in values(count) }
      let fit = ParameterFit(
        columns: columns.map { .init(source: "x", values: $0, part: nil, variance: 1 / 3.0) }, yearEffect: nil)
      let luck = values(count), means = columns[0].map { 500 + 100 * $0 }
      let drawn = zip(means, values(count)).map { $0 + 300 * $1 }
      func squares(_ values: [Double]) -> Double { values.reduce(0) { $0 + ($1 - 500) * ($1 - 500) } / Double(count) }
      known += squares(means) / Double(times)
      let level = drawn.reduce(0, +) / Double(count)
      found.append(squares(fit.conditionalMeans(luck: luck, drawn: drawn).map { $0 - level + 500 }))
    }
    let mean = found.reduce(0, +) / Double(times)
    let error = (found.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }).squareRoot() / Double(times)
    // Without it the squares would be larger by a sixth of luck's 30,000.
    #expect(abs(mean - known) < 4 * error, "\(mean) ± \(error) for \(known)")
    #expect(error < 400)
  }

  /// Of parameters that move nothing only one half is told to bring a little, and that little on average less than the slopes scatter.
  @Test func whatMovesNothingBringsNextToNothing() throws {
    var random = SplitMix(state: 4)
    func values() -> [Double] {
      let drawn = (0..<replicates).map { _ in Double(random.below(2_001) - 1_000) / 1_000 }
      let mean = drawn.reduce(0, +) / Double(replicates)
      return drawn.map { $0 - mean }
    }
    var (none, found) = (0, 0.0)
    for _ in 0..<200 {
      let fit = ParameterFit(
        columns: ["x", "y"].map { .init(source: $0, values: values(), part: nil, variance: 1 / 3.0) }, yearEffect: nil)
      let drawn = zip(fit.columns[0].values, values()).map { 500 + 100 * $0 + 300 * $1 }
      let shares = try #require(VarianceShares(fit, [.init(luck: values(), drawn: drawn, weight: 100)])).shares
      let y = try #require(shares.first { $0.source == "y" }).share.value
      if y == 0 { none += 1 }
      found += y / 200
    }
    // The squared error of y's slope is 300²/200, of x's 100² a twentieth: without taking it off y would bring 4 %.
    #expect(none > 100 && none < 170, "\(none)")
    #expect(found < 0.03, "\(found)")
  }

  @Test func sharesAreThoseOfTheLawsAndAddUp() throws {
    var random = SplitMix(state: 2)
    let (fit, _, luck, drawn) = years(&random)
    let shares = try #require(VarianceShares(fit, [.init(luck: luck, drawn: drawn, weight: 4)])).shares
    #expect(shares.map(\.source) == ["luck", "x", "y"])
    #expect(abs(shares.reduce(0) { $0 + $1.share.value } - 1) < 1e-12)
    // Means grow with the weight, and so do their deviations; luck grows with its root.
    #expect(abs(shares[1].deviation - 4 * 100 / 3.0.squareRoot()) < 1e-6)
    #expect(abs(shares[2].deviation - 4 * 40 / 3.0.squareRoot()) < 1e-6)
    let mean = luck.reduce(0, +) / Double(luck.count)
    let variance = luck.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(luck.count - 1)
    #expect(abs(shares[0].deviation - 2 * variance.squareRoot()) < 1e-6)
  }

  @Test func tooFewReplicatesLeaveTheLuckOfTheYearOff() {
    let fit = ParameterFit(columns: [.init(source: "x", values: [-1, 0, 1], part: nil, variance: 1)], yearEffect: nil)
    #expect(fit.coefficients(luck: [1, 2, 3], drawn: [2, 4, 9]) == nil)
    // Luck is ± 1 of 2, and 2.5 times as much where years cost 5.
    #expect(fit.conditionalMeans(luck: [1, 2, 3], drawn: [2, 4, 9]) == [4.5, 4, 6.5])
    #expect(fit.conditionalMeans(luck: [1, 2, 3], drawn: [0, 0, 0]) == [0, 0, 0])
    #expect(fit.conditionalMeans(luck: [0, 0, 0], drawn: [2, 4, 9]) == [2, 4, 9])
    #expect(VarianceShares(fit, [.init(luck: [1, 2, 3], drawn: [2, 4, 9], weight: 1)]) == nil)
  }
}

@Suite struct ReserveTests {
  @Test func aReserveIsWhatIsMissingAndNeverNegative() {
    let need = Estimate(120, standardError: 5)
    #expect(need.above(100).value == 20)
    #expect(abs((need.above(100).bounds?.lower ?? 0) - (20 - 9.8)) < 1e-9)
    let enough = need.above(125)
    #expect(enough.value == 0 && enough.bounds?.lower == 0)
    #expect(abs((enough.bounds?.upper ?? 0) - 4.8) < 1e-9)
    #expect(need.above(200).bounds?.upper == 0)
  }
}

@Suite struct UncertainRunTests {
  private func fund(_ result: RunResult) -> [String: Estimate] {
    let rows = FundExposure(result).rows.filter {
      $0.scenario == "baseline" && $0.fundPart == "total" && $0.people == "all" && $0.measure == "amount"
        && $0.place == "guizhou"
    }
    return Dictionary(uniqueKeysWithValues: rows.map { ($0.statistic, $0.estimate) })
  }

  /// A scenario that is silent has a year effect and uncertain parameters, and says which.
  @Test func silenceIsNotCertainty() async throws {
    let silent = try await SmallRun().run(seed: 3, people: 3_000, replicates: 80)
    let fund = fund(silent)
    #expect(silent.scenario.uncertainty.yearEffect?.ground == .national(from: 2019, to: 2025))
    let sd = try #require(fund["sd"]), luck = try #require(fund["sdLuck"])
    #expect(sd.value > 10 * luck.value)
    let shares = fund.filter { $0.key.hasPrefix("varianceShare.") }
    #expect(abs(shares.values.reduce(0) { $0 + $1.value } - 1) < 1e-9)
    for source in ["luck", "yearEffect", "prices", "identities"] {
      #expect(try #require(shares["varianceShare.\(source)"]).standardError != nil)
    }
  }

  @Test func luckAloneHasNoQuantiles() async throws {
    let fund = fund(try await SmallRun().run(seed: 3, people: 600, replicates: 30, extra: "uncertainty: none"))
    #expect(fund.keys.sorted() == ["mean", "sdLuck"])
  }

  /// Where nothing moves, the years with everything drawn are those of luck.
  @Test func fixedParametersAreThoseAssumed() async throws {
    let lines = "uncertainty: {yearEffect: {admissions: 0}, proxies: fixed, prices: {logNormal: 0}}"
    let all =
      "admissions identities insurance criticalIllness incomes lines disposableIncome monitoringLine applications "
      + "recognisedMonths registration claims begun"
    let fixed = all.split(separator: " ").map { "\($0): fixed" }.joined(separator: ", ")
    let result = try await SmallRun().run(
      seed: 3, people: 1_200, replicates: 5, extra: lines.dropLast() + ", \(fixed)}")
    let place = result.places[0]
    let tally = try #require(place.baseline).tally
    let cell = tally.cells.index(tally.cells.total, tally.cells.allClasses, .amount)
    #expect(
      TallyReader(tally, scale: 1).years(cell)
        == place.draws.map { TallyReader($0.tallies[0], scale: 1).years(cell)[0] })
    #expect(abs(try #require(fund(result)["sd"]).value - (try #require(fund(result)["sdLuck"])).value) < 0.01)
  }

  /// A sample tells the distribution of the whole place's years, not of its own.
  @Test func aSampleFindsTheYearsOfEverybody() async throws {
    let small = try SmallRun(population: 20_000)
    let all = fund(try await small.run(seed: 1, people: 20_000, replicates: 100, extra: Self.laws))
    for seed in 2...4 {
      let part = fund(try await small.run(seed: seed, people: 5_000, replicates: 100, extra: Self.laws))
      for statistic in ["mean", "expected", "sdLuck", "sd", "p25", "p50", "p75", "p95"] {
        let (a, b) = (try #require(all[statistic]), try #require(part[statistic]))
        let error = (pow2(try #require(a.standardError)) + pow2(try #require(b.standardError))).squareRoot()
        #expect(
          abs(a.value - b.value) < 3.5 * error, "\(statistic), seed \(seed): \(a.value) and \(b.value) ± \(error)")
      }
    }
  }

  private static let laws = """
    uncertainty: {prices: {logNormal: 15}, insurance: fixed, criticalIllness: fixed, incomes: fixed, lines: fixed, \
    applications: fixed, recognisedMonths: fixed, registration: fixed, claims: fixed, begun: fixed}
    """

  private func pow2(_ x: Double) -> Double { x * x }
}
