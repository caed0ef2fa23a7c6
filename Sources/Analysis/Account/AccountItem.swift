import Money

/// What of a fund account differs from path to path.
public enum AccountItem: String, CaseIterable, Sendable {
  /// Balance carried into the year.
  case opening
  /// Assistance, tilt included.
  case assistance
  /// Premiums subsidised.
  case premiumSubsidy
  /// Both.
  case spending
  /// What the year leaves of the money raised in it.
  case surplus
  /// What of a surplus beyond the limit leaves the account.
  case returned
  /// Balance at the end of the year.
  case balance
  /// What the account owes at the end of the year.
  case uncovered

  /// Whether it falls when spending rises: what is a lower bound of spending is an upper bound of it.
  public var fallsWithSpending: Bool {
    switch self {
    case .opening, .surplus, .returned, .balance: true
    case .assistance, .premiumSubsidy, .spending, .uncovered: false
    }
  }

  /// Whether it stops at 0, and its interval with it.
  var isNeverNegative: Bool { self == .returned || self == .uncovered }

  /// The item's amount in a year of a path.
  func amount(_ year: AccountYear) -> Yuan {
    switch self {
    case .opening: year.opening
    case .assistance: year.assistance
    case .premiumSubsidy: year.premiumSubsidy
    case .spending: year.spending
    case .surplus: year.surplus
    case .returned: year.returned
    case .balance: year.closing
    case .uncovered: year.uncovered
    }
  }
}
