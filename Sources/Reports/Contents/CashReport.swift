import Analysis
import Input
import Simulation

/// Cash as well as care: what the funds pay by year of care and by year of payment.
struct CashReport: Speaker {
  let context: ReportContext
  let flow: CashFlow

  var language: Language { context.language }

  static let header = [
    "scenario", "place", "jurisdiction", "serviceYear", "paymentYear", "month", "fundPart", "given", "statistic",
    "value", "standardError", "lower95", "upper95", "unit", "status",
  ]

  func csv() throws -> CSVText {
    var csv = CSVText(header: Self.header)
    for row in flow.rows {
      let bounds = row.estimate.bounds
      try csv.add([
        row.scenario, row.place, row.jurisdiction, row.serviceYear, row.paymentYear, row.month, row.fundPart, row.given,
        row.statistic, Wording.cell(row.estimate.value, row.unit), Wording.cell(row.estimate.standardError, row.unit),
        Wording.cell(bounds?.lower, row.unit), Wording.cell(bounds?.upper, row.unit), row.unit, row.statusWord,
      ])
    }
    return csv
  }

  /// Adds the section.
  func sections(_ text: inout MarkdownText) {
    let places = context.result.places.filter { $0.baseline != nil }
    guard !places.isEmpty else { return }
    text.heading(say(en: "When it is paid", zh: "支付时间"))
    for place in places { text.paragraph(within(place.place.id)) }
    years(places, &text)
    for place in places { toDate(place.place.id, &text) }
    text.paragraph(assumptions)
  }

  private func find(
    _ place: String, _ service: String, _ payment: String, _ statistic: String, month: String = "all",
    given: String = ""
  ) -> Estimate? {
    flow.rows.first {
      $0.place == place && $0.scenario == "baseline" && $0.serviceYear == service && $0.paymentYear == payment
        && $0.month == month && $0.fundPart == "total" && $0.given == given && $0.statistic == statistic
        && $0.estimate.isKnown
    }?.estimate
  }

  /// How much of the year's care is paid within it.
  private func within(_ id: String) -> Phrase {
    let year = context.year, name = context.placeName(id)
    guard let own = find(id, "\(year)", "\(year)", "mean"), let next = find(id, "\(year)", "\(year + 1)", "mean"),
      own.value + next.value > 0
    else { return say(en: "\(name): nothing is paid.", zh: "\(name)：无支出。") }
    let late = find(id, "\(year)", "later", "mean").flatMap { $0.value > 0 ? $0 : nil }
    let share = wording.percent(own.share(beside: [next] + (late.map { [$0] } ?? [])))
    return say(
      en: """
        \(name): for care of \(year), \(wording.amount(own)) (\(share)) is paid within the year and \(wording.amount(next)) in \
        \(year + 1)\(late.map { ", \(wording.amount($0)) later" } ?? "").
        """,
      zh: """
        \(name)：\(year)年发生的费用，当年支付\(wording.amount(own))（\(share)），\(year + 1)年支付\(wording.amount(next))\
        \(late.map { "，以后支付\(wording.amount($0))" } ?? "")。
        """)
  }

  /// Payments of each year; nothing where nothing but luck is uncertain.
  private func years(_ places: [RunResult.PlaceResult], _ text: inout MarkdownText) {
    let rows = places.flatMap(rows)
    guard !rows.isEmpty else { return }
    text.paragraph(
      say(
        en: "By year of payment, with everything uncertain, in \(wording.sumUnit); † what was owed is estimated:",
        zh: "按支付年度（计入各项不确定性，万元）；† 年初应付为估计数："))
    text.table(
      header: [
        say(en: "place", zh: "地区"), say(en: "year of payment", zh: "支付年度"),
        say(en: "for earlier years", zh: "支付以前年度"), say(en: "for the year", zh: "支付当年"),
        say(en: "paid in the year", zh: "当年支付合计"), say(en: "p05", zh: "p05"), say(en: "p95", zh: "p95"),
      ], rows: rows, right: 2)
  }

  private func rows(_ place: RunResult.PlaceResult) -> [[String]] {
    let id = place.place.id
    guard find(id, "all", "\(context.year)", "expected") != nil else { return [] }
    let isStated = context.result.scenario.cash.known.contains { $0.place == id && $0.owed != nil }
    func cell(_ service: String, _ payment: String, _ statistic: String = "expected") -> String {
      find(id, service, payment, statistic).map { wording.sum($0) } ?? say(en: "too few years", zh: "次数不足").text
    }
    return ([context.year] + place.outlook.map(\.year)).map { year in
      let isFirst = year == context.year
      return [
        context.placeName(id).text, "\(year)",
        cell(isFirst ? "earlier" : "\(year - 1)", "\(year)") + (isFirst && !isStated ? " †" : ""),
        cell("\(year)", "\(year)"), cell("all", "\(year)"), cell("all", "\(year)", "p05"),
        cell("all", "\(year)", "p95"),
      ]
    }
  }

