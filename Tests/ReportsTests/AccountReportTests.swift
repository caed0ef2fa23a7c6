import Analysis
import Input
import Money
import Rules
import Simulation
import Testing

@testable import Reports

/// The account as a table, in words and as a figure, with invented years.
@Suite struct AccountReportTests {
  private static let library = Result { () throws in try RuleLibrary() }

  /// Kaizhou's account with `replicates` paths, on which spending grows by 4 million a year around 95 million.
  private func report(
    years: ClosedRange<Int> = 2023...2025, replicates: Int = 200, local: [Int64]? = nil,
    status: FigureStatus = .assumption,
    surplus: SurplusRule = SurplusRule(), language: Language = .english
  ) throws -> AccountReport {
    let years = Array(years)
    let account = Scenario.Account(
      place: "kaizhou", years: years, balance: Yuan(fen: 100_000_000), transferBefore: Yuan(fen: 8_000_000_000),
      transfers: years.map { _ in Yuan(fen: 8_200_000_000) }, local: local?.map(Yuan.init(fen:)),
      donations: years.map { _ in Yuan(fen: 1_000_000) }, surplus: surplus)
    let assistance = years.indices.map { year in
      (0..<replicates).map { 7.0e9 + 4e8 * Double(year) + 1e7 * Double($0 * 37 % replicates) }
    }
    let premium = years.map { _ in (0..<replicates).map { _ in 1.5e9 } }
    let book = try #require(try Self.library.get().file("kaizhou")).book
    let fund = FundAccount(
      scenario: "baseline", account, book, jurisdiction: "kaizhou", status: status,
      YearlySpending(years: years, assistance: assistance, premiumSubsidy: premium))
    return AccountReport(accounts: [fund], placeName: { _ in "Kaizhou District" }, language: language)
  }

