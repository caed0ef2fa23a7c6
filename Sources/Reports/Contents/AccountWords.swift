import Analysis
import Money
import Simulation

/// Every sentence and heading on fund accounts, each in one place.
enum AccountWords {
  static let money = ["year", "raised", "spent", "balance p05", "p50", "p95", "dry that year", "dry by then"]
  static let amounts = ["million yuan", "mean", "p05", "p25", "p50", "p75", "p95"]
  static let tooFew = "too few"
  static let unit = "million yuan"

  static func heading(_ place: String, reform: String?) -> String {
    "The fund account: \(place)" + (reform.map { ", reform \($0)" } ?? "")
  }

  static func year(_ year: Int) -> String { "\(year): million yuan" }

  /// The sentence to be read aloud.
  ///
  /// - Parameter when: by the last of several years, in a single one.
  static func runsDry(_ place: String, _ when: String, _ year: Int, _ probability: Estimate, status: FigureStatus)
    -> String
  {
    "The fund account of \(place) runs dry \(when) \(year) with probability \(share(probability))"
      + (status.lacksNumber ? ", or more: the document leaves payments without a number." : ".")
  }

  static func likelier(from year: Int) -> String { "From \(year) on, having run dry is likelier than not." }

  static func opening(_ balance: String, _ year: Int, _ closing: String, _ last: Int) -> String {
    "It begins \(year) with \(balance) million yuan and ends \(last) with \(closing) million in the mean."
  }

  static func overLimit(_ year: Int, _ limit: String, ofYear: Estimate, cumulative: Estimate) -> String {
    """
    More than \(limit) of the money raised is left over in \(year) with probability \(share(ofYear)) if the limit is that of the year's \
    own surplus, and \(share(cumulative)) if it is that of all in the account: the clause can be read both ways.
    """
  }

  static func belowFloor(_ years: [(year: Int, stated: String, least: String)]) -> String {
    let all = years.map { "\($0.year) (\($0.stated) instead of \($0.least) million)" }.joined(separator: ", ")
    return "The local budget is below the least that the document asks for, a share of last year's transfer, in \(all)."
  }

  static let localIsLeast =
    "The local budget is the least that the document asks for, a share of last year's transfer, as the scenario states none."

  static func excess(_ rule: SurplusRule) -> String {
    switch (rule.excess, rule.basis) {
    case (.kept, _): "What passes the limit stays in the account: the document does not say that it goes back."
    case (.returned, .year):
      "What a year's own surplus has beyond the limit leaves the account, once debts are made up; balances are those after it."
    case (.returned, .cumulative):
      "What the account holds beyond the limit at the end of a year leaves it; balances are those after it."
    }
  }

  static let debts =
    """
    Dry means that the account owes money at the end of the year. Entitlements do not stop when the money does: what is not covered is \
    carried as a debt, a balance below 0, and made up first from what comes later. ± of balances adds up the errors of the years, which \
    is an upper bound.
    """

  static let bounds =
    "† is a lower bound and ‡ an upper bound, because the document leaves payments without a number, which are paid 0 here."

  static func caption(_ years: Int) -> String {
    "Balance at the end of the year and spending, \(number(years)) years: median, half of the paths (dark) and nine in ten (pale)"
  }

  static func balanceTitle(_ place: String) -> String { "Balance of the fund account at the end of the year, \(place)" }
  static func spendingTitle(_ place: String) -> String { "Spending of the fund, \(place)" }
  static let widest = "5 to 95 %"
  static let narrow = "25 to 75 %"
  static let median = "median"
  static let mean = "mean"
  static let nothingLeft = "dry below this"

  static func item(_ item: String) -> String {
    switch item {
    case "opening": "carried into the year"
    case "transfers": "transfers from above"
    case "local": "local budget"
    case "localFloor": "least local budget"
    case "donations": "donations"
    case "raised": "**raised**"
    case "assistance": "assistance"
    case "premiumSubsidy": "premium subsidy"
    case "spending": "**spent**"
    case "surplus": "surplus of the year"
    case "surplusLimit": "largest surplus"
    case "returned": "returned"
    case "balance": "**balance at the end**"
    default: "not covered"
    }
  }

  /// `12.3 % (95 % interval from 8.0 % to 17.9 %)`.
  static func share(_ estimate: Estimate) -> String {
    let bounds = estimate.bounds ?? (0, 1)
    return "\(Wording.percent(estimate.value)) (95 % interval from \(Wording.percent(bounds.lower)) to "
      + "\(Wording.percent(bounds.upper)))"
  }

  private static func number(_ value: Int) -> String { Wording.number(Double(value)) }
}
