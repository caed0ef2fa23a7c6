/// What the fund pays in each stage of a budget, by cluster of households; whole numbers throughout, so that any order of
/// adding gives the same.
public struct BudgetSums: Sendable {
  /// What is counted of a part. Amounts are fen.
  public enum Measure: Int, CaseIterable, Sendable { case amount, persons, personTimes }

  /// Sums of one stage: a number for each part and measure.
  static let cells = BudgetPart.simulated.count * Measure.allCases.count

  /// Stages, of last year and after each step.
  public let stages: Int
  /// Clusters of neighbouring households that errors rest on.
  public let clusters: Int
  /// Times the year is repeated.
  public let replicates: Int
  /// Residents of each cluster, once and not once a replicate.
  public private(set) var residents: [Int64]
  private var byCluster: [Int64]

  init(stages: Int, clusters: Int, replicates: Int) {
    (self.stages, self.clusters, self.replicates) = (stages, clusters, replicates)
    residents = Array(repeating: 0, count: clusters)
    byCluster = Array(repeating: 0, count: stages * clusters * Self.cells)
  }

  /// The index of a part's measure among the cells of a stage.
  @inline(__always) static func cell(_ part: Int, _ measure: Measure) -> Int {
    part * Measure.allCases.count + measure.rawValue
  }

  mutating func add(residents count: Int64, cluster: Int) { residents[cluster] += count }

  /// Adds what a stage paid to some households of a cluster.
  mutating func add(_ cells: [Int64], stage: Int, cluster: Int) {
    let first = (stage * clusters + cluster) * Self.cells
    for (index, value) in cells.enumerated() { byCluster[first + index] += value }
  }

  /// Adds another worker's sums, which are of the same shape.
  mutating func merge(_ other: BudgetSums) {
    for index in residents.indices { residents[index] += other.residents[index] }
    for index in byCluster.indices { byCluster[index] += other.byCluster[index] }
  }

  /// The sum of all replicates in each cluster.
  ///
  /// - Parameter part: index into `BudgetPart.simulated`.
  public func clusterSums(_ part: Int, _ measure: Measure, stage: Int) -> [Int64] {
    let cell = Self.cell(part, measure)
    return (0..<clusters).map { byCluster[(stage * clusters + $0) * Self.cells + cell] }
  }
}
