import Simulation

/// How simulated stages move a figure of the account, and what each cluster of households brings to that.
struct BudgetLevel {
  let stages: [Double]
  private let base: Double
  private let brought: [Double]
  private let clusters: [[Double]]
  private let means: [Double]
  let isScaled: Bool

  /// - Parameters:
  ///   - base: the account's figure without one-offs.
  ///   - brought: what each cluster brings to the base, where it rests on the simulation; nil where it is stated.
  ///   - means: the simulated figure in each stage.
  ///   - clusters: what each cluster brings to these.
  ///   - residual: a figure of which nothing is simulated in the first stage has no relative change, so that its changes are
  ///     added.
  init(
    _ base: Double, brought: [Double]? = nil, means: [Double], clusters: [[Double]], residual: BudgetRequest.Residual
  ) {
    (self.base, self.means, self.clusters) = (base, means, clusters)
    self.brought = brought ?? (clusters.first ?? []).map { _ in 0 }
    let first = means.first ?? 0
    let isScaled = residual == .kept && first > 0
    self.isScaled = isScaled
    // An unchanged stage leaves the figure as it is, to the last bit.
    stages = means.map { isScaled ? base * ($0 / first) : base + ($0 - first) }
  }

  /// What each cluster brings to the figure in a stage; 0 in the first where the account states it.
  ///
  /// Stages that are alike bring the same to the last bit, so that the error of a step which does nothing is 0.
  func contributions(_ stage: Int) -> [Double] {
    let (own, first) = (clusters[stage], clusters[0])
    guard isScaled else { return own.indices.map { brought[$0] + (own[$0] - first[$0]) } }
    let ratio = means[stage] / means[0], factor = base / means[0]
    return own.indices.map { ratio * brought[$0] + factor * (own[$0] - ratio * first[$0]) }
  }

  /// What is simulated in the last stage.
  var simulatedLast: Double { means.last ?? 0 }

  /// What each cluster brings to that.
  var simulatedContributions: [Double] { clusters.last ?? [] }
}
