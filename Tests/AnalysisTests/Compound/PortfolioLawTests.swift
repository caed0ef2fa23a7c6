import Foundation
import Population
import Testing

@testable import Analysis

/// Totals of many persons whose amounts have something in common.
@Suite struct PortfolioLawTests {
  private let amount = Lattice(
    keepingMean: LayerPayment(LogNormal(mean: 7_674, sigma: 1), Layer(rate: 0.6, deductible: 1_000, cap: 30_000)),
    step: 500, upTo: 30_000)

  private func moments(_ lattice: Lattice) -> (Double, Double) {
    (
      lattice.mean,
      lattice.probabilities.enumerated().reduce(0) { $0 + pow(Double($1.offset) * lattice.step, 2) * $1.element }
    )
  }

  /// Without anything in common n persons are one with n times the mean and the size.
  @Test func personsAddUp() {
    let (m1, m2) = moments(amount)
    let person = NegativeBinomial(mean: 0.2, size: 0.98)
    for persons in [10, 200, 3_000] as [Int64] {
      let all = NegativeBinomial(mean: 0.2 * Double(persons), size: 0.98 * Double(persons))
      let mean = all.mean * m1, variance = all.mean * (m2 - m1 * m1) + all.variance * m1 * m1
      let law = PortfolioLaw(groups: [.init(persons: persons, count: person)], conditions: [(1, amount)])
        .law(mean: mean, deviation: variance.squareRoot(), points: 1 << 14)
      let known = CompoundLaw(all, amount).byTransform(exponent: 15)
      #expect(law.aliased < 1e-6, "\(persons): \(law.aliased)")
      #expect(abs(law.mean / mean - 1) < 1e-6)
      for p in [0.05, 0.5, 0.95, 0.99] {
        #expect(abs(law.quantile(p) - known.quantile(p)) < 1e-3 * law.standardDeviation)
      }
    }
  }

  /// A person with one of two conditions is a mixture of two compound laws.
  @Test func whatAPersonsAmountsHaveInCommonIsMixed() {
    let other = Lattice(step: 500, [0.1, 0.2, 0.3, 0.4])
    let count = NegativeBinomial(mean: 1.5, size: 2)
    let known = zip(
      CompoundLaw(count, amount).byTransform(exponent: 11).probabilities,
      CompoundLaw(count, other).byTransform(exponent: 11).probabilities
    ).map { 0.25 * $0 + 0.75 * $1 }
    let law = PortfolioLaw(groups: [.init(persons: 1, count: count)], conditions: [(0.25, amount), (0.75, other)])
      .law(mean: 6_000, deviation: 30_000, points: 1 << 14)
    #expect(law.step == 500 && law.origin == 0)
    let difference = zip(known, law.probabilities).prefix(1_000).map { abs($0 - $1) }.max() ?? 1
    #expect(difference < 1e-8)
  }

  /// Few totals, a step apart that is many of the amounts', tell the same quantiles of many persons.
  @Test func aCoarseLawOfManyIsAsGood() {
    let (m1, m2) = moments(amount)
    let person = NegativeBinomial(mean: 0.2, size: 0.98)
    let persons: Int64 = 100_000
    let all = NegativeBinomial(mean: 0.2 * Double(persons), size: 0.98 * Double(persons))
    let mean = all.mean * m1, deviation = (all.mean * (m2 - m1 * m1) + all.variance * m1 * m1).squareRoot()
    let portfolio = PortfolioLaw(groups: [.init(persons: persons, count: person)], conditions: [(1, amount)])
    let fine = portfolio.law(mean: mean, deviation: deviation, points: 1 << 16)
    let coarse = portfolio.law(mean: mean, deviation: deviation, points: 512)
    #expect(fine.step == 500 && coarse.step > 5_000 && coarse.aliased < 1e-9)
    #expect(abs(coarse.standardDeviation / deviation - 1) < 1e-6 && abs(fine.standardDeviation / deviation - 1) < 1e-6)
    for p in [0.01, 0.5, 0.95, 0.99] {
      #expect(abs(fine.quantile(p) - coarse.quantile(p)) < 2e-3 * deviation)
    }
  }
}
