/// How unequally amounts are spread over people.
enum Concentration {
  /// The share of the sum that the largest `fraction` of the amounts have; the amount at the border counts in part.
  static func topShare(_ amounts: [Double], of fraction: Double) -> Double {
    let sorted = amounts.sorted(by: >)
    let top = fraction * Double(sorted.count)
    let whole = Int(top)
    var sum = sorted.prefix(whole).reduce(0, +)
    if whole < sorted.count { sum += sorted[whole] * (top - Double(whole)) }
    return sum / sorted.reduce(0, +)
  }

  /// The Gini coefficient: 0 where all are equal, near 1 where one has everything.
  static func gini(_ amounts: [Double]) -> Double {
    let sorted = amounts.sorted()
    let (count, sum) = (Double(sorted.count), sorted.reduce(0, +))
    let ranked = sorted.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
    return 2 * ranked / (count * sum) - (count + 1) / count
  }
}
