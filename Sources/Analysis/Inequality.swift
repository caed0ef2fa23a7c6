import Simulation

/// How unequal incomes are before and after people pay for care, and who bears it.
///
/// All are of persons by income per head of their household (docs/reports.md names the formulas). Incomes lie in bins that are
/// 5 % wide, within which they count as equal.
public struct Inequality: Sendable {
  /// A figure of inequality.
  public enum Figure: String, CaseIterable, Sendable {
    /// Gini coefficient of income less what households pay.
    case giniAfterPayments
    /// Concentration index of what people pay: below 0 where the poor pay more than their share.
    case concentrationOutOfPocket
    /// Kakwani index: that less the Gini coefficient of income; below 0 where paying is regressive.
    case kakwaniOutOfPocket
    /// Concentration index of assistance with tilt: the lower, the more of it goes to the poor.
    case concentrationAssistance
  }

  private let tallies: [(tally: IncomeTally, weight: Double)]

  /// - Returns: nil where nothing of incomes was kept.
  public init?(_ sample: SampleTally) {
    guard sample.strata.allSatisfy(\.incomes.isKept) else { return nil }
    tallies = sample.strata.indices.map { (sample.strata[$0].incomes, sample.weight($0)) }
  }

  /// A figure with the error that leaving out groups of clusters in turn tells.
  public func estimate(_ figure: Figure) -> Estimate {
    Estimate.leavingOut(IncomeTally.groups) { value(figure, without: $0) }
  }

  /// By how much a figure differs from another rule set's, on the same people.
  public func difference(_ figure: Figure, from other: Inequality) -> Estimate {
    Estimate.leavingOut(IncomeTally.groups) { value(figure, without: $0) - other.value(figure, without: $0) }
  }

  /// - Parameter group: the group of clusters that is left out; nil for none.
  private func value(_ figure: Figure, without group: Int?) -> Double {
    func sums(_ sum: IncomeTally.Sum) -> [Double] {
      (0..<LogHistogram.count).map { bin in
        tallies.reduce(0) { whole, one in
          whole
            + (0..<IncomeTally.groups).reduce(0) {
              $1 == group ? $0 : $0 + one.weight * Double(one.tally.sum(sum, group: $1, bin: bin))
            }
        }
      }
    }
    switch figure {
    case .giniAfterPayments: return Self.concentration(sums(.incomeAfter), of: sums(.personsAfter))
    case .concentrationOutOfPocket: return Self.concentration(sums(.outOfPocket), of: sums(.persons))
    case .kakwaniOutOfPocket:
      let persons = sums(.persons)
      return Self.concentration(sums(.outOfPocket), of: persons) - Self.concentration(sums(.income), of: persons)
    case .concentrationAssistance: return Self.concentration(sums(.help), of: sums(.persons))
    }
  }

  /// The concentration index of amounts over persons who stand in the order of their incomes: one less twice the area under the
  /// concentration curve. That of incomes themselves is their Gini coefficient. Not a number where there is no amount.
  static func concentration(_ amounts: [Double], of persons: [Double]) -> Double {
    let (all, people) = (amounts.reduce(0, +), persons.reduce(0, +))
    guard all != 0, people > 0 else { return .nan }
    var (below, area) = (0.0, 0.0)
    for (amount, count) in zip(amounts, persons) {
      let reached = below + amount
      area += count * (below + reached)
      below = reached
    }
    return 1 - area / (all * people)
  }
}
