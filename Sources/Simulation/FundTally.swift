/// Sums of the fund's cells by replicate, with squares and products of clusters' sums for their errors.
public struct FundTally: Sendable {
  /// How cells are numbered.
  public let cells: FundCells
  /// Cells of each replicate, `replicate × cells.count + cell`.
  public internal(set) var sums: [Int64]
  /// Squares of the cells' sums over a cluster, all its replicates together.
  public internal(set) var squares: [Int128]
  /// Products of those sums and the cluster's residents.
  public internal(set) var residentCross: [Int128]
  /// Products of those sums and the amount of the same component and class.
  public internal(set) var amountCross: [Int128]
  /// Squares of their differences from the reference variant; zero where its cells are others.
  public internal(set) var differenceSquares: [Int128]
  /// Products of those differences and the cluster's residents.
  public internal(set) var differenceResidentCross: [Int128]

  init(_ cells: FundCells, replicates: Int) {
    self.cells = cells
    sums = Array(repeating: 0, count: replicates * cells.count)
    squares = Array(repeating: 0, count: cells.count)
    residentCross = squares
    amountCross = squares
    differenceSquares = squares
    differenceResidentCross = squares
  }

  /// Keeps the sums alone.
  mutating func dropErrors() {
    squares = []
    residentCross = []
    amountCross = []
    differenceSquares = []
    differenceResidentCross = []
  }

  /// Adds a payment of a replicate.
  @inline(__always) mutating func add(_ amount: Int64, toCell cell: Int, replicate: Int) {
    sums[replicate * cells.count + cell] += amount
  }

  /// Adds a cluster's squares and products.
  mutating func add(_ open: borrowing OpenFund, residents: Int128) {
    for cell in open.touched.lazy.map(Int.init) {
      let value = Int128(open[cell])
      squares[cell] += value * value
      residentCross[cell] += value * residents
      amountCross[cell] += value * Int128(open[cells.amount(of: cell)])
    }
  }

  /// Adds the differences of a cluster from the reference variant's.
  ///
  /// - Parameter twins: for each cell the reference's cell of the same name, -1 for none.
  mutating func addDifference(
    _ open: borrowing OpenFund, from reference: borrowing OpenFund, twins: [Int32], residents: Int128
  ) {
    for cell in twins.indices {
      let before = twins[cell] < 0 ? 0 : reference[Int(twins[cell])]
      let difference = Int128(open[cell] - before)
      guard difference != 0 else { continue }
      differenceSquares[cell] += difference * difference
      differenceResidentCross[cell] += difference * residents
    }
  }
}
