/// Sums of what people use, get and pay, by group, with squares and products of clusters' sums for their errors.
public struct BurdenTally: Sendable {
  /// How groups are numbered.
  public let groups: Groups
  /// Sums by group and measure, `group × BurdenMeasure.count + measure`.
  public internal(set) var sums: [Int64]
  /// Squares of clusters' sums, indexed as `sums`.
  public internal(set) var squares: [Int128]
  /// Products of clusters' sums and their persons in the group.
  public internal(set) var cross: [Int128]
  /// Products of clusters' sums and all their residents, in the group or not.
  public internal(set) var residentCross: [Int128]
  /// Products of what all layers paid and the cost of a cluster, by group.
  public internal(set) var paidCostCross: [Int128]
  /// Squares of the differences of clusters' sums from the reference variant's.
  public internal(set) var differenceSquares: [Int128]
  /// Products of those differences and the cluster's persons in the group.
  public internal(set) var differenceCross: [Int128]

  init(_ groups: Groups) {
    self.groups = groups
    sums = Array(repeating: 0, count: groups.count * BurdenMeasure.count)
    squares = Array(repeating: 0, count: sums.count)
    cross = squares
    residentCross = squares
    paidCostCross = Array(repeating: 0, count: groups.count)
    differenceSquares = squares
    differenceCross = squares
  }

  /// Keeps what is of all people, with its errors.
  mutating func dropGroups() {
    func first<Number>(_ numbers: [Number]) -> [Number] { Array(numbers.prefix(BurdenMeasure.count)) }
    sums = first(sums)
    squares = first(squares)
    cross = first(cross)
    residentCross = first(residentCross)
    paidCostCross = Array(paidCostCross.prefix(1))
    differenceSquares = first(differenceSquares)
    differenceCross = first(differenceCross)
  }

  /// Keeps the sums over all people alone.
  mutating func dropErrorsAndGroups() {
    sums = Array(sums.prefix(BurdenMeasure.count))
    squares = []
    cross = []
    residentCross = []
    paidCostCross = []
    differenceSquares = []
    differenceCross = []
  }

  /// Adds a gathered cluster's sums, squares and products.
  mutating func add(_ open: borrowing OpenBurden) {
    let (width, residents) = (BurdenMeasure.count, open.residents)
    for group in 0..<groups.count where open.has(group) {
      let first = group * width
      let persons = Int128(open[first + BurdenMeasure.persons.rawValue])
      let paid = Int128(open[first + BurdenMeasure.paidByAll.rawValue])
      paidCostCross[group] += paid * Int128(open[first + BurdenMeasure.cost.rawValue])
      for index in first..<first + width {
        let sum = open[index]
        guard sum != 0 else { continue }
        let value = Int128(sum)
        sums[index] += sum
        squares[index] += value * value
        cross[index] += value * persons
        residentCross[index] += value * residents
      }
    }
  }

  /// Adds the differences of a gathered cluster from the reference variant's.
  ///
  /// The same people are in the same groups under both.
  mutating func addDifference(_ open: borrowing OpenBurden, from reference: borrowing OpenBurden) {
    let width = BurdenMeasure.count
    for group in 0..<groups.count where open.has(group) {
      let first = group * width
      let persons = Int128(open[first + BurdenMeasure.persons.rawValue])
      for index in first..<first + width {
        let difference = Int128(open[index] - reference[index])
        guard difference != 0 else { continue }
        differenceSquares[index] += difference * difference
        differenceCross[index] += difference * persons
      }
    }
  }
}
