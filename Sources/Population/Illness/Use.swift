/// A yearly rate that differs by age, sex and poverty, calibrated on a reference population.
public struct Use: Hashable, Sendable {
  /// The target: a year's count per person of the reference population, listed diseases included.
  public var perPerson: Double
  /// Rates of the age groups over each other; only their ratios matter.
  public var relative: [Double]
  /// By age group, the rate of women and girls over that of men and boys.
  public var femaleTimes: [Double]
  /// The rate of a poor person over that of another of the same age and sex.
  public var poorTimes: Double
  /// Size of the negative binomial count; the smaller, the more the same people are ill again.
  public var size: Double
  /// The target of the mean cost of one, yuan, listed diseases included.
  public var cost: Double

  /// Mean counts by `Patient.row` that give `mean` per person of the reference population.
  public func means(_ mean: Double, _ reference: Reference) -> [Double] {
    let poor = 1 - reference.poor + reference.poor * poorTimes
    // `relative` is of both sexes together, so that a gradient of sex does not move the age groups.
    let male = femaleTimes.map { 1 / (1 - reference.female + reference.female * $0) }
    let average = zip(reference.groups.shares, relative).reduce(0) { $0 + $1.0 * $1.1 } * poor
    return relative.indices.flatMap { group -> [Double] in
      let rate = relative[group] / average * mean * male[group]
      return [rate * femaleTimes[group], rate * femaleTimes[group] * poorTimes, rate, rate * poorTimes]
    }
  }
}
