import Testing

@testable import Validation

@Suite struct ConcentrationTests {
  @Test func equalAmountsAreNotConcentrated() {
    let equal = [Double](repeating: 3, count: 40)
    #expect(abs(Concentration.topShare(equal, of: 0.1) - 0.1) < 1e-12)
    #expect(abs(Concentration.gini(equal)) < 1e-12)
  }

  @Test func oneWithEverythingHasAll() {
    let amounts = [0.0, 0, 0, 0, 0, 0, 0, 0, 0, 7]
    #expect(Concentration.topShare(amounts, of: 0.1) == 1)
    #expect(abs(Concentration.gini(amounts) - 0.9) < 1e-12)
  }

  /// A quarter of three amounts is three quarters of the largest.
  @Test func theAmountAtTheBorderCountsInPart() {
    #expect(abs(Concentration.topShare([1, 5, 2], of: 0.25) - 0.75 * 5 / 8) < 1e-12)
  }

  /// A log-normal of sigma s has the Gini coefficient 2 Phi(s/√2) - 1; for s = 1 that is 0.5205.
  @Test func aLogNormalHasItsGini() {
    let count = 20_000
    let amounts = (0..<count).map { LogNormalQuantile.value((Double($0) + 0.5) / Double(count), sigma: 1) }
    #expect(abs(Concentration.gini(amounts) - 0.5205) < 0.002)
  }
}
