import Analysis
import Simulation

/// The policy-impact report: what a change costs, and who gains or loses by it.
struct ImpactReport {
  let context: ReportContext
  let rows: [ImpactRow]

  static let header = [
    "reform", "place", "jurisdiction", "year", "dimension", "group", "measure", "baseline", "reformed", "difference",
    "standardError", "unit", "status",
  ]

  func csv() throws -> CSVText {
    var csv = CSVText(header: Self.header)
    for row in rows {
      try csv.add([
        row.reform, row.place, row.jurisdiction, "\(row.year)", row.dimension, row.group, row.measure,
        Wording.cell(row.baseline.value, row.unit),
        Wording.cell(row.reformed.value, row.unit), Wording.cell(row.difference.value, row.unit),
        Wording.cell(row.difference.standardError, row.unit), row.unit,
        row.status.id,
      ])
    }
    return csv
  }

  private func find(
    _ reform: String, _ place: String, _ measure: String, _ dimension: String = "all", _ group: String = "all"
  ) -> ImpactRow? {
    rows.first {
      $0.reform == reform && $0.place == place && $0.measure == measure && $0.dimension == dimension
        && $0.group == group
    }
  }

  /// The reforms with the places they touch, in the order of the scenario.
  private var pairs: [(reform: Scenario.Reform, place: String)] {
    context.result.scenario.reforms.flatMap { reform in
      context.result.places.filter { reform.patches[$0.place.jurisdiction] != nil && $0.baseline != nil }.map {
        (reform, $0.place.id)
      }
    }
  }

  func markdown(figure: String?) -> String {
    var text = MarkdownText()
    text.heading("Policy impact: \(context.result.scenario.title), \(context.year)", level: 1)
    text.heading("What it says")
    text.bullets(pairs.prefix(5).map { summary($0.reform, $0.place) })
    if let figure {
      text.figure(
        path: figure,
        caption: "Change of the fund's yearly cost by each reform; whiskers are two standard errors")
    }
    for (reform, place) in pairs {
      text.heading("\(reform.title) — \(context.placeName(place))")
      context.changes(of: reform, context.own(place), &text)
      fund(reform.name, place, &text)
      people(reform.name, place, &text)
    }
    text.heading("How sure")
    text.bullets(
      context.method() + [
        """
        Every difference is paired: the same people with the same illness under both rules; its standard error is that \
        of the difference.
        """
      ])
    context.standing(&text)
    context.ending(
      .impact,
      also: [
        "Use of care does not change with the rules.",
        """
        The year before is settled without the reform. Those who are paid more pay less themselves, and may then miss the \
        test by which they would be recognised as illness-impoverished: so some lose by a reform that gives more.
        """,
      ], &text)
    return text.text
  }

  private func summary(_ reform: Scenario.Reform, _ place: String) -> String {
    guard let fund = find(reform.name, place, "fund.total"), let winners = find(reform.name, place, "winners"),
      let losers = find(reform.name, place, "losers")
    else {
      return "\(context.placeName(place)), \"\(reform.title)\": no payment before or after it to the people drawn."
    }
    let isLess = fund.difference.value < 0
    func people(_ row: ImpactRow, _ verb: String) -> String {
      row.difference.value == 0 ? "nobody drawn \(verb)s" : "\(Wording.estimate(row.difference)) people \(verb)"
    }
    return
      """
      \(context.placeName(place)), "\(reform.title)": the fund pays \
      \(Wording.millions(fund.difference.times(isLess ? -1 : 1))) million yuan \(isLess ? "less" : "more") a year than \
      the \(Wording.millions(fund.baseline)) million of now; \(people(winners, "gain")), \(people(losers, "lose")).
      """
  }

  private func fund(_ reform: String, _ place: String, _ text: inout MarkdownText) {
    let table = rows.filter {
      $0.reform == reform && $0.place == place && $0.measure.hasPrefix("fund.") && $0.difference.value != 0
        // Rounded to thousands of yuan, smaller changes of a class would stand as zeros.
        && ($0.dimension == "all" || abs($0.difference.value) >= 5000)
    }.map { row in
      [
        row.measure.dropFirst(5) == "total"
          ? "total" : context.component(String(row.measure.dropFirst(5)), row.jurisdiction),
        row.dimension == "all" ? "all" : context.label(row.group, row.jurisdiction),
        Wording.marked(Wording.millions(row.baseline), row.baseline.value, row.status),
        Wording.marked(Wording.millions(row.reformed), row.reformed.value, row.status),
        Wording.millions(row.difference),
      ]
    }
    text.paragraph("The fund, million yuan a year (rows that change):")
    text.table(header: ["part", "class", "now", "reformed", "difference"], rows: table, right: 2)
  }

  private func people(_ reform: String, _ place: String, _ text: inout MarkdownText) {
    var table: [[String]] = []
    for winners in rows where winners.reform == reform && winners.place == place && winners.measure == "winners" {
      guard let losers = find(reform, place, "losers", winners.dimension, winners.group),
        winners.difference.value > 0 || losers.difference.value > 0 || winners.dimension == "all"
      else { continue }
      func difference(_ measure: String, _ decimals: Int) -> String {
        find(reform, place, measure, winners.dimension, winners.group).map {
          Wording.estimate($0.difference, decimals: decimals)
        } ?? ""
      }
      func points(_ measure: String) -> String {
        find(reform, place, measure, winners.dimension, winners.group).map {
          Wording.estimate($0.difference.times(100), decimals: 2)
        } ?? ""
      }
      let name =
        winners.dimension == "identity"
        ? context.label(winners.group, winners.jurisdiction)
        : winners.dimension == "class"
          ? "as a class: \(context.label(winners.group, winners.jurisdiction))"
          : context.group(winners.dimension, winners.group)
      table.append([
        name, Wording.estimate(winners.difference), Wording.estimate(losers.difference), difference("assistance", 2),
        difference("outOfPocket", 2),
        points("catastrophic10"), points("impoverished"),
      ])
    }
    text.paragraph("People: winners and losers, and the change per person of the group (yuan; points of percent):")
    text.table(
      header: [
        "group", "winners", "losers", "assistance", "out of pocket", "catastrophic 10 %, points",
        "impoverished, points",
      ], rows: table, right: 1)
  }
}
