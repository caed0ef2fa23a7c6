import CGSL
import Foundation
import Testing

@testable import Population

/// Draws of every sampler against the distribution functions of GSL, at fixed seeds.
@Suite struct SamplerDistributionTests {
  static let count = 20_000

  private func expect(
    _ seed: UInt64, _ cumulative: (Double) -> Double, location: SourceLocation = #_sourceLocation,
    _ draw: (borrowing Philox) -> Double
  ) {
    let p = GoodnessOfFit.kolmogorov(GoodnessOfFit.draws(Self.count, seed: seed, draw), cumulative)
    #expect(p > GoodnessOfFit.least, sourceLocation: location)
  }

  private func expect(
    _ seed: UInt64, _ probabilities: [Double], location: SourceLocation = #_sourceLocation,
    _ draw: (borrowing Philox) -> Int
  ) {
    let counts = GoodnessOfFit.counts(
      GoodnessOfFit.draws(Self.count, seed: seed, draw), below: probabilities.count)
    #expect(GoodnessOfFit.chiSquared(counts, probabilities) > GoodnessOfFit.least, sourceLocation: location)
  }

  @Test(arguments: [(7674.0, 0.8), (1.0, 0.1), (3e6, 2.5)])
  func logNormal(mean: Double, sigma: Double) {
    let mu = log(mean) - sigma * sigma / 2
    expect(11, { gsl_cdf_lognormal_P($0, mu, sigma) }) { LogNormal(mean: mean, sigma: sigma).draw($0) }
  }

  @Test(arguments: [(1, 1.0), (3, 1.5), (40, 0.2)])
  func gammaSums(visits: Int, shape: Double) {
    let d = Gamma(mean: 116, shape: shape)
    expect(12, { gsl_cdf_gamma_P($0, shape * Double(visits), 116 / shape) }) { d.sum(of: visits, $0) }
  }

  @Test(arguments: [0.3, 2.5, 60]) func poisson(mean: Double) {
    let limit = Int(mean + 10 * mean.squareRoot()) + 5
    let p = (0..<limit).map { gsl_ran_poisson_pdf(UInt32($0), mean) }
    expect(13, p) { Poisson(mean: mean).draw($0) }
    for (a, b) in zip(Poisson(mean: mean).probabilities(upTo: limit - 1), p) { #expect(abs(a - b) < 1e-15) }
  }

  @Test(arguments: [(0.2, 0.98), (2.16, 0.5), (0.35, 0.08)])
  func negativeBinomialByTable(mean: Double, size: Double) {
    let table = Discrete([NegativeBinomial(mean: mean, size: size).probabilities])
    let success = size / (size + mean)
    let p = (0..<60).map { count -> Double in
      let k = Double(count)
      let ways = lgamma(k + size) - lgamma(k + 1) - lgamma(size)
      return exp(ways + size * log(success) + k * log(1 - success))
    }
    expect(14, p) { table.draw(0, $0) }
  }

  /// A part of a Dirichlet is beta with its own parameter and that of the others together.
  @Test(arguments: 0..<4) func dirichletParts(part: Int) {
    let (means, concentration) = (SIMD4(0.85, 0.05, 0.01, 0.09), 30.0)
    let d = Dirichlet(means: means, concentration: concentration)
    let own = means[part] * concentration
    expect(15, { gsl_cdf_beta_P($0, own, concentration - own) }) { d.draw($0)[part] }
  }

  @Test func discrete() {
    let weights = [3.0, 0, 1, 0.5, 7, 2.5]
    let table = Discrete([[1, 1], weights])
    expect(16, weights.map { $0 / 14 }) { table.draw(1, $0) }
  }

  @Test func wholeNumbersBelowABound() {
    expect(17, [Double](repeating: 1 / 30, count: 30)) { $0.below(30) }
  }
}
