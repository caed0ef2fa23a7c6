import Settlement

/// Sums over people and replicates with what their errors need: squares of clusters' sums, and products of these with
/// the cluster's residents. All integers, so that any order of adding gives the same.
public struct ClusterSums: Sendable {
  /// Sums by index.
  public internal(set) var sums: [Int64]
  /// Squares of clusters' sums.
  public internal(set) var squares: [Int128]
  /// Products of clusters' sums and their residents.
  public internal(set) var residentCross: [Int128]

  init(count: Int) {
    sums = Array(repeating: 0, count: count)
    squares = Array(repeating: 0, count: count)
    residentCross = squares
  }

  /// Keeps the sums alone.
  mutating func dropErrors() {
    squares = []
    residentCross = []
  }

  /// Adds a cluster's sums, squares and products.
  mutating func add(_ open: borrowing Slots, residents: Int128) {
    for index in sums.indices where open[index] != 0 {
      let value = Int128(open[index])
      sums[index] += open[index]
      squares[index] += value * value
      residentCross[index] += value * residents
    }
  }
}
