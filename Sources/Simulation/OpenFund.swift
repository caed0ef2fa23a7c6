import Settlement

/// The fund's payments to one cluster of households, before they are added to the sums.
struct OpenFund: ~Copyable {
  private var sums: Slots
  /// Cells with a payment, in the order of the first.
  private(set) var touched: [Int32] = []

  init(_ cells: FundCells) { sums = Slots(cells.count) }

  /// Adds what is more than nothing.
  @inline(__always) mutating func add(_ amount: Int64, toCell cell: Int) {
    if sums[cell] == 0 { touched.append(Int32(cell)) }
    sums[cell] += amount
  }

  @inline(__always) subscript(cell: Int) -> Int64 { sums[cell] }

  /// Begins the next cluster.
  mutating func clear() {
    sums.clear()
    touched.removeAll(keepingCapacity: true)
  }
}
