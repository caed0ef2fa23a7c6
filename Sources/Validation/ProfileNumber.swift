import Input

/// A number of an illness file that can be moved.
public struct ProfileNumber: Sendable {
  /// Where a number stands.
  struct Spot: Sendable {
    var value: Double
    /// Its digits among the Unicode scalars of the text.
    var range: Range<Int>
  }

  /// The number, or the list of which it is an item.
  var spots: [Spot]
  var index: Int
  /// The mapping that says where the number comes from.
  var parameter: Node

  /// The number as the file has it.
  public var value: Double { spots[index].value }

  /// Where it stands, by which it is told from others.
  var place: Range<Int> { spots[index].range }

  /// What its list becomes with another value.
  func values(with value: Double) -> [Double] {
    let sum = spots.reduce(0) { $0 + $1.value }
    let others = sum - spots[index].value
    let isShares = spots.count > 1 && abs(sum - 1) <= 0.001 && others > 0
    return spots.enumerated().map { offset, spot in
      offset == index ? value : isShares ? spot.value * (1 - value) / others : spot.value
    }
  }
}
