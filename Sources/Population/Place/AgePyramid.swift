/// People by age and sex as a census counts them, spread over single years of age.
public struct AgePyramid: Hashable, Sendable {
  /// The census's groups as files name them.
  public static let groups =
    ["0", "1-4"] + stride(from: 5, to: 85, by: 5).map { "\($0)-\($0 + 4)" } + ["85+"]
  /// The oldest age anybody is given.
  public static let oldest = 99
  /// The age from which somebody can head a household or be employed.
  public static let adult = 18

  /// Shares of all people, indexed by 2 × age + sex (0 female, 1 male); they add up to 1.
  public let shares: [Double]

  /// Spreads counts over years of age: evenly within a group, above 85 with a fifth fewer people each year (an
  /// assumption about the open group, which counts about 1 % of people).
  ///
  /// - Precondition: each list has a count for every group, none is negative, and there are adults.
  public init(female: [Double], male: [Double]) {
    precondition(female.count == Self.groups.count && male.count == Self.groups.count)
    var shares = [Double](repeating: 0, count: 2 * (Self.oldest + 1))
    for (sex, counts) in [female, male].enumerated() {
      for (index, count) in counts.enumerated() {
        let ages = Self.ages(ofGroup: index)
        let weights = ages.map { age in age > 85 ? Self.power(0.8, age - 85) : 1.0 }
        let sum = weights.reduce(0, +)
        for (age, weight) in zip(ages, weights) { shares[2 * age + sex] = count * weight / sum }
      }
    }
    let total = shares.reduce(0, +)
    precondition(total > 0)
    self.shares = shares.map { $0 / total }
  }

  /// The ages of a census group.
  public static func ages(ofGroup index: Int) -> ClosedRange<Int> {
    switch index {
    case 0: 0...0
    case 1: 1...4
    case groups.count - 1: 85...oldest
    default: (index - 1) * 5...(index - 1) * 5 + 4
    }
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }

  /// The share of people who are adults.
  public var adults: Double { shares[(2 * Self.adult)...].reduce(0, +) }
}
