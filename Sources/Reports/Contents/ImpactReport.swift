import Analysis
import Input
import Simulation

/// The policy-impact report: what a change costs, and who gains or loses by it.
struct ImpactReport: Speaker {
  let context: ReportContext
  let rows: [ImpactRow]
  /// The same with an answer of patients to prices; nil where the scenario supposes none.
  var response: ResponseReport?

  var language: Language { context.language }

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

  func find(
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
    text.heading(context.title(en: "Policy impact", zh: "政策调整影响测算"), level: 1)
    text.heading(say(en: "What it says", zh: "主要结论"))
    text.bullets(Array(summaries().prefix(5)))
    if let figure {
      text.figure(
        path: figure,
        caption: say(
          en: "Change of the fund's yearly cost by each reform; whiskers are two standard errors",
          zh: "各调整方案引起的基金年支出变化；误差线为两个标准误"))
    }
    for (reform, place) in pairs {
      let name = context.placeName(place)
      text.heading(say(en: "\(reform.title) — \(name)", zh: "\(reform.title)——\(name)"))
      proposal(of: reform, &text)
      context.changes(of: reform, context.own(place), &text)
      fund(reform.name, place, &text)
      people(reform.name, place, &text)
      households(reform.name, place, &text)
      response?.sections(reform, place, &text)
    }
    text.heading(say(en: "How sure", zh: "结果的可靠程度"))
    text.bullets(
      context.method() + [
        say(
          en: """
            Every difference is paired: the same people with the same illness under both rules; its standard error is that \
            of the difference.
            """,
          zh: "各项差额均为配对比较：同一批人口、同样的患病情况分别按调整前后的规定结算；标准误为差额的标准误。")
      ])
    context.standing(&text)
    context.ending(
      .impact,
      also: (response?.assumptions
        ?? [say(en: "Use of care does not change with the rules.", zh: "就医行为不随政策调整而改变。")]) + [
          say(
            en: """
              The year before is settled without the reform. Those who are paid more pay less themselves, and may then miss the \
              test by which they would be recognised as illness-impoverished: so some lose by a reform that gives more.
              """,
            zh: "上年费用按调整前的规定结算。待遇提高后个人自付减少，有人因此不再符合因病致贫重病患者的认定条件：提高待遇的方案也会有人受损。")
        ], &text)
    return text.text
  }

  /// A sentence for each reform and place.
  func summaries() -> [Phrase] {
    pairs.flatMap { reform, place in
      [summary(reform, place)] + [response?.summary(reform, place)].compactMap(\.self)
    }
  }

  private func summary(_ reform: Scenario.Reform, _ place: String) -> Phrase {
    let name = context.placeName(place)
    if reform.patches(in: context.year)[context.own(place)] == nil,
      let from = reform.provisions.compactMap(\.from).min()
    {
      return say(
        en: "\(name), \"\(reform.title)\": it begins in \(from), and changes nothing of \(context.year).",
        zh: "\(name)，“\(reform.title)”：自\(from)年起实施，\(context.year)年不受影响。")
    }
    guard let fund = find(reform.name, place, "fund.total"), let winners = find(reform.name, place, "winners"),
      let losers = find(reform.name, place, "losers")
    else {
      return say(
        en: "\(name), \"\(reform.title)\": no payment before or after it to the people drawn.",
        zh: "\(name)，“\(reform.title)”：调整前后对抽取人口均无支付。")
    }
    let isLess = fund.difference.value < 0, change = fund.difference.times(isLess ? -1 : 1)
    func people(_ row: ImpactRow, en verb: String, zh: String) -> Phrase {
      let count = wording.estimate(row.difference)
      return row.difference.value == 0
        ? say(en: "nobody drawn \(verb)s", zh: "抽取人口中无人\(zh)")
        : say(en: "\(count) people \(verb)", zh: "\(zh)\(count)人")
    }
    let gain = people(winners, en: "gain", zh: "受益"), lose = people(losers, en: "lose", zh: "受损")
    return say(
      en: """
        \(name), "\(reform.title)": the fund pays \
        \(wording.amount(change)) \(isLess ? "less" : "more") a year than \
        the \(wording.sum(fund.baseline)) million of now; \(gain), \(lose).
        """,
      zh: """
        \(name)，“\(reform.title)”：基金年支出在现行\(wording.amount(fund.baseline))的基础上\
        \(isLess ? "减少" : "增加")\(wording.amount(change))；\(gain)，\(lose)。
        """)
  }
}
