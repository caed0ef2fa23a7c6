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
}
