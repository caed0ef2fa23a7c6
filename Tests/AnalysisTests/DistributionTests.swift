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

  @Test func theErrorOfTheMeanWidensAProbability() throws {
    let years = Distribution((0..<100).map { Double($0) }, scale: 1)
    let sure = try #require(years.probability(above: 89.5).bounds)
    let unsure = try #require(years.probability(above: 89.5, levelError: 3).bounds)
    #expect(unsure.lower < sure.lower && unsure.upper > sure.upper)
    let lost = try #require(years.probability(above: 50.5, levelError: 1_000).bounds)
    #expect(lost.lower == 0 && lost.upper == 1)
  }
}
