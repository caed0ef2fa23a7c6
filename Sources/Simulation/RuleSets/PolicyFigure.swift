import Input
import Population

/// A figure that is compared between variants of a place's rules.
public enum PolicyFigure: String, CaseIterable, Sendable {
  /// The fund's mean year: assistance and premium subsidy.
  case mean
  /// Years that a share of all years pass, with everything uncertain; the mean of those beyond.
  case p50, p90, p95, p99, tvar95, tvar99
  /// The share of years that pass the appropriation, with everything uncertain.
  case probabilityOverBudget
  /// Out-of-pocket cost of a person.
  case outOfPocket
  /// Shares of persons: in households with such a burden, made poor by illness, paid by the fund.
  case catastrophic10, catastrophic25, discretionary40, impoverished, benefitRate

  /// What of a person's year it counts; nil for figures of the fund.
  public var burden: BurdenMeasure? {
    switch self {
    case .outOfPocket: .outOfPocket
    case .catastrophic10: .catastrophic10
    case .catastrophic25: .catastrophic25
    case .discretionary40: .discretionary40
    case .impoverished: .impoverished
    case .benefitRate: .personsPaid
    default: nil
    }
  }

  /// The share of years below, of a figure of the distribution of years; nil for means.
  public var quantile: Double? {
    switch self {
    case .p50: 0.5
    case .p90: 0.9
    case .p95, .tvar95: 0.95
    case .p99, .tvar99: 0.99
    default: nil
    }
  }

  /// Whether it is the mean of the years beyond its quantile.
  public var isTail: Bool { self == .tvar95 || self == .tvar99 }

  /// Whether it is one of the distribution of years, for which everything uncertain is drawn.
  public var isOfYears: Bool { quantile != nil || self == .probabilityOverBudget }

  /// Replicates without which it cannot be told.
  public var leastReplicates: Int {
    if self == .probabilityOverBudget { return 100 }
    guard let quantile else { return 1 }
    return Int((5 / min(quantile, 1 - quantile)).rounded())
  }

  /// Refuses a figure that a scenario cannot tell.
  func refuseUntold(_ scenario: Scenario, _ place: PlaceModel) throws(Refusal) {
    func refusal(_ reason: String, _ hint: String) -> Refusal {
      Refusal(
        Diagnostic(at: Place(file: "command line", line: 0), key: "--figure", "\(rawValue) \(reason)", hint: hint))
    }
    guard isOfYears else { return }
    if scenario.uncertainty.isNone {
      throw refusal(
        "is not told of luck alone, and \(scenario.file) holds nothing uncertain",
        "leave uncertainty: none out of it, or ask for another figure")
    }
    if scenario.replicates < leastReplicates {
      throw refusal(
        "takes \(leastReplicates) replicates, and these are \(scenario.replicates)", "--replicates \(leastReplicates)")
    }
    if self == .probabilityOverBudget, scenario.budget?.place != place.id {
      throw refusal(
        "takes an appropriation, and \(scenario.file) has none of \(place.id)",
        "add budget: {place: \(place.id), amount: …} to it, or ask for another figure")
    }
  }
}
