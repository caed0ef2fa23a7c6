/// A figure whose change under a package is told apart by provision.
public enum AttributionFigure: String, CaseIterable, Sendable {
  /// The fund's mean year: assistance and premium subsidy.
  case mean
  /// Years that a share of all years pass, with everything uncertain; the mean of those beyond.
  case p50, p90, p95, p99, tvar95, tvar99
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

  /// Replicates without which it cannot be told.
  public var leastReplicates: Int {
    guard let quantile else { return 1 }
    return Int((5 / min(quantile, 1 - quantile)).rounded())
  }
}
