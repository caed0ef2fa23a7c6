import Testing

@testable import Population

/// Sample means and variances against closed forms, at a fixed seed, within four standard errors.
@Suite struct SamplerTests {
  static let count = 100_000

  /// Mean and variance of draws, with the standard errors of both as the sample itself shows them.
  private func expect(
    mean: Double, variance: Double, seed: UInt64, _ draw: (borrowing Philox) -> Double,
    location: SourceLocation = #_sourceLocation
  ) {
    let random = Philox(seed: seed)
    random.seek(replicate: 1, household: 0, purpose: Purpose(.household))
    let values = (0..<Self.count).map { _ in draw(random) }
    let n = Double(values.count)
    let average = values.reduce(0, +) / n
    let squares = values.map { ($0 - average) * ($0 - average) }
    let spread = squares.reduce(0, +) / n
    let fourth = squares.reduce(0) { $0 + $1 * $1 } / n
    #expect(abs(average - mean) < 4 * (variance / n).squareRoot(), sourceLocation: location)
    #expect(abs(spread - variance) < 4 * ((fourth - spread * spread) / n).squareRoot(), sourceLocation: location)
  }

  @Test func logNormal() {
    let d = LogNormal(mean: 7674, sigma: 0.8)
    #expect(abs(d.mean - 7674) < 1e-6)
    expect(mean: d.mean, variance: d.variance, seed: 1) { d.draw($0) }
    #expect(abs(d.cumulative(d.mean) - 0.6554) < 1e-4)
    #expect(LogNormal(mean: 5, sigma: 0).cumulative(5) == 1 && d.cumulative(0) == 0)
  }

  @Test func gammaSums() {
    let d = Gamma(mean: 116, shape: 1.5)
    expect(mean: 3 * d.mean, variance: 3 * d.variance, seed: 2) { d.sum(of: 3, $0) }
  }

  @Test func poisson() {
    let d = Poisson(mean: 2.5)
    expect(mean: 2.5, variance: 2.5, seed: 3) { Double(d.draw($0)) }
    #expect(Poisson(mean: 0).probabilities(upTo: 2) == [1, 0, 0])
    #expect(abs(d.probabilities(upTo: 60).reduce(0, +) - 1) < 1e-12)
  }

  @Test(arguments: [(0.2, 0.6), (2.16, 0.5), (0.35, 0.08)])
  func negativeBinomialByTable(mean: Double, size: Double) {
    let d = NegativeBinomial(mean: mean, size: size)
    let p = d.probabilities
    #expect(abs(p.reduce(0, +) - 1) < 1e-9)
    #expect(abs(p.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element } - mean) < 1e-6)
    let table = Discrete([p])
    let random = Philox(seed: 4)
    random.seek(replicate: 1, household: 9, purpose: Purpose(.household))
    let n = Double(Self.count)
    var sum = 0
    for _ in 0..<Self.count { sum += table.draw(0, random) }
    #expect(abs(Double(sum) / n - mean) < 4 * (d.variance / n).squareRoot())
    #expect(NegativeBinomial(mean: 0, size: 1).probabilities == [1])
  }

  @Test func discreteDrawsByWeight() {
    let weights = [0.5, 0, 1.5, 2]
    let table = Discrete([[1], weights])
    let random = Philox(seed: 5)
    random.seek(replicate: 1, household: 0, purpose: Purpose(.household))
    var hits = [0, 0, 0, 0]
    for _ in 0..<Self.count { hits[table.draw(1, random)] += 1 }
    for (hit, weight) in zip(hits, weights) {
      let p = weight / 4
      #expect(abs(Double(hit) - p * Double(Self.count)) <= 4 * (p * (1 - p) * Double(Self.count)).squareRoot())
    }
    #expect(table.draw(0, random) == 0)
  }

  @Test(arguments: 0..<4) func dirichlet(part: Int) {
    let d = Dirichlet(means: SIMD4(0.85, 0.05, 0.01, 0.09), concentration: 30)
    expect(mean: d.means[part], variance: d.variances[part], seed: 6) { d.draw($0)[part] }
  }

  @Test func dirichletSharesAddUp() {
    let d = Dirichlet(means: SIMD4(0.25, 0.25, 0.25, 0.25), concentration: 0.001)
    let random = Philox(seed: 7)
    for _ in 0..<2_000 { #expect(abs(d.draw(random).sum() - 1) < 1e-9) }
  }
}
