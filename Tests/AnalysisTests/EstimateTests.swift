import Simulation
import Testing

@testable import Analysis

/// Errors of what is made of estimates, against small changes of these.
@Suite struct EstimateTests {
  private func isClose(_ a: Double?, _ b: Double) -> Bool { abs((a ?? .nan) - b) < 1e-9 * max(1, abs(b)) }

  @Test func aShareCountsTheErrorsOfItselfAndOfTheRest() {
    let part = Estimate(30, standardError: 3), one = Estimate(50, standardError: 4),
      other = Estimate(20, standardError: 2)
    let share = part.share(beside: [one, other])
    #expect(isClose(share.value, 0.3))
    // The derivatives of x / (x + y): y / (x + y)² and −x / (x + y)².
    let variance = 0.007 * 0.007 * 9 + 0.003 * 0.003 * (16.0 + 4)
    #expect(isClose(share.standardError, variance.squareRoot()))
    #expect(part.share(beside: []).value == 1 && part.share(beside: []).standardError == 0)
    #expect(part.share(beside: [Estimate(1, standardError: nil)]).standardError == nil)
  }

  @Test func whatASourceGivesAloneIsAsSureAsShareAndDeviation() {
    let alone = VarianceShares.alone(Estimate(0.25, standardError: 0.02), of: Estimate(10, standardError: 1))
    #expect(isClose(alone.value, 5))
    // sd / (2 √s) · 0.02 = 0.2 of the share, a half of 1 of the deviation.
    #expect(abs((alone.standardError ?? 0) - (0.04 + 0.25).squareRoot()) < 1e-3)
    // Near 0 the derivative of a root has no bound, and the error has.
    let none = VarianceShares.alone(Estimate(0, standardError: 0.01), of: Estimate(10, standardError: 1))
    #expect(none.value == 0 && isClose(none.standardError, 0.5))
    #expect(VarianceShares.alone(Estimate(-0.1, standardError: 0.01), of: Estimate(10, standardError: 1)).value == 0)
    #expect(
      VarianceShares.alone(Estimate(0.2, standardError: nil), of: Estimate(10, standardError: 1)).standardError == nil)
  }

  @Test(arguments: [80.0, 100, 150]) func howFarAnAmountLiesFromAFigureHasItsError(amount: Double) {
    let found = Estimate(100, standardError: 2).distance(to: amount)
    #expect(isClose(found.value, abs(amount / 100 - 1)) && isClose(found.standardError, 0.02 * amount / 100))
  }

  /// Paths that all grow alike leave the growth sure, however they differ in level.
  @Test func growthIsPairedByPath() throws {
    func growth(_ before: [Double], _ after: [Double]) -> Estimate? {
      let none = before.map { _ in 0.0 }
      return YearlySpending(
        years: [2023, 2024, 2025], assistance: [before, none, after], premiumSubsidy: [none, none, none]
      ).growth
    }
    let alike = try #require(growth([100, 200, 300], [150, 300, 450]))
    #expect(isClose(alike.value, 0.5) && abs(alike.standardError ?? 1) < 1e-9)
    // By hand: 1.5 of 200 in the mean; what is left is −30, 0 and 30, so 30 / √3 / 200.
    let other = try #require(growth([100, 200, 300], [120, 300, 480]))
    #expect(isClose(other.value, 0.5) && isClose(other.standardError, 30 / 3.0.squareRoot() / 200))
    #expect(growth([0, 0], [1, 2]) == nil && growth([1], [2])?.standardError == nil)
  }

  /// A contrast's share of another has the error of what it has beyond that share.
  @Test func aShareOfAContrastIsPaired() throws {
    // Two sets that bring 3 and 4 beyond nothing; errors are those of the sum of what each brings, of 1 a unit.
    let worth = [0.0, 3, 4]
    func estimate(_ contrast: Contrast) -> Estimate {
      let value = contrast.value(worth)
      return Estimate(value, standardError: abs(contrast.value([0, 1, 2])))
    }
    let share = try #require(Contrast.difference(1, from: 0).share(of: .difference(2, from: 0), estimate))
    #expect(isClose(share.value, 0.75) && isClose(share.standardError, abs(1 - 0.75 * 2) / 4))
    let itself = try #require(Contrast.difference(2, from: 0).share(of: .difference(2, from: 0), estimate))
    #expect(itself.value == 1 && itself.standardError == 0)
    #expect(Contrast.difference(1, from: 0).share(of: .difference(1, from: 1), estimate) == nil)
  }
}
