/// Whole numbers instead of fractional ones that add up to a given whole number.
///
/// For the column in a larger unit than yuan, whose rounded rows a reader adds up again.
public enum LargestRemainder {
  /// Rounds down, and gives what is left of the sum one by one to those with the largest fractions, the first of equals
  /// first. A whole number stays as it is as long as there are others to give to.
  ///
  /// - Parameter sum: within the number of values of their own sum.
  public static func whole(_ values: [Double], sum: Int64) -> [Int64] {
    var numbers = values.map { Int64($0.rounded(.down)) }
    func fraction(_ index: Int) -> Double { values[index] - values[index].rounded(.down) }
    var left = sum - numbers.reduce(0, +)
    let order = values.indices.sorted { fraction($0) == fraction($1) ? $0 < $1 : fraction($0) > fraction($1) }
    while left != 0, !order.isEmpty {
      for index in left > 0 ? order : order.reversed() where left != 0 {
        numbers[index] += left.signum()
        left -= left.signum()
      }
    }
    return numbers
  }
}
