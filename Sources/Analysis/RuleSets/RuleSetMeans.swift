import Simulation

/// Means of the fund and of burdens under rule sets, with the Monte-Carlo error of whatever is made of them.
///
/// Errors rest on groups of neighbouring households: a figure is a sum of the groups' contributions z, and what is left of z
/// beside the group's persons n makes the error, Σ w² G/(G − 1) Σ (z − Z n / N)² over strata, as in `TallyReader`. Since a
/// group holds the same people and luck under every set, the error is that of the paired difference.
struct RuleSetMeans {
  private let sums: RuleSetSums
  private let burden: BurdenMeasure?
  private let share: FundShare
  private let factor: Double

  /// - Parameters:
  ///   - burden: what is counted of people; nil for the fund of the real population, yuan.
  ///   - share: the part of the fund that is meant.
  ///   - population: real residents.
  init(_ sums: RuleSetSums, _ burden: BurdenMeasure?, of share: FundShare = .total, population: Int) {
    self.sums = sums
    self.burden = burden
    self.share = share
    let persons = Double(sums.standsFor.reduce(0, +)), years = Double(sums.replicates)
    let unit = burden == nil ? Double(population) * 0.01 : burden == .outOfPocket ? 0.01 : 1
    factor = persons > 0 ? unit / persons / years : 0
  }

  /// The figure that a contrast makes; without an error where there is one group.
  func estimate(_ contrast: Contrast) -> Estimate {
    var (value, variance) = (0.0, 0.0)
    for stratum in 0..<sums.strata {
      let contributions = (0..<sums.groups).map { group in
        contrast.value { Double(sums.sum(burden, of: share, stratum: stratum, set: $0, group: group)) }
      }
      let persons = (0..<sums.groups).map { Double(sums.persons(stratum: stratum, group: $0)) }
      let (all, drawn) = (contributions.reduce(0, +), persons.reduce(0, +))
      guard drawn > 0 else { continue }
      let weight = Double(sums.standsFor[stratum]) * Double(sums.replicates) / drawn
      let level = all / drawn
      let squares = zip(contributions, persons).reduce(0.0) { sum, one in
        let left = one.0 - level * one.1
        return sum + left * left
      }
      value += weight * all
      variance += weight * weight * squares
    }
    let count = Double(sums.groups)
    let error = count > 1 ? (count / (count - 1) * variance).squareRoot() * factor : nil
    return Estimate(value * factor, standardError: error)
  }
}
