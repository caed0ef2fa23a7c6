import CGSL
import Foundation
import Population
import Testing

@testable import Analysis

/// Limited expected values in closed form against integrals of the survival function.
@Suite struct LimitedMeanTests {
  /// E min(X, u)^k is the integral of k x^(k - 1) P(X > x) up to u; Simpson's rule, a piece of a tenth of the logarithm each.
  private func integral(_ law: some Severity, _ limit: Double, _ power: Double) -> Double {
    let (low, pieces) = (log(limit) - 30, 6_000)
    let width = 30.0 / Double(pieces)
    func value(_ y: Double) -> Double { power * exp(power * y) * (1 - law.cumulative(exp(y))) }
    return (0..<pieces).reduce(0) { sum, piece in
      let y = low + Double(piece) * width
      return sum + width / 6 * (value(y) + 4 * value(y + width / 2) + value(y + width))
    }
  }

  @Test(arguments: [(7_674.0, 1.0), (100, 0.2), (50_000, 1.8)], [10.0, 900, 51_000, 400_000])
  func ofALogNormal(kind: (Double, Double), limit: Double) {
    let law = LogNormal(mean: kind.0, sigma: kind.1)
    #expect(abs(law.limitedMean(limit) / integral(law, limit, 1) - 1) < 1e-7)
    #expect(abs(law.limitedSquare(limit) / integral(law, limit, 2) - 1) < 1e-7)
  }

  @Test(arguments: [(7_674.0, 0.387, 0.01, 2.5), (1_000, 1, 0.2, 1.5), (1_000, 1, 0.05, 2)], [200.0, 5_000, 90_000])
  func ofALogNormalWithATail(kind: (Double, Double, Double, Double), limit: Double) {
    let law = SplicedLogNormal(mean: kind.0, sigma: kind.1, tailShare: kind.2, tailIndex: kind.3)
    #expect(abs(law.limitedMean(limit) / integral(law, limit, 1) - 1) < 1e-6)
    #expect(abs(law.limitedSquare(limit) / integral(law, limit, 2) - 1) < 1e-6)
    #expect(abs(law.mean / kind.0 - 1) < 1e-9)
    #expect(law.square.isInfinite == (kind.3 <= 2))
  }

  /// An exponential cost above a deductible is exponential again: a worked example.
  @Test func aLayerOfAnExponentialCost() {
    let paid = LayerPayment(ExponentialCost(mean: 1_000), Layer(rate: 0.6, deductible: 500, cap: 1_200))
    let share = exp(-0.5)
    #expect(abs(paid.mean - 600 * share * (1 - exp(-2))) < 1e-9)
    #expect(abs(paid.square - 0.36 * 2e6 * share * (1 - 3 * exp(-2))) < 1e-6)
    #expect(abs(paid.cumulative(0) - (1 - share)) < 1e-12)
    #expect(paid.cumulative(1_199) < 1 && paid.cumulative(1_200) == 1 && paid.cumulative(-1) == 0)
  }

  @Test func aMixtureWithoutAllProbabilityPaysNothingOfTheRest() {
    let cost = LogNormal(mean: 800, sigma: 0.8)
    let mixed = MixedSeverity([.init(0.3, factor: 2, cost), .init(0.5, cost)])
    #expect(abs(mixed.mean - (0.6 + 0.5) * 800) < 1e-9)
    #expect(abs(mixed.cumulative(0) - 0.2) < 1e-12)
    #expect(abs(mixed.limitedMean(700) / integral(mixed, 700, 1) - 1) < 1e-7)
  }

  @Test func amountsWithoutSpreadAreLimitedToo() {
    let sure = LogNormal(mean: 100, sigma: 0)
    #expect(abs(sure.limitedMean(60) - 60) < 1e-9 && abs(sure.limitedMean(200) - 100) < 1e-9)
    #expect(abs(LayerPayment(sure, Layer(rate: 0.5, deductible: 20, cap: 30)).mean - 30) < 1e-9)
  }

  @Test func rulesOfGaussKnowMoments() {
    let normal = Quadrature.normal(20)
    #expect(
      abs(normal.expectation { pow($0, 4) } - 3) < 1e-10 && abs(normal.expectation { exp($0) } - exp(0.5)) < 1e-12)
    let beta = Quadrature.beta(25.5, 4.5, 6)
    #expect(abs(beta.expectation { $0 } - 0.85) < 1e-12)
    #expect(abs(beta.expectation { $0 * $0 } - (0.85 * 0.85 + 0.85 * 0.15 / 31)) < 1e-12)
    // Beyond what GSL's rule can do, and just within.
    for sum in [149.0, 151, 1e7] {
      let narrow = Quadrature.beta(0.85 * sum, 0.15 * sum, 6)
      #expect(abs(narrow.expectation { $0 } - 0.85) < 1e-10)
      #expect(abs(narrow.expectation { ($0 - 0.85) * ($0 - 0.85) } / (0.85 * 0.15 / (sum + 1)) - 1) < 1e-6)
    }
  }
}

/// Exponential: E min(X, u) = m (1 − exp(−u / m)), E min(X, u)² = 2 m² (1 − (1 + u / m) exp(−u / m)).
struct ExponentialCost: Severity {
  var mean: Double
  func cumulative(_ x: Double) -> Double { x > 0 ? -expm1(-x / mean) : 0 }
  func limitedMean(_ limit: Double) -> Double { -mean * expm1(-limit / mean) }
  func limitedSquare(_ limit: Double) -> Double {
    limit.isFinite ? 2 * mean * mean * (1 - (1 + limit / mean) * exp(-limit / mean)) : 2 * mean * mean
  }
}
