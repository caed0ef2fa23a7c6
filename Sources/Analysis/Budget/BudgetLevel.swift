import Simulation

/// How simulated stages move a figure of the account, and what each cluster of households brings to that.
struct BudgetLevel {
  let stages: [Double]
  private let base: Double
  private let clusters: [[Double]]
  private let means: [Double]
  let isScaled: Bool

  /// - Parameters:
  ///   - base: the account's figure without one-offs.
  ///   - means: the simulated figure in each stage.
  ///   - clusters: what each cluster brings to these.
  ///   - residual: a figure of which nothing is simulated in the first stage has no relative change, so that its changes are
  ///     added.
  init(_ base: Double, means: [Double], clusters: [[Double]], residual: BudgetRequest.Residual) {
    (self.base, self.means, self.clusters) = (base, means, clusters)
    let first = means.first ?? 0
    let isScaled = residual == .kept && first > 0
    self.isScaled = isScaled
    // An unchanged stage leaves the figure as it is, to the last bit.
    stages = means.map { isScaled ? base * ($0 / first) : base + ($0 - first) }
  }

  /// What each cluster brings to the change between two stages.
  func contributions(from one: Int, to other: Int) -> [Double] {
    let first = means[0]
    guard isScaled else { return zip(clusters[other], clusters[one]).map { $0 - $1 } }
    let ratio = (means[other] - means[one]) / first, factor = base / first
    return clusters[0].indices.map { factor * (clusters[other][$0] - clusters[one][$0] - ratio * clusters[0][$0]) }
  }

  /// What is simulated in the first stage, and in the last.
  var simulatedFirst: Double { means.first ?? 0 }
  var simulatedLast: Double { means.last ?? 0 }
}