  @Test func theTableHasItsColumns() throws {
    let lines = try report().csv().text().split(separator: "\n")
    #expect(
      lines.first
        == "scenario,place,jurisdiction,year,item,statistic,value,standardError,lower95,upper95,unit,status")
    #expect(
      lines.contains("baseline,kaizhou,kaizhou,2023,opening,amount,1000000.00,0.00,1000000.00,1000000.00,yuan,scenario")
    )
    // 15 % of 80 million, then of 82.
    #expect(
      lines.contains(
        "baseline,kaizhou,kaizhou,2023,local,amount,12000000.00,0.00,12000000.00,12000000.00,yuan,scenario"))
    #expect(lines.contains { $0.hasPrefix("baseline,kaizhou,kaizhou,2024,localFloor,amount,12300000.00,") })
    #expect(lines.contains { $0.hasPrefix("baseline,kaizhou,kaizhou,2025,balance,probabilityDrySoFar,0.") })
  }

  @Test func aSentenceCanBeReadAloud() throws {
    let report = try report()
    let sentences = report.sentences(report.accounts[0]).map(\.text)
    #expect(
      sentences.first?.hasPrefix(
        "The fund account of Kaizhou District runs dry by 2025 with probability 72.0 % (95 % interval from ") == true)
    #expect(sentences.contains("From 2024 on, having run dry is likelier than not."))
    #expect(
      sentences.contains(report.words.localIsLeast.text) && !sentences.contains { $0.contains("below the least") })
  }

  @Test func aLocalBudgetBelowTheLeastIsNamed() throws {
    let report = try report(local: [1_200_000_000, 1_000_000_000, 1_230_000_000])
    #expect(
      report.sentences(report.accounts[0]).map(\.text).contains(
        "The local budget is below the least that the document asks for, a share of last year's transfer, in 2024 (10.0 million yuan instead of 12.3 million yuan)."
      ))
  }

  @Test func everyYearHasATable() throws {
    var text = MarkdownText()
    try report().sections(&text, figure: "figures/fund-account.svg")
    for year in 2023...2025 { #expect(text.text.contains("### \(year): million yuan")) }
    #expect(text.text.contains("## The fund account: Kaizhou District\n"))
    #expect(text.text.contains("](figures/fund-account.svg)") && text.text.contains("| **balance at the end**"))
    #expect(!text.text.contains("| returned"))
    // By year of care, as both languages say.
    #expect(text.text.contains(AccountWords(language: .english).charged.text))
    var chinese = MarkdownText()
    try report(language: .chinese).sections(&chinese, figure: nil)
    #expect(chinese.text.contains(AccountWords(language: .chinese).charged.text))
  }

  /// What is a lower bound of spending is an upper bound of the balance.
  @Test func missingNumbersAreMarkedTheRightWayRound() throws {
    var text = MarkdownText()
    try report(status: .partial).sections(&text, figure: nil)
    let lines = text.text.split(separator: "\n")
    func marks(_ item: String, _ mark: String) -> Bool {
      let rows = lines.filter { $0.hasPrefix("| \(item)") }
      return rows.count == 3 && rows.allSatisfy { $0.contains(mark) }
    }
    #expect(marks("**spent**", " †") && marks("**balance at the end**", " ‡") && marks("not covered", " †"))
    #expect(text.text.contains(AccountWords(language: .english).bounds.text))
  }

  @Test func fewPathsTellNoTails() throws {
    var text = MarkdownText()
    try report(replicates: 4, surplus: SurplusRule(excess: .returned)).sections(&text, figure: nil)
    #expect(text.text.contains("too few") && text.text.contains("| returned"))
  }

  @Test(arguments: [200, 40, 4]) func theFanIsDrawnTheSameTwice(replicates: Int) throws {
    let script = try report(replicates: replicates).figure()
    #expect(script.contains(replicates == 4 ? "'mean'" : "'median'"))
    #expect(script.contains("'5 to 95 %'") == (replicates == 200))
    guard let figure = try Gnuplot().svg(script: script) else { return }
    #expect(try Gnuplot().svg(script: script) == figure)
    #expect(figure.contains("Spending of the fund, Kaizhou District") && figure.contains("2024<"))
  }

  @Test func aSingleYearHasNoFan() throws {
    let report = try report(years: 2023...2023)
    #expect(report.figure().isEmpty)
    #expect(
      report.sentences(report.accounts[0]).first?.text.contains(" runs dry in 2023 with probability 49.5 %") == true)
  }

  /// The account of a run spends what the fund's report says, under the rules as they are and under each reform.
  @Test(arguments: ["", "uncertainty: none\n"]) func aRunsYearIsCharged(uncertainty: String) async throws {
    let context = try await SmallContext.make(
      """
      places: [kaizhou]
      \(uncertainty)reforms: {name: lower-floor, set: {kaizhou.fund.localBudgetFloor: 10}}
      account: {place: kaizhou, balance: 1000, transferBefore: 80000000, transfers: 90000000}
      """)
    let accounts = FundAccount.all(context.result)
    #expect(accounts.map(\.scenario) == ["baseline", "lower-floor"])
    #expect(accounts.map(\.terms.years.first?.local.fen) == [1_200_000_000, 800_000_000])
    let rows = FundExposure(context.result).rows.filter { $0.people == "all" && $0.measure == "amount" }
    let statistic = uncertainty.isEmpty ? "expected" : "mean"
    for (item, part) in [
      (AccountItem.assistance, "assistance"), (.premiumSubsidy, "premiumSubsidy"), (.spending, "total"),
    ] {
      let row = try #require(
        rows.first { $0.fundPart == part && ["all", part].contains($0.component) && $0.statistic == statistic })
      let mean = accounts[0].estimate(item, 0)
      #expect(mean.value > 0 && abs(mean.value - row.estimate.value) < 0.02, "\(part)")
    }
    let report = AccountReport(accounts: accounts, placeName: context.placeName, language: .english)
    var text = MarkdownText()
    report.sections(&text, figure: nil)
    #expect(text.text.contains("## The fund account: Kaizhou District, Chongqing, reform lower-floor\n"))
  }

  @Test func itCanBeReadAloudInChinese() throws {
    let report = try report(language: .chinese)
    let sentences = report.sentences(report.accounts[0]).map(\.text)
    #expect(sentences.first?.hasPrefix("Kaizhou District医疗救助基金截至2025年出现缺口的概率为72.0%（95%置信区间") == true)
    var text = MarkdownText()
    report.sections(&text, figure: nil)
    #expect(text.text.contains("| **年末结余** |") && text.text.contains("### 2024年（万元）"))
  }

  @Test func anEarlierRunsFilesAreKnown() {
    #expect(RunFiles.all.contains("fund-account.csv") && RunFiles.all.contains("figures/fund-account.svg"))
  }
}
