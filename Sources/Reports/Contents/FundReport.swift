import Analysis
import Simulation

/// The fund-exposure report: what the fund pays, for whom, and how the years differ.
struct FundReport {
  let context: ReportContext
  let exposure: FundExposure
  /// Nil where the scenario has no account.
  var accounts: AccountReport?
  /// Path of the accounts' figure; nil where there is none.
  var accountFigure: String?

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
    text.heading("Fund exposure: \(context.result.scenario.title), \(context.year)", level: 1)
    text.heading("What it says")
    text.bullets(context.orNoOwnRules(summary()))
    text.paragraph(
      """
      "At least": the document leaves a payment without a number. \\* rests on proxies. Luck is that of the year alone; uncertain costs, \
      identities and insurance are not in it\
      \(context.result.places.allSatisfy { $0.sensitivities.isEmpty } ? "" : ", and the last section shows how far they move the figures").
      """)
    if let figure {
      text.figure(
        path: figure,
        caption:
          """
          What a resident costs the fund a year, by part; whiskers are two standard errors; † assistance is a lower bound; \
          * rests on proxies
          """)
    }
    context.standing(&text)
    for place in context.result.places where place.baseline != nil { self.place(place, &text) }
    accounts?.sections(&text, figure: accountFigure)
    text.heading("How sure")
    text.bullets(context.method())
    context.ending(.fund, &text)
    return text.text
  }

  func find(
    _ place: String, _ scenario: String, _ part: String, _ component: String, _ people: String, _ measure: String,
    _ statistic: String
  ) -> FundRow? {
    exposure.rows.first {
      $0.place == place && $0.scenario == scenario && $0.fundPart == part && $0.component == component
        && $0.people == people
        && $0.measure == measure && $0.statistic == statistic && $0.estimate.isKnown
    }
  }

  /// All that a place's fund pays under the rules as they are.
  func total(_ place: String, _ measure: String = "amount", _ statistic: String = "mean") -> FundRow? {
    find(place, "baseline", "total", "all", "all", measure, statistic)
  }

  private func summary() -> [String] {
    let budget = budget()
    let lines = context.result.places.compactMap { place -> String? in
      let id = place.place.id
      guard let total = total(id), let head = self.total(id, "perHead") else { return nil }
      let premium = find(id, "baseline", "premiumSubsidy", "premiumSubsidy", "all", "amount", "mean")
      let luck = self.total(id, "amount", "sd").map { Wording.percent($0.estimate.over(total.estimate)) }
      return
        """
        \(context.placeName(id)): \(total.status.lacksNumber ? "at least " : "")\(Wording.millions(total.estimate)) \
        million yuan a year\(total.status == .proxy ? " *" : ""), \(Wording.estimate(head.estimate, decimals: 2)) for each of \
        \(Wording.number(Double(place.place.population))) residents; \
        \(premium.map { Wording.millions($0.estimate) } ?? "nothing") million of it is premium subsidy\
        \(luck.map { ", and the luck of who falls ill moves a year by \($0) (one standard deviation)" } ?? "").
        """
    }
    return budget + lines.prefix(5 - budget.count)
  }

  private func place(_ place: RunResult.PlaceResult, _ text: inout MarkdownText) {
    let id = place.place.id
    text.heading("\(context.heading(id)): million yuan a year")
    let rows = exposure.rows.filter { $0.place == id && $0.scenario == "baseline" }
    var table: [[String]] = []
    for row in rows where row.people == "all" && row.measure == "amount" && row.statistic == "mean" {
      let persons = find(id, "baseline", row.fundPart, row.component, "all", "persons", "mean")
      let times = find(id, "baseline", row.fundPart, row.component, "all", "perPersonTime", "mean")
      let name =
        row.component == "all"
        ? (row.fundPart == "total" ? "**total**" : "**all assistance**")
        : context.component(row.component, row.jurisdiction)
      table.append([
        name, Wording.marked(Wording.millions(row.estimate), row.estimate.value, row.status),
        persons.map { Wording.estimate($0.estimate) } ?? "",
        times.map { Wording.estimate($0.estimate, decimals: 2) } ?? "", row.status.id,
      ])
    }
    text.table(header: ["part", "million yuan", "persons", "yuan per person-time", "status"], rows: table, right: 1)
    var classes: [[String]] = []
    for row in rows
    where row.people != "all" && row.measure == "amount" && row.statistic == "mean" && row.fundPart == "total" {
      let persons = find(id, "baseline", "total", "all", row.people, "persons", "mean")
      let amount = Wording.marked(Wording.millions(row.estimate), row.estimate.value, row.status)
      classes.append([
        context.label(row.people, row.jurisdiction), amount, persons.map { Wording.estimate($0.estimate) } ?? "",
        row.status.id,
      ])
    }
    text.paragraph(
      "By class, decided at each payment: amounts add up, and a person may stand in two classes. \\* rests on proxies; † is a lower bound, because a payment it should contain has no number in the document."
    )
    text.table(header: ["class", "million yuan", "persons paid or subsidised", "status"], rows: classes, right: 1)
    distribution(id, &text)
    areas(place, &text)
  }

  private func distribution(_ id: String, _ text: inout MarkdownText) {
    let statistics = ["mean", "sd", "p05", "p25", "p50", "p75", "p90", "p95", "p99", "tvar99"]
    let cells = statistics.map { statistic -> String in
      guard let estimate = total(id, "amount", statistic) else { return "too few years" }
      return Wording.millions(estimate.estimate)
    }
    text.paragraph("The year's total over the simulated years, luck of the year alone, million yuan:")
    text.table(header: statistics, rows: [cells], right: 0)
    guard total(id, "amount", "p99") == nil else { return }
    let years = context.result.scenario.replicates
    text.paragraph(
      "A quantile p is told from 5 / (1 − p) years or more, which is 500 for p99 and tvar99; these are \(years) "
        + "(`--replicates` draws more).")
  }
}
