import Analysis
import Input
import Money
import Simulation

/// The fund accounts of a run: a table for programs, a section of the fund report, and the figure.
struct AccountReport: Speaker {
  /// In the order of the tables.
  let accounts: [FundAccount]
  /// The name of a place for readers.
  let placeName: (String) -> Phrase
  let language: Language

  var words: AccountWords { AccountWords(language: language) }

  static let header = [
    "scenario", "place", "jurisdiction", "year", "item", "statistic", "value", "standardError", "lower95", "upper95",
    "unit", "status",
  ]

  func csv() throws -> CSVText {
    var csv = CSVText(header: Self.header)
    for row in accounts.flatMap(\.rows) {
      let bounds = row.estimate.bounds
      try csv.add([
        row.scenario, row.place, row.jurisdiction, "\(row.year)", row.item, row.statistic,
        Wording.cell(row.estimate.value, row.unit), Wording.cell(row.estimate.standardError, row.unit),
        Wording.cell(bounds?.lower, row.unit), Wording.cell(bounds?.upper, row.unit), row.unit, row.statusWord,
      ])
    }
    return csv
  }

  /// Adds the table and, where gnuplot is there, the figure to a run's folder.
  ///
  /// - Returns: the figure's path; nil where there is none.
  func add(to folder: inout ReportFolder, byteOrderMark: Bool) throws -> String? {
    try folder.add(RunFiles.account, try csv().text(byteOrderMark: byteOrderMark))
    let script = figure()
    guard !script.isEmpty, let svg = try Gnuplot().svg(script: script) else { return nil }
    try folder.add(RunFiles.accountFigure, svg)
    return RunFiles.accountFigure
  }

  /// Adds the sections of all accounts to a report.
  ///
  /// - Parameter figure: its path, relative to the report; nil where there is none.
  func sections(_ text: inout MarkdownText, figure: String?) {
    for account in accounts { section(account, &text) }
    guard !accounts.isEmpty else { return }
    text.paragraph(words.charged)
    text.paragraph(words.debts)
    if accounts.contains(where: \.status.lacksNumber) { text.paragraph(words.bounds) }
    let years = accounts.first?.terms.years.count ?? 0
    if let figure { text.figure(path: figure, caption: words.caption(years)) }
  }

  /// The sentences on one account, the first of which says how likely it runs dry.
  func sentences(_ account: FundAccount) -> [Phrase] {
    let years = account.terms.years
    guard let first = years.first, let last = years.last else { return [] }
    let end = years.count - 1
    var lines = [
      words.runsDry(
        placeName(account.place), isSpan: years.count > 1, last.year, account.probabilityDrySoFar(end),
        status: account.status)
    ]
    if let likelier = years.indices.first(where: { account.probabilityDrySoFar($0).value > 0.5 }) {
      lines.append(words.likelier(from: years[likelier].year))
    }
    lines.append(
      words.opening(account.terms.opening, first.year, account.estimate(.balance, end), last.year))
    if let limit = last.limit, let ofYear = account.probabilityOverLimit(.year, end),
      let cumulative = account.probabilityOverLimit(.cumulative, end)
    {
      lines.append(words.overLimit(last.year, "\(limit)", ofYear: ofYear, cumulative: cumulative))
      lines.append(words.excess(account.terms.surplus))
    }
    let below = years.filter { $0.localShortfall > .zero }.map { year in
      (year.year, year.local, year.localFloor ?? .zero)
    }
    if !below.isEmpty { lines.append(words.belowFloor(below)) }
    if account.terms.localIsLeast { lines.append(words.localIsLeast) }
    return lines
  }

  private func section(_ account: FundAccount, _ text: inout MarkdownText) {
    let reform = account.scenario == "baseline" ? nil : account.scenario
    text.heading(words.heading(placeName(account.place), reform: reform))
    text.bullets(sentences(account))
    let years = account.terms.years.indices
    text.table(header: words.money, rows: years.map { overview(account, $0) }, right: 1)
    for year in years {
      text.heading(words.year(account.terms.years[year].year), level: 3)
      text.table(header: words.amounts, rows: rows(account, year), right: 1)
    }
  }

  private func overview(_ account: FundAccount, _ year: Int) -> [String] {
    let balance = [0.05, 0.5, 0.95].map { cell(account, .balance, year, $0) }
    let dry = [account.probabilityDry(year), account.probabilityDrySoFar(year)]
    return [
      "\(account.terms.years[year].year)", millions(account.terms.years[year].raised),
      cell(account, .spending, year),
    ] + balance + dry.map(wording.percent)
  }

  /// What is fixed stands in the column of the mean.
  private func rows(_ account: FundAccount, _ index: Int) -> [[String]] {
    let year = account.terms.years[index]
    func fixed(_ item: String, _ amount: Yuan) -> [String] { [words.item(item).text, millions(amount)] }
    func spread(_ item: AccountItem) -> [String] {
      [words.item(item.rawValue).text, cell(account, item, index)]
        + FundAccount.quantiles.map { cell(account, item, index, $0.p) }
    }
    var rows = [index == 0 ? fixed("opening", account.terms.opening) : spread(.opening)]
    rows += [fixed("transfers", year.transfers), fixed("local", year.local)]
    if let floor = year.localFloor { rows.append(fixed("localFloor", floor)) }
    rows += [fixed("donations", year.donations), fixed("raised", year.raised)]
    rows += [spread(.assistance), spread(.premiumSubsidy), spread(.spending), spread(.surplus)]
    if let limit = year.largestSurplus { rows.append(fixed("surplusLimit", limit)) }
    if account.terms.surplus.excess == .returned { rows.append(spread(.returned)) }
    return rows + [spread(.balance), spread(.uncovered)]
  }

  private func cell(_ account: FundAccount, _ item: AccountItem, _ year: Int, _ p: Double? = nil) -> String {
    let estimate = account.estimate(item, year, quantile: p)
    guard estimate.isKnown else { return words.tooFew.text }
    let text = wording.sum(estimate)
    guard account.status.lacksNumber, item.fallsWithSpending else {
      return wording.marked(text, estimate.value, account.status(of: item))
    }
    return "\(text) ‡"
  }

  private func millions(_ amount: Yuan) -> String {
    Wording.number(Double(amount.fen) / 100 / wording.yuan, decimals: language == .english ? 2 : 0)
  }
}
