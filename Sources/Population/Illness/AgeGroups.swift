/// Figures by age group: the lower ends of the groups and how people of the reference population are spread over them.
public struct AgeGroups: Hashable, Sendable {
  /// The first age of each group; the first is 0 and they rise.
  public var from: [Int]
  /// Shares of the reference population; they add up to 1.
  public var shares: [Double]

  /// The group of a completed age.
  public func group(_ age: Int) -> Int { (from.lastIndex { $0 <= age }) ?? 0 }
}
