import Analysis
import Input

extension AccountReport {
  /// Balance and spending of each account under the rules as they are, as fans over the years.
  ///
  /// - Returns: a script of gnuplot; empty where no account has two years or more, for a fan of one is a line.
  func figure() -> String {
    let shown = accounts.filter { $0.scenario == "baseline" && $0.terms.years.count > 1 }
    return Plot.panels(
      shown.flatMap { account in
        let place = placeName(account.place)
        return [
          fan(account, .balance, words.balanceTitle(place)),
          fan(account, .spending, words.spendingTitle(place)),
        ]
      })
  }

  private func fan(_ account: FundAccount, _ item: AccountItem, _ title: Phrase) -> String {
    let years = account.terms.years.map(\.year)
    func values(_ p: Double?) -> [Double] {
      years.indices.map { account.estimate(item, $0, quantile: p).value / wording.yuan }
    }
    func band(_ name: Phrase, _ low: Double, _ high: Double) -> Plot.Band? {
      let band = Plot.Band(name.text, low: values(low), high: values(high))
      return band.low.allSatisfy(\.isFinite) ? band : nil
    }
    let bands = [band(words.widest, 0.05, 0.95), band(words.narrow, 0.25, 0.75)].compactMap { $0 }
    let median = values(0.5)
    let line =
      median.allSatisfy(\.isFinite)
      ? Plot.Line(words.median.text, median) : Plot.Line(words.mean.text, values(nil))
    // A balance means nothing to the eye without the line below which money is owed.
    let zero = item == .balance ? [Plot.Line(words.nothingLeft.text, years.map { _ in 0 })] : []
    return Plot.years(years)
      + Plot.fan(
        title: title, x: years.map(Double.init), bands: bands, lines: [line] + zero, xLabel: nil,
        yLabel: wording.sumUnit)
  }
}
