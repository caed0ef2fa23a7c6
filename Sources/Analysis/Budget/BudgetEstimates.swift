import Foundation
import Simulation

/// Expected values of a budget's stages for the real population, with Monte-Carlo errors of whatever is made of them.
///
/// Errors rest on clusters of neighbouring households. A figure is a sum of clusters' contributions z, linearised where it is
/// a quotient; what is left of z beside the cluster's residents makes the error: m/(m − 1) Σ (z − Z n / N)².
struct BudgetEstimates {
  private let sums: BudgetSums
  private let scales: [Double]
  private let residents: [Double]

  /// - Parameter populations: residents in each stage.
  init(_ sums: BudgetSums, populations: [Int]) {
    self.sums = sums
    residents = sums.residents.map(Double.init)
    let drawn = max(1, residents.reduce(0, +)), replicates = Double(max(1, sums.replicates))
    scales = populations.map { Double($0) / drawn / replicates }
  }

  /// What clusters bring to what is not simulated.
  var nothing: [Double] { residents.map { _ in 0 } }

  /// What each cluster brings to the expected value of a stage.
  func clusters(_ part: Int, _ measure: BudgetSums.Measure, _ stage: Int) -> [Double] {
    sums.clusterSums(part, measure, stage: stage).map { Double($0) * scales[stage] }
  }

  /// The expected value of a stage.
  func mean(_ part: Int, _ measure: BudgetSums.Measure, _ stage: Int) -> Double {
    // One multiplication of a whole sum: stages that are alike have equal means to the last bit.
    Double(sums.clusterSums(part, measure, stage: stage).reduce(0, +)) * scales[stage]
  }

  /// The standard error of a sum of clusters' contributions; nil with fewer than two clusters.
  func error(_ contributions: [Double]) -> Double? {
    let count = Double(contributions.count), drawn = residents.reduce(0, +)
    guard count > 1, drawn > 0 else { return nil }
    let level = contributions.reduce(0, +) / drawn
    let squares = zip(contributions, residents).reduce(0.0) { sum, one in
      let left = one.0 - level * one.1
      return sum + left * left
    }
    return (count / (count - 1) * squares).squareRoot()
  }
}
