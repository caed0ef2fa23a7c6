import CGSL
import Foundation
import Population
import Testing

@testable import Analysis

/// Totals of a random number of amounts, by recursion and by Fourier transform, against known answers and each other.
@Suite struct CompoundLawTests {
  /// A geometric number of exponential amounts is nothing or exponential again: P(S > x) = m / (1 + m) exp(−x / (θ (1 + m))).
  @Test(arguments: [0.4, 3, 25.0])
  func aGeometricNumberOfExponentialAmounts(mean: Double) throws {
    let amount = Lattice(keepingMean: ExponentialCost(mean: 100), step: 1, upTo: 4_000)
    let law = CompoundLaw(NegativeBinomial(mean: mean, size: 1), amount)
    let total = law.byTransform(exponent: 17)
    let scale = 100 * (1 + mean)
    #expect(abs(total.probabilities[0] * (1 + mean) - 1) < 0.02)
    #expect(abs(total.mean / (100 * mean) - 1) < 1e-6)
    #expect(abs(total.standardDeviation / (100 * (mean * mean + 2 * mean).squareRoot()) - 1) < 1e-4)
    for p in [0.8, 0.95, 0.99, 0.999] {
      let known = -scale * log((1 - p) * (1 + mean) / mean)
      #expect(abs(total.quantile(p) - known) < 1, "\(p): \(total.quantile(p)) for \(known)")
      #expect(abs(total.tailMean(p) - known - scale) < 1)
      #expect(abs(total.cumulative(known) - p) < 0.01 / scale + 1e-4)
    }
  }

  /// λ = 0.8 and amounts 1, 2, 3 with probabilities 1/4, 3/8, 3/8, by hand: e^(−0.8), 0.2 e^(−0.8), (0.3 + 0.02) e^(−0.8), ...
  @Test func aCompoundPoissonByHand() throws {
    let law = CompoundLaw(Poisson(mean: 0.8), Lattice(step: 1, [0, 0.25, 0.375, 0.375]))
    let known = [1, 0.2, 0.32, 0.3 + 0.06 + 0.008 / 6].map { exp(-0.8) * $0 }
    let recursion = try #require(law.byRecursion(64)).probabilities
    let transform = law.byTransform(exponent: 6).probabilities
    for (index, value) in known.enumerated() {
      #expect(abs(recursion[index] - value) < 1e-12 && abs(transform[index] - value) < 1e-8)
    }
  }

  @Test(arguments: [0.5, 6, 60.0])
  func recursionAndTransformAgree(mean: Double) throws {
    let cost = LayerPayment(LogNormal(mean: 7_674, sigma: 1), Layer(rate: 0.6, deductible: 1_000, cap: 30_000))
    let amount = Lattice(keepingMean: cost, step: 500, upTo: 30_000)
    try agree(CompoundLaw(Poisson(mean: mean), amount))
    try agree(CompoundLaw(NegativeBinomial(mean: mean, size: 0.98), amount))
    try agree(CompoundLaw(NegativeBinomial(mean: mean, size: 7), amount))
  }

  private func agree(_ law: CompoundLaw<some CountLaw>) throws {
    let transform = law.byTransform(exponent: 14)
    let recursion = try #require(law.byRecursion(1 << 12))
    let difference = zip(recursion.probabilities, transform.probabilities).map { abs($0 - $1) }.max() ?? 1
    #expect(difference < 2e-9)
    // E S = E N E X and Var S = E N Var X + Var N (E X)^2, which is known without any of both.
    let x = law.amount.probabilities.enumerated().map { (Double($0.offset) * law.amount.step, $0.element) }
    let square = x.reduce(0) { $0 + $1.0 * $1.0 * $1.1 }, first = law.amount.mean
    let variance = law.count.mean * (square - first * first) + law.count.variance * first * first
    #expect(abs(transform.mean / (law.count.mean * first) - 1) < 1e-6)
    #expect(abs(transform.standardDeviation / variance.squareRoot() - 1) < 1e-5)
  }

  /// Two ways to make amounts discrete close in on the same quantiles from both sides of the law that is continuous.
  @Test func compoundPoissonLogNormal() throws {
    let cost = LogNormal(mean: 7_674, sigma: 1)
    let fine = CompoundLaw(Poisson(mean: 20), Lattice(keepingMean: cost, step: 100, upTo: 3_000_000)).byTransform(
      exponent: 16)
    let rounded = CompoundLaw(Poisson(mean: 20), Lattice(rounding: cost, step: 150, upTo: 3_000_000)).byTransform(
      exponent: 16)
    // Cumulants: κ_k = λ E X^k, of which the third gives the skewness.
    let third = 20 * exp(3 * cost.mu + 4.5)
    #expect(abs(fine.mean / (20 * 7_674) - 1) < 1e-5)
    #expect(abs(fine.standardDeviation / (20 * exp(2 * cost.mu + 2)).squareRoot() - 1) < 1e-3)
    #expect(abs(fine.centralMoment(3) / third - 1) < 0.03)
    for p in [0.05, 0.5, 0.95, 0.99] { #expect(abs(fine.quantile(p) / rounded.quantile(p) - 1) < 1e-4) }
    #expect(abs(fine.tailMean(0.99) / rounded.tailMean(0.99) - 1) < 1e-3)
  }

  /// Amounts of 1 are the count itself; nobody at all is nothing.
  @Test func degenerateCases() throws {
    let one = Lattice(step: 1, [0, 1])
    let counts = CompoundLaw(NegativeBinomial(mean: 2, size: 1.3), one)
    for (total, error) in [(try #require(counts.byRecursion(60)), 1e-14), (counts.byTransform(exponent: 9), 1e-9)] {
      for k in 0..<40 {
        #expect(abs(total.probabilities[k] - gsl_ran_negative_binomial_pdf(UInt32(k), 1.3 / 3.3, 1.3)) < error)
      }
    }
    let none = try #require(CompoundLaw(Poisson(mean: 0), one).byRecursion(8))
    #expect(none.probabilities == [1, 0, 0, 0, 0, 0, 0, 0] && none.quantile(0.99) < 1 && none.mean == 0)
    // The recursion says that it cannot begin; the transform can.
    let many = CompoundLaw(Poisson(mean: 2_000), one)
    #expect(many.byRecursion(4_000) == nil)
    #expect(abs(many.byTransform(exponent: 13).quantile(0.95) - 2_074) < 1)
  }

  @Test func latticesKeepTheMeanAndAllProbability() {
    let cost = LayerPayment(LogNormal(mean: 7_674, sigma: 1), Layer(rate: 0.6, deductible: 1_000, cap: 30_000))
    for step in [100.0, 700, 30_000, 50_000] {
      let lattice = Lattice(keepingMean: cost, step: step, upTo: 30_000)
      #expect(abs(lattice.mean / cost.mean - 1) < 1e-10)
      #expect(abs(lattice.probabilities.reduce(0, +) - 1) < 1e-10)
    }
  }
}
