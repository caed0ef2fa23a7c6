import Money
import Rules
import Simulation

/// What comes into a fund account and what limits it, year by year, under the rules of one document.
public struct AccountTerms: Sendable {
  /// What is known of a year before anything is spent.
  public struct Year: Sendable {
    /// The benefit year.
    public var year: Int
    /// From above.
    public var transfers: Yuan
    /// Local budget: as the scenario states it, else the least that the document asks for.
    public var local: Yuan
    /// The least local budget, a share of last year's transfer rounded half-up to the fen; nil where the document asks
    /// for none.
    public var localFloor: Yuan?
    /// Donations and what else comes in.
    public var donations: Yuan
    /// The largest surplus as a share of the money raised; nil for none.
    public var limit: Rate?

    /// The money raised in the year (当年筹集).
    public var raised: Yuan { transfers + local + donations }
    /// The largest surplus in yuan, rounded half-up to the fen; nil for none.
    public var largestSurplus: Yuan? { limit?.of(raised) }
    /// By how much the local budget is below the least that the document asks for.
    public var localShortfall: Yuan { ((localFloor ?? .zero) - local).orZero }
  }

  /// Carried into the first year.
  public var opening: Yuan
  /// In rising order.
  public var years: [Year]
  /// What becomes of a surplus beyond the limit.
  public var surplus: SurplusRule
  /// Whether the scenario states no local budget, so that the least stands in for it.
  public var localIsLeast: Bool

  /// - Parameter book: the rules that the place's people are settled under, with readings, reforms and patches applied.
  public init(_ account: Scenario.Account, _ book: RuleBook) {
    opening = account.balance
    surplus = account.surplus
    localIsLeast = account.local == nil
    var before = account.transferBefore
    years = account.years.enumerated().map { index, year in
      let share = book.fund?.localBudgetFloor?.rate(in: year)
      let floor = before.flatMap { before in share.map { $0.of(before) } }
      before = account.transfers[index]
      return Year(
        year: year, transfers: account.transfers[index], local: account.local?[index] ?? floor ?? .zero,
        localFloor: floor, donations: account.donations[index], limit: Self.limit(account.surplus, book, year))
    }
  }

  private static func limit(_ rule: SurplusRule, _ book: RuleBook, _ year: Int) -> Rate? {
    switch rule.limit {
    case .none: nil
    case .stated(let rate): rate
    case .document: book.fund?.surplusLimit?.rate(in: year)
    }
  }
}
