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
      rows.filter { $0.scenario == "baseline" && $0.estimate.isKnown }.map {
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
        row.statusWord,
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
    text.bullets(context.orNoOwnRules(summary()))
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
    context.standing(&text)
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
      "warned: persons whose yearly burden passes the warning line; not quantified where a document sets none.",
    ])
    context.ending(.burden, &text)
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
      return
        """
        In \(context.placeName(id)) a resident pays \(Wording.estimate(own, decimals: 1)) yuan a year, and all layers \
        together \(Wording.percent(ratio)) of the cost (\(Wording.percent(poor)) for allowance recipients 低保); \
        \(Wording.percent(heavy)) of people live in households that pay over a quarter of their income.
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
    row.dimension == "identity"
      ? context.label(row.group, row.jurisdiction) : context.group(row.dimension, row.group)
  }

  /// What is left after each layer, for all, for every identity of which enough were drawn, and for none.
  private func layers(_ id: String, _ text: inout MarkdownText) {
    let groups = rows.filter { row in
      row.place == id && row.scenario == "baseline" && row.measure == "outOfPocket" && row.statistic == "mean"
        && ["all", "identity"].contains(row.dimension) && row.estimate.standardError != nil
    }
    func cell(_ row: BurdenRow, _ stage: String, _ statistic: String) -> String {
      find(id, "outOfPocket.\(stage)", statistic, row.dimension, row.group).map { Wording.estimate($0) } ?? "too few"
    }
    text.paragraph("What a person still bears on average, yuan a year (identities of which enough were drawn):")
    text.table(
      header: ["group", "all cost", "after basic", "after all insurance", "after assistance"],
      rows: groups.map { row in
        [name(row)] + Burden.stages.map { cell(row, $0.name, "mean") }
      }, right: 1)
    text.paragraph(
      """
      The same by quantile over persons, before insurance and after assistance; burden.csv has p75, p95 and the layers \
      between:
      """)
    text.table(
      header: ["group", "p50 of all cost", "left", "p90 of all cost", "left", "p99 of all cost", "left"],
      rows: groups.map { row in
        [name(row)]
          + ["p50", "p90", "p99"].flatMap { p in
            [cell(row, "beforeInsurance", p), cell(row, "afterAssistance", p)]
          }
      }, right: 1)
  }

  /// Shares of all people, and how many they are.
  private func poverty(_ id: String, _ text: inout MarkdownText) {
    let measures = [
      ("SDG 3.8.2: over 40 % of what is above the poverty line", "discretionary40"), ("over 100 %", "discretionary100"),
      ("impoverished before assistance", "impoverishedBeforeAssistance"), ("impoverished after it", "impoverished"),
      ("over the warning line 预警", "warned"), ("recognised as illness-impoverished", "recognised"),
    ]
    let residents = find(id, "persons", "total")?.value ?? 0
    text.paragraph("Poverty and warning, all people:")
    text.table(
      header: ["", "share", "persons"],
      rows: measures.map { words, measure in
        guard let share = rows.first(where: { $0.isOfAll(id, measure) }) else { return [words] }
        return [
          words, Wording.marked(Wording.percent(share.estimate), share.estimate.value, share.blank),
          Wording.marked(Wording.estimate(share.estimate.times(residents)), share.estimate.value, share.blank),
        ]
      }, right: 1)
  }
}

extension BurdenRow {
  /// Whether it is the mean of a measure over all of a place's people under the rules as they are.
  fileprivate func isOfAll(_ place: String, _ measure: String) -> Bool {
    self.place == place && scenario == "baseline" && self.measure == measure && statistic == "mean"
      && dimension == "all"
  }

  /// Its status where the figure has no number at all; shares of people are not marked otherwise.
  fileprivate var blank: FigureStatus { status == .unquantified ? status : .assumption }
}
