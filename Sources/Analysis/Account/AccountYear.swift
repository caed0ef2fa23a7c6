import Money
import Simulation

/// One year of a fund account on one path, exact to the fen.
///
/// Entitlements do not stop when the money does: what the account does not cover is carried into the next year as a
/// debt, a balance below 0, which later money makes up first.
public struct AccountYear: Hashable, Sendable {
  /// Balance carried into the year; below 0 for a debt.
  public var opening: Yuan
  /// From above.
  public var transfers: Yuan
  /// Local budget.
  public var local: Yuan
  /// Donations and what else came in.
  public var donations: Yuan
  /// Assistance paid, tilt included.
  public var assistance: Yuan
  /// Premiums subsidised.
  public var premiumSubsidy: Yuan
  /// What of the surplus left the account because it passed the limit.
  public var returned: Yuan = .zero
  /// The largest surplus; nil for none.
  public var largestSurplus: Yuan?

  /// - Parameters:
  ///   - opening: the closing balance of the year before.
  ///   - rule: what becomes of a surplus beyond the limit.
  init(opening: Yuan, _ terms: AccountTerms.Year, assistance: Yuan, premiumSubsidy: Yuan, _ rule: SurplusRule) {
    self.opening = opening
    transfers = terms.transfers
    local = terms.local
    donations = terms.donations
    self.assistance = assistance
    self.premiumSubsidy = premiumSubsidy
    largestSurplus = terms.largestSurplus
    guard rule.excess == .returned, let limit = largestSurplus else { return }
    let measured = rule.basis == .year ? surplus : held
    // Debts are made up first: what is not in the account cannot be given back.
    returned = min((measured - limit).orZero, held.orZero)
  }

  /// The money raised in the year.
  public var raised: Yuan { transfers + local + donations }
  /// Assistance and premium subsidy.
  public var spending: Yuan { assistance + premiumSubsidy }
  /// What the year leaves of the money raised in it; below 0 where it spends more.
  public var surplus: Yuan { raised - spending }
  /// All that is in the account before anything is returned.
  public var held: Yuan { opening + surplus }
  /// Balance carried into the next year.
  public var closing: Yuan { held - returned }
  /// What the account owes at the end of the year.
  public var uncovered: Yuan { (Yuan.zero - closing).orZero }
}
