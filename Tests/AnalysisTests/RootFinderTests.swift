import Testing

@testable import Analysis

/// Where functions of whole numbers cross 0, by few values of them.
@Suite struct RootFinderTests {
  private func find(from low: Int64, to high: Int64, _ value: (Int64) -> Double) -> (ends: [Int64], asked: Int) {
    var known = [low: value(low), high: value(high)]
    for _ in 0..<200 {
      switch RootFinder.next(known, from: low, to: high) {
      case .ask(let at):
        #expect(known[at] == nil && low < at && at < high)
        known[at] = value(at)
      case .found(let a, let b): return ([a, b], known.count)
      }
    }
    return ([], known.count)
  }

  @Test func straightLinesTakeFewValues() {
    for slope in [1.0, -1.0] {
      let found = find(from: 0, to: 10_000) { slope * (Double($0) - 6_543.21) }
      #expect(found.ends == [6_543, 6_544] && found.asked <= 6, "\(found)")
    }
  }

  @Test func curvesAndStepsAreClosedIn() {
    let curve = find(from: 0, to: 10_000) { Double($0 * $0) - 3e6 }
    #expect(curve.ends == [1_732, 1_733] && curve.asked <= 16, "\(curve)")
    let step = find(from: 0, to: 1_000_000) { $0 < 777_777 ? -1 : 50 }
    #expect(step.ends == [777_776, 777_777] && step.asked <= 45, "\(step)")
  }

  @Test func aValueThatMeetsItExactlyIsFound() {
    #expect(find(from: 0, to: 100) { Double($0) - 50 }.ends == [50, 50])
    #expect(find(from: 0, to: 1) { Double($0) - 0.5 }.ends == [0, 1])
  }

  @Test func theIntervalCountsTheSlopesError() throws {
    // Without an error of the slope it is the figure's error divided by the slope.
    let sure = try #require(
      Crossing.fieller(level: 4, slope: 2, levelVariance: 1, slopeVariance: 0, covariance: 0))
    #expect(abs(sure.standardError - 0.5) < 1e-12)
    #expect(abs(sure.low + 2.98) < 1e-9)
    #expect(abs(sure.high + 1.02) < 1e-9)
    let wide = try #require(
      Crossing.fieller(level: 4, slope: 2, levelVariance: 1, slopeVariance: 0.1, covariance: 0))
    #expect(wide.low < sure.low)
    #expect(Crossing.fieller(level: 4, slope: 0.5, levelVariance: 1, slopeVariance: 0.1, covariance: 0) == nil)
  }
}
