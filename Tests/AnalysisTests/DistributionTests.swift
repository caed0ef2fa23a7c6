import Testing

@testable import Analysis

@Suite struct DistributionTests {
  @Test func meansGrowWithPeopleAndLuckWithTheirRoot() throws {
    let drawn = (0..<101).map { 1_000 + Double($0) }
    let real = Distribution(drawn, scale: 4)
    let plain = Distribution(drawn, scale: 1)
    #expect(real.mean == 4 * plain.mean)
    #expect(abs(try #require(real.standardDeviation) - 2 * (try #require(plain.standardDeviation))) < 1e-9)
  }

  @Test func quantilesAreOfTypeSevenAndKnowWhenTheyCannotTell() throws {
    let values = (0..<101).map { Double($0) }
    let distribution = Distribution(values, scale: 1)
    #expect(abs(try #require(distribution.quantile(0.95)).value - 95) < 1e-9)
    #expect(distribution.quantile(0.99) == nil)
    #expect(distribution.tailMean(0.99) == nil)
    #expect(abs(try #require(distribution.tailMean(0.95)).value - 98) < 1e-9)
    #expect(distribution.probability(above: 49.5).value == 51.0 / 101)
  }

  @Test(arguments: [
    // The tabulated intervals of 0, 10 and 100 in 100.
    (0, 0.0, 0.036217), (10, 0.049005, 0.176223), (100, 0.963783, 1.0),
  ])
  func fewYearsAreNoCertainty(beyond: Int, lower: Double, upper: Double) throws {
    let years = Distribution((0..<100).map { Double($0) }, scale: 1)
    let estimate = years.probability(above: 99.5 - Double(beyond))
    let bounds = try #require(estimate.bounds)
    #expect(estimate.value == Double(beyond) / 100)
    #expect(abs(bounds.lower - lower) < 1e-6 && abs(bounds.upper - upper) < 1e-6)
    #expect(try #require(estimate.standardError) > 0)
  }

  /// Who looks for p99 finds a row that says why it has no value.
  @Test func whatCannotBeToldHasARowAllTheSame() async throws {
    let result = try await SmallRun().run(seed: 1, people: 600, replicates: 30)
    let fund = FundExposure(result).rows.filter {
      $0.fundPart == "total" && $0.people == "all" && $0.measure == "amount"
    }
    let known = ["mean", "sdLuck", "expected", "sd", "p25", "p50", "p75"]
    let unknown = ["p05", "p90", "p95", "p99", "tvar95", "tvar99"]
    for statistic in known + unknown {
      let row = try #require(fund.first { $0.scenario == "baseline" && $0.statistic == statistic })
      #expect(row.estimate.isKnown == known.contains(statistic), "\(statistic)")
      #expect(row.statusWord == (known.contains(statistic) ? row.status.id : "tooFew"))
      #expect(row.estimate.isKnown || row.estimate.bounds == nil)
    }
    let burden = Burden(result).rows.filter { $0.measure == "outOfPocket.afterAssistance" && $0.statistic == "p99" }
    let all = try #require(burden.first { $0.dimension == "all" })
    #expect(all.estimate.isKnown && all.statusWord == all.status.id)
    #expect(burden.contains { !$0.estimate.isKnown && $0.statusWord == "tooFew" })
  }

  @Test func theErrorOfTheMeanWidensAProbability() throws {
    let years = Distribution((0..<100).map { Double($0) }, scale: 1)
    let sure = try #require(years.probability(above: 89.5).bounds)
    let unsure = try #require(years.probability(above: 89.5, levelError: 3).bounds)
    #expect(unsure.lower < sure.lower && unsure.upper > sure.upper)
    let lost = try #require(years.probability(above: 50.5, levelError: 1_000).bounds)
    #expect(lost.lower == 0 && lost.upper == 1)
  }
}