  /// What payments to date say of the year; nothing where none are stated.
  private func toDate(_ id: String, _ text: inout MarkdownText) {
    let year = "\(context.year)", name = context.placeName(id)
    guard let known = context.result.scenario.cash.known.first(where: { $0.place == id })?.paid else { return }
    text.heading(
      say(en: "\(name): given what was paid to date", zh: "\(name)：根据截至目前的支付情况推算"), level: 3)
    let paid = wording.amount(Double(known.amount.fen) / 100)
    guard let below = find(id, "all", year, "shareBelow", month: "\(known.through)"),
      let before = find(id, "all", year, "expected"), let after = find(id, "all", year, "expected", given: "paid")
    else {
      text.paragraph(
        say(
          en: "\(paid) to the end of month \(known.through): too few simulated years to tell what that means.",
          zh: "截至\(known.through)月底已支付\(paid)：模拟年度过少，无法推算。"))
      return
    }
    text.paragraph(
      say(
        en: """
          \(paid) was paid to the end of month \(known.through); \(wording.percent(below)) of simulated years had paid \
          less by then\(isBeyond(below.value) ? ", so that what follows goes beyond what was simulated" : ""). Payments of the \
          whole year are then expected to be \(wording.amount(after)), and not \(wording.amount(before)).
          """,
        zh: """
          截至\(known.through)月底已支付\(paid)，\(wording.percent(below))的模拟年度同期支付少于此数\
          \(isBeyond(below.value) ? "，以下推算已超出模拟范围" : "")。据此全年支付期望值为\(wording.amount(after))，而非\(wording.amount(before))。
          """))
    let statistics = ["expected", "p05", "p50", "p95", "probabilityOverBudget"]
    text.table(
      header: [
        say(en: "statistic", zh: "指标"), say(en: "payments, as forecast", zh: "支付额（原预测）"),
        say(en: "payments, given to date", zh: "支付额（据实推算）"), say(en: "care, given to date", zh: "当年费用（据实推算）"),
      ],
      rows: statistics.compactMap { statistic in
        let cells = [
          find(id, "all", year, statistic), find(id, "all", year, statistic, given: "paid"),
          find(id, year, "all", statistic, given: "paid"),
        ]
        guard cells.contains(where: { $0 != nil }) else { return nil }
        return [label(statistic)]
          + cells.map { estimate in
            guard let estimate else { return say(en: "too few years", zh: "次数不足").text }
            return statistic == "probabilityOverBudget" ? wording.percent(estimate) : wording.sum(estimate)
          }
      }, right: 1)
  }

  /// What payments to date say of the whole year in one sentence; nil where none are stated.
  func forecast(_ id: String) -> Phrase? {
    let year = "\(context.year)", name = context.placeName(id)
    guard let known = context.result.scenario.cash.known.first(where: { $0.place == id })?.paid,
      let payments = find(id, "all", year, "expected", given: "paid"),
      let care = find(id, year, "all", "expected", given: "paid")
    else { return nil }
    let range = find(id, "all", year, "p05", given: "paid").flatMap { low in
      find(id, "all", year, "p95", given: "paid").map { (wording.amount(low), wording.amount($0)) }
    }
    let (paid, expected, cost) = (
      wording.amount(Double(known.amount.fen) / 100), wording.amount(payments), wording.amount(care)
    )
    return say(
      en: """
        \(name), given the \(paid) paid to the end of month \(known.through): the year's payments are expected to be \(expected)\
        \(range.map { ", in nine years of ten between \($0.0) and \($0.1)" } ?? ""), and the year's care to cost the fund \(cost).
        """,
      zh: """
        \(name)：根据截至\(known.through)月底已支付的\(paid)推算，全年支付期望值为\(expected)\
        \(range.map { "，十年中有九年在\($0.0)至\($0.1)之间" } ?? "")；当年发生的费用为\(cost)。
        """)
  }

  private func isBeyond(_ below: Double) -> Bool { below <= 0 || below >= 1 }

  private func label(_ statistic: String) -> String {
    switch statistic {
    case "expected": say(en: "expected, \(wording.sumUnit)", zh: "期望值（万元）").text
    case "probabilityOverBudget": say(en: "probability over the appropriation", zh: "超出预算的概率").text
    default: statistic
    }
  }

  private var assumptions: Phrase {
    let terms = context.result.scenario.cash
    let persistence = Wording.number(terms.persistence, decimals: 2)
    return say(
      en: """
        No document says when the fund pays. Taken here: hospitals are repaid \(months(terms.settlement)) settlement, \
        claims by hand and look-backs \(months(terms.claims)) the claim or recognition, premium subsidies in month \
        \(terms.subsidies) (`cash:` in the scenario). What was owed on 1 January, where it is not stated, is what this year \
        leaves at its end, less a year's growth. Payments to date are taken into account by regression over the simulated years, where what makes the first months dear or cheap \
        is taken to go on with a correlation of \(persistence): nobody published a series by month.
        """,
      zh: """
        文件未规定基金的支付时间。此处假定：定点医疗机构垫付费用于结算\(months(terms.settlement))拨付，手工报销和追溯救助于申请或认定\
        \(months(terms.claims))支付，资助参保于\(terms.subsidies)月划转（情景文件`cash:`可改）。年初应付未给出的，按本年末应付扣除一年增长估计。\
        已支付金额的影响按模拟年度回归推算，并假定年初各月的偏高或偏低与其余月份的相关系数为\(persistence)（未见按月公布的数据）。
        """)
  }

  private func months(_ count: Int) -> Phrase {
    switch count {
    case 0: say(en: "in the month of", zh: "当月")
    case 1: say(en: "the month after", zh: "次月")
    default: say(en: "\(count) months after", zh: "后第\(count)个月")
    }
  }
}
