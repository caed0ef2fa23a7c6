/// Sums over people and replicates with what their errors need: squares of households' sums, and products of these with
/// the household's residents. All integers, so that any order of adding gives the same.
public struct HouseholdSums: Sendable {
  /// Sums by index.
  public internal(set) var sums: [Int64]
  /// Squares of households' sums.
  public internal(set) var squares: [Int128]
  /// Products of households' sums and their residents.
  public internal(set) var residentCross: [Int128]

  // The household that is open.
  private var open: [Int64]
  private var touched: [Int32] = []

  init(count: Int) {
    sums = Array(repeating: 0, count: count)
    open = sums
    squares = Array(repeating: 0, count: count)
    residentCross = squares
  }

  /// Adds to the open household; nothing that is added is negative.
  mutating func add(_ amount: Int64, at index: Int) {
    guard amount != 0 else { return }
    if open[index] == 0 { touched.append(Int32(index)) }
    open[index] += amount
  }

  /// Adds the open household's sums, squares and products and begins the next one.
  mutating func closeHousehold(residents: Int128) {
    for index in touched.lazy.map(Int.init) {
      let value = Int128(open[index])
      sums[index] += open[index]
      squares[index] += value * value
      residentCross[index] += value * residents
      open[index] = 0
    }
    touched.removeAll(keepingCapacity: true)
  }
}
