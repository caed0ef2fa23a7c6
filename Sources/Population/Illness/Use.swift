/// A yearly rate that differs by age and poverty, calibrated on a reference population.
public struct Use: Hashable, Sendable {
  /// The target: a year's count per person of the reference population, listed diseases included.
  public var perPerson: Double
  /// Rates of the age groups over each other; only their ratios matter.
  public var relative: [Double]
  /// The rate of a poor person over that of another of the same age.
  public var poorTimes: Double
  /// Size of the negative binomial count; the smaller, the more the same people are ill again.
  public var size: Double
  /// The target of the mean cost of one, yuan, listed diseases included.
  public var cost: Double

  /// Mean counts by 2 × age group + poor that give `mean` per person of the reference population.
  public func means(_ mean: Double, _ groups: AgeGroups, poorShare: Double) -> [Double] {
    let average =
      zip(groups.reference, relative).reduce(0) { $0 + $1.0 * $1.1 } * (1 - poorShare + poorShare * poorTimes)
    return relative.flatMap { [$0 / average * mean, $0 / average * mean * poorTimes] }
  }
}
