import Analysis
import Simulation

/// The burden report: what care costs people, and what is left after each layer.
struct BurdenReport {
  let context: ReportContext
  let rows: [BurdenRow]
  private let index: [String: Estimate]

  static let header = [
    "scenario", "place", "jurisdiction", "year", "dimension", "group", "measure", "statistic", "value", "standardError",
    "unit",
    "status",
  ]

  init(context: ReportContext, burden: Burden) {
    self.context = context
    rows = burden.rows
    index = Dictionary(
      rows.filter { $0.scenario == "baseline" }.map {
        ("\($0.place)|\($0.dimension)|\($0.group)|\($0.measure)|\($0.statistic)", $0.estimate)
      },
      uniquingKeysWith: { first, _ in first })
  }

  func csv() throws -> CSVText {
    var csv = CSVText(header: Self.header)
    for row in rows {
      try csv.add([
        row.scenario, row.place, row.jurisdiction, "\(row.year)", row.dimension, row.group, row.measure, row.statistic,
        Wording.cell(row.estimate.value, row.unit), Wording.cell(row.estimate.standardError, row.unit), row.unit,
        row.status.id,
      ])
    }
    return csv
  }

  private func find(
    _ place: String, _ measure: String, _ statistic: String = "mean", _ dimension: String = "all",
    _ group: String = "all"
  ) -> Estimate? {
    index["\(place)|\(dimension)|\(group)|\(measure)|\(statistic)"]
  }

  func markdown(figure: String?) -> String {
    var text = MarkdownText()
    text.heading("Burden: \(context.result.scenario.title), \(context.year)", level: 1)
    text.heading("What it says")
    text.bullets(summary())
    if let figure {
      text.figure(
        path: figure,
        caption:
          """
          Out-of-pocket cost a person and year after all layers, for allowance recipients and for people without an \
          identity; whiskers are two standard errors
          """
      )
    }
    text.heading("The legal standing of each document")
    text.bullets(context.standings())
    for place in context.result.places where place.baseline != nil { self.place(place.place.id, &text) }
    text.heading("How sure")
    text.bullets(
      context.method() + [
        """
        Quantiles over persons are read from bins that are 5 % wide; their error is that of the rank among the people \
        drawn.
        """,
        "Persons of the first line are the place's residents and have no error.",
        "Out-of-pocket cost is all cost that no layer paid, out-of-catalogue items included.",
      ])
    text.heading("What the words mean")
    text.bullets([
      """
      \\* rests on proxies; † is a lower bound, because a payment it should contain has no number in the document.
      """,
      """
      benefit rate 受益率: persons paid assistance over persons holding the identity. Actual reimbursement 实际补偿比: what \
      all layers paid over all cost.
      """,
      """
      catastrophic: people in households that pay more than 10 or 25 percent of the household's income. SDG 3.8.2 \
      (2025): more than 40 or 100 percent of what is left above the poverty line; where nothing is left, any payment.
      """,
      """
      impoverished: income per head at or above the allowance line (12 monthly standards) before paying and below it \
      after. Groups overlap: a person counts under each identity held.
      """,
      "warned: persons whose yearly burden passes the warning line; 0 where a document sets none.",
    ])
    text.heading("What is assumed")
    for place in context.result.places where place.baseline != nil {
      text.heading(place.place.english, level: 3)
      text.bullets(context.assumptions(place))
    }
    return text.text
  }

  private func summary() -> [String] {
    context.result.places.filter { $0.baseline != nil }.prefix(5).compactMap { place in
      let id = place.place.id
      guard let own = find(id, "outOfPocket"), let ratio = find(id, "reimbursementRatio"),
        let heavy = find(id, "catastrophic25"),
        let poor = find(
          id, "reimbursementRatio", "mean", "identity", "minimumLivingAllowance"
        )
      else { return nil }
      let none = find(id, "reimbursementRatio", "mean", "identity", "none")
      return
        """
        \(context.placeName(id)): a resident pays \(Wording.estimate(own, decimals: 1)) yuan a year; all layers together \
        pay \(Wording.percent(ratio)) of the cost (allowance recipients 低保 \(Wording.percent(poor)), people without an \
        identity \(none.map { Wording.percent($0) } ?? "-")); \(Wording.percent(heavy)) of people live in households \
        that pay over a quarter of their income.
        """
    }
  }

  private func place(_ id: String, _ text: inout MarkdownText) {
    text.heading(context.heading(id))
    let groups = rows.filter { $0.place == id && $0.scenario == "baseline" && $0.measure == "persons" }
    var table: [[String]] = []
    for group in groups where ["all", "identity", "incomeFifth", "residence", "age"].contains(group.dimension) {
      func cell(_ measure: String, _ statistic: String = "mean", _ decimals: Int = 0) -> String {
        find(id, measure, statistic, group.dimension, group.group).map { Wording.estimate($0, decimals: decimals) }
          ?? ""
      }
      func share(_ measure: String) -> String {
        find(id, measure, "mean", group.dimension, group.group).map { Wording.percent($0) } ?? ""
      }
      let rate = find(id, "benefitRate", "mean", group.dimension, group.group)
      table.append([
        name(group), Wording.estimate(group.estimate), cell("admissions", "mean", 2), cell("cost"),
        rate.map { Wording.marked(Wording.percent($0), $0.value, group.status) } ?? "", share("reimbursementRatio"),
        cell("outOfPocket"),
        share("catastrophic10"),
        share("catastrophic25"),
      ])
    }
    text.table(
      header: [
        "group", "persons", "admissions", "cost, yuan", "benefit rate", "actual reimbursement", "out of pocket, yuan",
        "catastrophic 10 %", "25 %",
      ],
      rows: table, right: 1)
    layers(id, &text)
    poverty(id, &text)
  }

  private func name(_ row: BurdenRow) -> String {
    switch row.dimension {
    case "identity": context.label(row.group, row.jurisdiction)
    case "incomeFifth": "income fifth \(row.group)"
    case "age": "age \(row.group)"
    default: row.group
    }
  }

  private func layers(_ id: String, _ text: inout MarkdownText) {
    var table: [[String]] = []
    for (dimension, group) in [
      ("all", "all"), ("identity", "minimumLivingAllowance"), ("identity", "destituteSupport"), ("identity", "none"),
    ] {
      for (stage, words) in [
        ("beforeInsurance", "all cost"), ("afterBasic", "after basic"), ("afterInsurance", "after all insurance"),
        ("afterAssistance", "after assistance"),
      ] {
        let cells = ["p50", "p75", "p90", "p95", "p99"].map { p in
          find(id, "outOfPocket.\(stage)", p, dimension, group).map { Wording.estimate($0) } ?? "too few"
        }
        table.append([context.label(group), words] + cells)
      }
    }
    text.paragraph("What a person still bears, yuan a year, by quantile over persons:")
    text.table(header: ["group", "left", "p50", "p75", "p90", "p95", "p99"], rows: table, right: 2)
  }

  private func poverty(_ id: String, _ text: inout MarkdownText) {
    let cells = [
      "discretionary40", "discretionary100", "impoverishedBeforeAssistance", "impoverished", "warned", "recognised",
    ].map {
      find(id, $0).map { Wording.percent($0) } ?? ""
    }
    text.paragraph("Poverty and warning, share of all people:")
    text.table(
      header: [
        "SDG 3.8.2 over 40 %", "over 100 %", "impoverished before assistance", "after", "over the warning line",
        "recognised as illness-impoverished",
      ],
      rows: [cells], right: 0)
  }
}
