import CGSL
import Testing

@testable import Population

/// What is drawn from tables is what a gamma frailty behind Poisson counts would give.
@Suite struct FrailtyTests {
  static let kinds = [(0.2, 0.98), (1.5, 0.4), (0.01, 3.0), (6.0, 2.0)]

  /// People with a drawn frailty, and their admissions given it.
  private func people(_ mean: Double, _ size: Double, _ count: Int = 60_000) -> [(frailty: Double, admissions: Int)] {
    let gamma = Gamma(mean: 1, shape: size)
    return GoodnessOfFit.draws(count, seed: 41) { random in
      let frailty = gamma.sum(of: 1, random)
      return (frailty, Poisson(mean: mean * frailty).draw(random))
    }
  }

  @Test(arguments: kinds)
  func sharingAFrailtyMakesTheNegativeBinomial(mean: Double, size: Double) {
    let people = people(mean, size)
    let frailties = people.map(\.frailty)
    #expect(GoodnessOfFit.kolmogorov(frailties) { gsl_cdf_gamma_P($0, size, 1 / size) } > GoodnessOfFit.least)
    let d = NegativeBinomial(mean: mean, size: size)
    let counts = GoodnessOfFit.counts(people.map(\.admissions), below: d.probabilities.count)
    #expect(GoodnessOfFit.chiSquared(counts, d.probabilities) > GoodnessOfFit.least)
    // Var N = m + m²/k of the table itself, to the last digits.
    let (first, second) = d.probabilities.enumerated().reduce((0.0, 0.0)) { sums, item in
      let k = Double(item.offset)
      return (sums.0 + k * item.element, sums.1 + k * k * item.element)
    }
    #expect(abs(first / mean - 1) < 1e-6 && abs((second - first * first) / (mean + mean * mean / size) - 1) < 1e-6)
    #expect(abs(d.variance - mean - mean * mean / size) < 1e-12)
  }

  /// Mean frailty of the people in a bucket is what the table says, and all together average to 1.
  @Test(arguments: kinds)
  func bucketsHaveTheMeanFrailtyOfTheirPeople(mean: Double, size: Double) {
    let d = NegativeBinomial(mean: mean, size: size)
    let means = Frailty.means(of: d)
    var shares = (0..<Frailty.buckets - 1).map { d.probabilities[$0] }
    shares.append(1 - shares.reduce(0, +))
    #expect(abs(zip(means, shares).reduce(0) { $0 + $1.0 * $1.1 } - 1) < 1e-7)
    for (bucket, expected) in means.enumerated() {
      let found = people(mean, size).filter { Frailty.bucket($0.admissions) == bucket }.map(\.frailty)
      guard found.count > 50 else { continue }
      let average = found.reduce(0, +) / Double(found.count)
      let variance = found.reduce(0) { $0 + ($1 - average) * ($1 - average) } / Double(found.count)
      #expect(abs(average - expected) < 4 * (variance / Double(found.count)).squareRoot(), "bucket \(bucket)")
    }
  }

  @Test func whereNobodyIsAdmittedFrailtySaysNothing() {
    #expect(abs(Frailty.means(of: NegativeBinomial(mean: 0, size: 1))[0] - 1) < 1e-12)
  }
}
