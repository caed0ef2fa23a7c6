import CGSL

@testable import Analysis

/// A figure as many runs found it.
struct Spread {
  private var values: [Double] = []
  private var variances: [Double] = []

  mutating func add(_ estimate: Estimate) {
    values.append(estimate.value)
    variances.append((estimate.standardError ?? .nan) * (estimate.standardError ?? .nan))
  }

  /// The spread of the values over the root mean square of their printed errors; 1 where these are right.
  var ratio: Double {
    let variance = values.withUnsafeBufferPointer { gsl_stats_variance($0.baseAddress, 1, values.count) }
    return (variance / (variances.reduce(0, +) / Double(variances.count))).squareRoot()
  }
}
