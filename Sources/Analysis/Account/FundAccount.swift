import Money
import Rules
import Simulation

/// A place's fund account over several years, on as many paths as there are replicates.
public struct FundAccount: Sendable {
  /// `baseline`, or the name of a reform.
  public let scenario: String
  /// Identifier of the place whose fund it is.
  public let place: String
  /// Identifier of the document that its people were settled under.
  public let jurisdiction: String
  /// On what ground all spending stands.
  public let status: FigureStatus
  /// On what ground the premium subsidy stands.
  public let premiumStatus: FigureStatus
  /// What comes in and what limits it.
  public let terms: AccountTerms
  /// Number of paths.
  public let replicates: Int
  /// By year and replicate.
  public let paths: [[AccountYear]]
  private let errors: YearlySpending.LevelErrors
  private let means: [AccountMeans]

  /// Keeps the account of every path.
  ///
  /// - Parameters:
  ///   - book: the rules that the spending was settled under.
  ///   - status: on what ground all spending stands; nil for that of the rules.
  /// - Precondition: the spending is of the account's years.
  public init(
    scenario: String, _ account: Scenario.Account, _ book: RuleBook, jurisdiction: String, status: FigureStatus? = nil,
    _ spending: YearlySpending
  ) {
    precondition(spending.years == account.years)
    self.scenario = scenario
    place = account.place
    self.jurisdiction = jurisdiction
    self.status = status ?? FigureStatus.of("all", "all", book)
    premiumStatus = FigureStatus.of("premiumSubsidy", "all", book)
    replicates = spending.replicates
    errors = spending.errors
    let terms = AccountTerms(account, book)
    self.terms = terms
    var balances = Array(repeating: terms.opening, count: spending.replicates)
    paths = terms.years.indices.map { year in
      balances.indices.map { replicate in
        let one = AccountYear(
          opening: balances[replicate], terms.years[year], assistance: spending.assistance(year, replicate),
          premiumSubsidy: spending.premiumSubsidy(year, replicate), terms.surplus)
        balances[replicate] = one.closing
        return one
      }
    }
    means = paths.map(AccountMeans.init)
  }

  /// On what ground an item stands.
  public func status(of item: AccountItem) -> FigureStatus { item == .premiumSubsidy ? premiumStatus : status }

  /// Whether an item is exactly nothing on every path, whatever is spent: nothing is returned that may be kept.
  private func isNothing(_ item: AccountItem, _ year: Int) -> Bool {
    item == .returned && (terms.surplus.excess == .kept || terms.years[year].largestSurplus == nil)
  }

  /// An item's mean (nil) or quantile over paths in the year at an index, in yuan; `tooFew` where so few paths cannot
  /// tell. Means are whole fen, which balance.
  public func estimate(_ item: AccountItem, _ year: Int, quantile p: Double? = nil) -> Estimate {
    if isNothing(item, year) { return Estimate(0, standardError: 0) }
    // What is owed is the balance with the other sign, cut off at 0: so is its quantile with the error it has there.
    let isOwed = item == .uncovered && p != nil
    let values = distribution(year) { isOwed ? -Double($0.closing.fen) : Double(item.amount($0).fen) }
    let error = levelError(item, year)
    let estimate = sure(error) { error in
      let mean = Estimate(
        Double(means[year].amount(of: item).fen), standardError: values.center(levelError: error).standardError)
      return p.map { values.quantile($0, levelError: error) ?? .tooFew } ?? mean
    }
    return (item.isNeverNegative ? estimate.cutOffAtZero : estimate).times(0.01)
  }

  /// An estimate given the error of the level; without an error where that is not known.
  private func sure(_ error: Double?, _ estimate: (Double) -> Estimate) -> Estimate {
    error.map(estimate) ?? Estimate(estimate(0).value, standardError: nil)
  }

  /// How likely values of a year's paths lie above 0.
  private func probability(_ values: Distribution, _ item: AccountItem, _ year: Int) -> Estimate {
    sure(levelError(item, year)) { values.probability(above: 0, levelError: $0) }
  }

  /// How likely the account owes money at the end of the year at an index.
  public func probabilityDry(_ year: Int) -> Estimate {
    probability(distribution(year) { -Double($0.closing.fen) }, .balance, year)
  }

  /// How likely the account owed money at the end of this year or of any before it.
  public func probabilityDrySoFar(_ year: Int) -> Estimate {
    let lowest = (0..<replicates).map { replicate in
      (0...year).map { -Double(paths[$0][replicate].closing.fen) }.max() ?? 0
    }
    return probability(Distribution(years: lowest.sorted()), .balance, year)
  }

  /// How likely what is held against the limit of the surplus passes it, before anything is returned; nil without a
  /// limit.
  public func probabilityOverLimit(_ basis: SurplusRule.Basis, _ year: Int) -> Estimate? {
    guard let limit = terms.years[year].largestSurplus else { return nil }
    let item: AccountItem = basis == .year ? .surplus : .balance
    let held = distribution(year) { Double((basis == .year ? $0.surplus : $0.held).fen - limit.fen) }
    return probability(held, item, year)
  }

  /// Sorted, so that no figure depends on the order of the replicates.
  private func distribution(_ year: Int, _ value: (AccountYear) -> Double) -> Distribution {
    Distribution(years: paths[year].map(value).sorted())
  }

  /// In fen. The same people are drawn in every year, so the errors of a balance go together: they are added up as they
  /// are, which is an upper bound. Nil where that of a year is not known.
  private func levelError(_ item: AccountItem, _ year: Int) -> Double? {
    func sum(_ errors: some Sequence<Double?>) -> Double? {
      errors.reduce(0) { sum, error in sum.flatMap { sum in error.map { sum + $0 } } }
    }
    return switch item {
    case .assistance: errors.assistance[year]
    case .premiumSubsidy: errors.premiumSubsidy[year]
    case .spending, .surplus: errors.total[year]
    case .opening: sum(errors.total[..<year])
    case .returned, .balance, .uncovered: sum(errors.total[...year])
    }
  }
}
