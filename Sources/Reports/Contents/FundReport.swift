import Analysis
import Input
import Simulation

/// The fund-exposure report: what the fund pays, for whom, and how the years differ.
struct FundReport: Speaker {
  let context: ReportContext
  let exposure: FundExposure
  /// When it is paid; nil leaves it out.
  var cash: CashReport?
  /// Nil where the scenario has no account.
  var accounts: AccountReport?
  /// Path of the accounts' figure; nil where there is none.
  var accountFigure: String?

  var language: Language { context.language }

  static let header = [
    "scenario", "place", "jurisdiction", "year", "fundPart", "component", "class", "measure", "statistic", "value",
    "standardError", "lower95", "upper95", "unit", "status",
  ]

  func csv() throws -> CSVText {
    var csv = CSVText(header: Self.header)
    for row in exposure.rows {
      let bounds = row.estimate.bounds
      try csv.add([
        row.scenario, row.place, row.jurisdiction, "\(row.year)", row.fundPart, row.component, row.people, row.measure,
        row.statistic, Wording.cell(row.estimate.value, row.unit), Wording.cell(row.estimate.standardError, row.unit),
        Wording.cell(bounds?.lower, row.unit),
        Wording.cell(bounds?.upper, row.unit), row.unit, row.statusWord,
      ])
    }
    return csv
  }

  func markdown(figure: String?) -> String {
    var text = MarkdownText()
    text.heading(context.title(en: "Fund exposure", zh: "医疗救助基金支出测算"), level: 1)
    text.heading(say(en: "What it says", zh: "主要结论"))
    text.bullets(context.orNoOwnRules(summary()))
    text.paragraph(legend)
    if let figure {
      text.figure(
        path: figure,
        caption: say(
          en: "What a resident costs the fund a year, by part; whiskers are two standard errors\(marks(" assistance"))",
          zh: "按常住人口计算的人均基金年支出及构成；误差线为两个标准误\(marks("救助金额"))"))
    }
    context.standing(&text)
    for place in context.result.places where place.baseline != nil { self.place(place, &text) }
    cash?.sections(&text)
    outlook(&text)
    accounts?.sections(&text, figure: accountFigure)
    secondOpinion(&text)
    text.heading(say(en: "How sure", zh: "结果的可靠程度"))
    text.bullets(precision() + context.method())
    context.ending(.fund, &text)
    return text.text
  }

  /// Whether the totals of some places have a ground that is to be explained.
  private func totals(_ ground: (FigureStatus) -> Bool) -> Bool {
    context.result.places.contains { total($0.place.id).map { ground($0.status) } ?? false }
  }

  /// What the words and marks of the opening sentences mean, of those that occur.
  private var legend: Phrase {
    let isLeast = totals(\.lacksNumber), isProxy = totals { $0 == .proxy }
    let isMoved = !context.result.places.allSatisfy { $0.sensitivities.isEmpty }
    return say(
      en: """
        \(isLeast ? "\"At least\": the document leaves a payment without a number. " : "")\(isProxy ? "\\* rests on proxies. " : "")\
        ± is the error of drawing so many people; what is uncertain in the world is the spread of years, which stands behind it\
        \(isMoved ? ", and the last section moves one assumption at a time" : "").
        """,
      zh: """
        \(isLeast ? "“不低于”：文件对部分待遇未定标准。" : "")\(isProxy ? "\\* 含参照其他文件标准的测算。" : "")\
        ±为抽样误差；现实中的不确定性见各年度的差异\(isMoved ? "，最后一节逐一变动各项假定" : "")。
        """)
  }

  /// What the marks of the figure mean, of those that occur.
  private func marks(_ what: String) -> String {
    (totals(\.lacksNumber) ? say(en: "; †\(what) is a lower bound", zh: "；† \(what)为下限").text : "")
      + (totals { $0 == .proxy } ? say(en: "; * rests on proxies", zh: "；* 含参照标准").text : "")
  }

  func find(
    _ place: String, _ scenario: String, _ part: String, _ component: String, _ people: String, _ measure: String,
    _ statistic: String, year: Int? = nil
  ) -> FundRow? {
    exposure.rows.first {
      $0.place == place && $0.scenario == scenario && $0.fundPart == part && $0.component == component
        && $0.people == people
        && $0.measure == measure && $0.statistic == statistic && $0.year == year ?? context.year && $0.estimate.isKnown
    }
  }

  /// All that a place's fund pays under the rules as they are.
  ///
  /// - Parameter year: a year to come; nil for the scenario's own.
  func total(
    _ place: String, _ measure: String = "amount", _ statistic: String = "mean", year: Int? = nil
  ) -> FundRow? {
    find(place, "baseline", "total", "all", "all", measure, statistic, year: year)
  }

  private func summary() -> [Phrase] {
    let budget = budget()
    return budget + context.result.places.compactMap(summary).prefix(5 - budget.count)
  }

  private func summary(_ place: RunResult.PlaceResult) -> Phrase? {
    let id = place.place.id
    guard let total = total(id), let head = self.total(id, "perHead") else { return nil }
    let premium = find(id, "baseline", "premiumSubsidy", "premiumSubsidy", "all", "amount", "mean")?.estimate
    let luck = self.total(id, "amount", "sdLuck").flatMap { luck in
      total.estimate.value > 0 ? wording.percent(luck.estimate.over(total.estimate)) : nil
    }
    let band = [self.total(id, "amount", "p05"), self.total(id, "amount", "p95")].compactMap { $0?.estimate }
    let isBand = band.count == 2
    let (low, high) = isBand ? (wording.amount(band[0]), wording.amount(band[1])) : ("", "")
    let spread = isBand ? nil : self.total(id, "amount", "sd").map { wording.amount($0.estimate) }
    let isLeast = total.status.lacksNumber, isProxy = total.status == .proxy
    let name = context.placeName(id), residents = Wording.number(Double(place.place.population))
    return say(
      en: """
        \(name): \(isLeast ? "at least " : "")\(wording.amount(total.estimate)) a year\(isProxy ? " *" : ""), \
        \(wording.estimate(head.estimate, decimals: 2)) for each of \(residents) residents; \
        \(premium.map(wording.sum) ?? "nothing") million of it is premium subsidy\
        \(isBand ? "; nine years in ten cost between \(low) and \(high)" : "")\
        \(spread.map { "; a year may differ by \($0) (one standard deviation)" } ?? "")\
        \(luck.map { ", of which the luck of who falls ill alone is \($0) of the total" } ?? "").
        """,
      zh: """
        \(name)：年支出\(isLeast ? "不低于" : "")\(wording.amount(total.estimate))\(isProxy ? "\\*" : "")，按常住人口\(residents)人计，人均\
        \(wording.estimate(head.estimate, decimals: 2, unit: "元"))；其中资助参保\(premium.map(wording.amount) ?? "0元")\
        \(isBand ? "；十年中有九年在\(low)至\(high)之间" : "")\
        \(spread.map { "；年度之间相差\($0)（一个标准差）" } ?? "")\
        \(luck.map { "，其中仅患病的偶然性相当于总额的\($0)（一个标准差）" } ?? "")。
        """)
  }
}
