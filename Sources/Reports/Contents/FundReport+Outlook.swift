import Analysis
import Input
import Simulation

extension FundReport {
  /// The years to come; nothing where the scenario asks for none.
  func outlook(_ text: inout MarkdownText) {
    let places = context.result.places.filter { !$0.outlook.isEmpty && $0.baseline != nil }
    guard let last = places.first?.outlook.last?.year else { return }
    text.heading(say(en: "The years to \(last)", zh: "\(context.year)年至\(last)年"))
    text.paragraph(trend())
    for place in places {
      if places.count > 1 { text.heading(context.placeName(place.place.id), level: 3) }
      text.paragraph(sentence(place))
      text.table(
        header: [
          say(en: "year", zh: "年度"), say(en: "residents", zh: "常住人口"),
          say(en: "expected, \(wording.sumUnit)", zh: "期望值（万元）"),
          say(en: "premium subsidy", zh: "其中资助参保"), say(en: "persons", zh: "救助或资助人数"), say(en: "sd", zh: "标准差"),
          say(en: "p05", zh: "p05"), say(en: "p50", zh: "p50"), say(en: "p95", zh: "p95"),
        ],
        rows: [row(place.place.id, context.year, place.place.population)]
          + place.outlook.map { row(place.place.id, $0.year, $0.population) }, right: 1)
    }
  }

  private func row(_ id: String, _ year: Int, _ residents: Int) -> [String] {
    func cell(_ part: String, _ component: String, _ statistic: String) -> String {
      let row = find(id, year, part, component, statistic)
      return row.map { wording.sum($0.estimate) } ?? say(en: "too few years", zh: "次数不足").text
    }
    let persons =
      exposure.rows.first {
        $0.place == id && $0.scenario == "baseline" && $0.year == year && $0.fundPart == "total" && $0.people == "all"
          && $0.measure == "persons" && ["mean", "expected"].contains($0.statistic)
      }?.estimate
    return [String(year), Wording.number(Double(residents)), cell("total", "all", "expected")]
      + [cell("premiumSubsidy", "premiumSubsidy", "expected"), persons.map { wording.estimate($0) } ?? ""]
      + ["sd", "p05", "p50", "p95"].map { cell("total", "all", $0) }
  }

  /// A place's total, or a part of it, in a year.
  private func find(_ id: String, _ year: Int, _ part: String, _ component: String, _ statistic: String) -> FundRow? {
    exposure.rows.first {
      $0.place == id && $0.scenario == "baseline" && $0.year == year && $0.fundPart == part
        && $0.component == component && $0.people == "all" && $0.measure == "amount" && $0.statistic == statistic
        && $0.estimate.isKnown
    }
  }

  private func sentence(_ place: RunResult.PlaceResult) -> Phrase {
    let (id, name) = (place.place.id, context.placeName(place.place.id))
    guard let last = place.outlook.last,
      let first = find(id, context.year, "total", "all", "expected") ?? find(id, context.year, "total", "all", "mean"),
      let end = find(id, last.year, "total", "all", "expected")
    else { return say(en: "", zh: "") }
    let (before, after) = (wording.amount(first.estimate), wording.amount(end.estimate))
    let growth = YearlySpending(context.result.scenario, place, rules: 0)?.growth
    let change = growth.map { growth in
      let isLess = growth.value < 0, percent = wording.percent(growth.times(isLess ? -1 : 1))
      return say(en: ", \(percent) \(isLess ? "less" : "more")", zh: "，\(isLess ? "减少" : "增加")\(percent)").text
    }
    return say(
      en: "\(name): from \(before) in \(context.year) to \(after) in \(last.year)\(change ?? "").",
      zh: "\(name)：由\(context.year)年的\(before)变为\(last.year)年的\(after)\(change ?? "")。")
  }

  /// What the years ahead rest on.
  private func trend() -> Phrase {
    let trend = context.result.scenario.trend
    func yearly(_ part: Trend.Part) -> String {
      let growth = trend[part]
      return wording.estimate(
        Estimate(100 * growth.rate, standardError: 100 * growth.deviation), decimals: 1,
        unit: language == .english ? " %" : "%")
    }
    let isStated = trend.growth.contains(where: \.isStated)
    return say(
      en: """
        A year: admissions \(yearly(.admissions)), costs \(yearly(.costs)), incomes \(yearly(.incomes)), shares of identities \
        \(yearly(.identities)), premiums after the last known \(yearly(.premiums)); ± is how far the trend itself is uncertain, \
        drawn once for all years. \(isStated ? "The scenario states at least one of them; the others are" : "They are") the \
        country's, no local series was seen. People \(trend.ages ? "age, are born and die; nobody moves" : "stay as old as they are"). \
        Dated values of the documents change in their year; yuan amounts that a document fixes stay. A trend of a few years, \
        some of them of an epidemic, need not go on.
        """,
      zh: """
        每年变化：住院率\(yearly(.admissions))，费用\(yearly(.costs))，收入\(yearly(.incomes))，救助对象占比\(yearly(.identities))，\
        已知年度以后的个人缴费标准\(yearly(.premiums))；±为趋势本身的不确定性，每次重复抽取一次并用于各年。\
        \(isStated ? "其中有情景自行设定的，其余" : "")为全国数据推算，未见当地数据。人口\(trend.ages ? "逐年变老，有出生和死亡，无迁移" : "年龄结构不变")。\
        文件中注明年度的数值按年度变化，文件规定的金额不变。依据少数年份（含疫情年份）推算的趋势未必延续。
        """)
  }
}
