/// How many members households have: the census's share of one-person households, and a shifted Poisson distribution
/// above it whose mean is chosen so that the mean size is the census's.
public struct HouseholdSizes: Hashable, Sendable {
  /// Shares of households of 1, 2, 3, ... members; they add up to 1.
  public let shares: [Double]

  /// Fits the distribution; nil where no distribution up to `largest` has this mean.
  ///
  /// - Parameters:
  ///   - onePerson: the share of households with one member.
  ///   - mean: members a household.
  public init?(onePerson: Double, mean: Double, largest: Int) {
    guard largest >= 3, onePerson >= 0, onePerson < 1 else { return nil }
    // Mean of the households above one member, less the two that each of them has.
    let target = (mean - onePerson) / (1 - onePerson) - 2
    guard target > 0.001, target < Double(largest - 2) * 0.9 else { return nil }
    func tail(_ rate: Double) -> [Double] {
      let raw = Poisson(mean: rate).probabilities(upTo: largest - 2)
      let sum = raw.reduce(0, +)
      return raw.map { $0 / sum }
    }
    func average(_ rate: Double) -> Double { tail(rate).enumerated().reduce(0) { $0 + Double($1.offset) * $1.element } }
    // Cutting the tail off lowers the mean, and the mean grows with the rate: halve until it fits.
    var (low, high) = (0.0, 64.0)
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if average(middle) < target { low = middle } else { high = middle }
    }
    shares = [onePerson] + tail((low + high) / 2).map { $0 * (1 - onePerson) }
  }

  /// Members a household.
  public var mean: Double { shares.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element } }
}
