import Analysis
import Money
import Simulation

/// The fund accounts of a run: a table for programs, a section of the fund report, and the figure.
struct AccountReport {
  /// In the order of the tables.
  let accounts: [FundAccount]
  /// The name of a place for readers.
  let placeName: (String) -> String

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
    text.paragraph(AccountWords.debts)
    if accounts.contains(where: \.status.lacksNumber) { text.paragraph(AccountWords.bounds) }
    let years = accounts.first?.terms.years.count ?? 0
    if let figure { text.figure(path: figure, caption: AccountWords.caption(years)) }
  }

  /// The sentences on one account, the first of which says how likely it runs dry.
  func sentences(_ account: FundAccount) -> [String] {
    let years = account.terms.years
    guard let first = years.first, let last = years.last else { return [] }
    let end = years.count - 1
    var lines = [
      AccountWords.runsDry(
        placeName(account.place), years.count > 1 ? "by" : "in", last.year, account.probabilityDrySoFar(end),
        status: account.status)
    ]
    if let likelier = years.indices.first(where: { account.probabilityDrySoFar($0).value > 0.5 }) {
      lines.append(AccountWords.likelier(from: years[likelier].year))
    }
    let closing = Wording.millions(account.estimate(.balance, end))
    lines.append(AccountWords.opening(millions(account.terms.opening), first.year, closing, last.year))
    if let limit = last.limit, let ofYear = account.probabilityOverLimit(.year, end),
      let cumulative = account.probabilityOverLimit(.cumulative, end)
    {
      lines.append(AccountWords.overLimit(last.year, "\(limit)", ofYear: ofYear, cumulative: cumulative))
      lines.append(AccountWords.excess(account.terms.surplus))
    }
    let below = years.filter { $0.localShortfall > .zero }.map { year in
      (year.year, millions(year.local), millions(year.localFloor ?? .zero))
    }
    if !below.isEmpty { lines.append(AccountWords.belowFloor(below)) }
    if account.terms.localIsLeast { lines.append(AccountWords.localIsLeast) }
    return lines
  }

  private func section(_ account: FundAccount, _ text: inout MarkdownText) {
    let reform = account.scenario == "baseline" ? nil : account.scenario
    text.heading(AccountWords.heading(placeName(account.place), reform: reform))
    text.bullets(sentences(account))
    let years = account.terms.years.indices
    text.table(header: AccountWords.money, rows: years.map { overview(account, $0) }, right: 1)
    for year in years {
      text.heading(AccountWords.year(account.terms.years[year].year), level: 3)
      text.table(header: AccountWords.amounts, rows: rows(account, year), right: 1)
    }
  }

  private func overview(_ account: FundAccount, _ year: Int) -> [String] {
    let balance = [0.05, 0.5, 0.95].map { cell(account, .balance, year, $0) }
    let dry = [account.probabilityDry(year), account.probabilityDrySoFar(year)]
    return [
      "\(account.terms.years[year].year)", millions(account.terms.years[year].raised),
      cell(account, .spending, year),
    ] + balance + dry.map(Wording.percent)
  }

  /// What is fixed stands in the column of the mean.
  private func rows(_ account: FundAccount, _ index: Int) -> [[String]] {
    let year = account.terms.years[index]
    func fixed(_ item: String, _ amount: Yuan) -> [String] { [AccountWords.item(item), millions(amount)] }
    func spread(_ item: AccountItem) -> [String] {
      [AccountWords.item(item.rawValue), cell(account, item, index)]
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
    guard estimate.isKnown else { return AccountWords.tooFew }
    let text = Wording.millions(estimate)
    guard account.status.lacksNumber, item.fallsWithSpending else {
      return Wording.marked(text, estimate.value, account.status(of: item))
    }
    return "\(text) ‡"
  }

  private func millions(_ amount: Yuan) -> String { Wording.number(Double(amount.fen) / 1e8, decimals: 2) }
}
