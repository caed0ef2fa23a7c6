import CGSL
import Foundation
import Testing

@testable import Population

/// A log-normal below the splice, a Pareto above it, and the mean that was asked for.
@Suite struct SplicedLogNormalTests {
  static let kinds = [
    (1_000.0, 1.0, 0.05, 2.5), (7_674, 0.387, 0.01, 2.5), (20_000, 1.6, 0.3, 1.2), (50, 0.1, 0.5, 8),
    (9_000, 1, 0.001, 5),
  ]

  /// Body and tail from GSL's own distribution functions.
  private func cumulative(_ x: Double, _ d: SplicedLogNormal, _ tail: Double, _ index: Double) -> Double {
    x <= d.splice
      ? gsl_cdf_lognormal_P(x, d.body.mu, d.body.sigma) : 1 - tail + tail * gsl_cdf_pareto_P(x, index, d.splice)
  }

  @Test(arguments: kinds)
  func drawsHaveTheDistribution(mean: Double, sigma: Double, tail: Double, index: Double) {
    let d = SplicedLogNormal(mean: mean, sigma: sigma, tailShare: tail, tailIndex: index)
    let values = GoodnessOfFit.draws(40_000, seed: 21) { d.draw($0) }
    #expect(GoodnessOfFit.kolmogorov(values) { cumulative($0, d, tail, index) } > GoodnessOfFit.least)
    // The tail by itself, which is a small part of the whole.
    let above = values.filter { $0 > d.splice }
    let p = GoodnessOfFit.kolmogorov(above) { gsl_cdf_pareto_P($0, index, d.splice) }
    #expect(above.count < 10 || p > GoodnessOfFit.least)
    for x in values.prefix(500) { #expect(abs(d.cumulative(x) - cumulative(x, d, tail, index)) < 1e-12) }
  }

  @Test(arguments: kinds)
  func theBodyEndsWhereTheTailBegins(mean: Double, sigma: Double, tail: Double, index: Double) {
    let d = SplicedLogNormal(mean: mean, sigma: sigma, tailShare: tail, tailIndex: index)
    #expect(abs(d.cumulative(d.splice) - (1 - tail)) < 1e-9)
    #expect(abs(d.cumulative(d.splice * (1 + 1e-9)) - (1 - tail)) < 1e-7)
    #expect(abs(gsl_cdf_lognormal_Qinv(tail, d.body.mu, sigma) / d.splice - 1) < 1e-9)
  }

  /// E X = E[Y; Y < q] + t q a / (a - 1), with Y the whole log-normal.
  @Test(arguments: kinds)
  func theMeanIsTheStatedOne(mean: Double, sigma: Double, tail: Double, index: Double) {
    let d = SplicedLogNormal(mean: mean, sigma: sigma, tailShare: tail, tailIndex: index)
    let below = gsl_cdf_ugaussian_P((log(d.splice) - d.body.mu - sigma * sigma) / sigma)
    let body = exp(d.body.mu + sigma * sigma / 2) * below
    #expect(abs((body + tail * d.splice * index / (index - 1)) / mean - 1) < 1e-9)
    // The same by summing P(X > x) over x, on a logarithmic grid; beyond it the tail is a formula.
    let (low, high, steps) = (d.splice * 1e-6, d.splice * 1e3, 200_000)
    let step = log(high / low) / Double(steps)
    var sum = low + tail * pow(1e-3, index) * high / (index - 1)
    for number in 0..<steps {
      let x = low * exp((Double(number) + 0.5) * step)
      sum += (1 - d.cumulative(x)) * x * step
    }
    #expect(abs(sum / mean - 1) < 1e-4)
  }

  @Test func drawsAverageToTheMean() {
    let d = SplicedLogNormal(mean: 7_674, sigma: 0.8, tailShare: 0.02, tailIndex: 5)
    let values = GoodnessOfFit.draws(100_000, seed: 22) { d.draw($0) }
    let mean = values.reduce(0, +) / 100_000
    let error = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 100_000 / 100_000).squareRoot()
    #expect(abs(mean - 7_674) < 4 * error)
  }

  @Test(arguments: [(0.0, 1.0), (0.1, 0.0)])
  func withoutATailOrASpreadItIsTheLogNormal(tail: Double, sigma: Double) {
    let d = SplicedLogNormal(mean: 300, sigma: sigma, tailShare: tail, tailIndex: 2)
    #expect(d.splice == .infinity && d.body == LogNormal(mean: 300, sigma: sigma))
    #expect(d.cumulative(299) < 1 && d.cumulative(1e12) == 1)
  }
}
