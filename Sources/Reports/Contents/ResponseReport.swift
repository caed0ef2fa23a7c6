import Analysis
import Input
import Population
import Simulation

/// Each reform with and without an answer of patients to its prices.
struct ResponseReport: Speaker {
  let context: ReportContext
  let rows: [ResponseRow]
  let terms: ResponseTerms

  var language: Language { context.language }

  static let header = [
    "reform", "place", "jurisdiction", "year", "dimension", "group", "measure", "statistic", "value", "standardError",
    "unit", "status",
  ]

  func csv() throws -> CSVText {
    var csv = CSVText(header: Self.header)
    for row in rows {
      try csv.add([
        row.reform, row.place, row.jurisdiction, "\(row.year)", row.dimension, row.group, row.measure,
        row.statistic.rawValue, Wording.cell(row.estimate.value, row.unit),
        Wording.cell(row.estimate.standardError, row.unit), row.unit, row.status.id,
      ])
    }
    return csv
  }

  private func find(
    _ reform: String, _ place: String, _ measure: String, _ statistic: ResponseRow.Statistic,
    _ dimension: String = "all", _ group: String = "all"
  ) -> Estimate? {
    rows.first {
      $0.reform == reform && $0.place == place && $0.measure == measure && $0.statistic == statistic
        && $0.dimension == dimension && $0.group == group
    }?.estimate
  }

  /// What the answer makes of a reform's cost.
  func summary(_ reform: Scenario.Reform, _ place: String) -> Phrase? {
    guard let without = find(reform.name, place, "fund.total", .without),
      let with = find(reform.name, place, "fund.total", .with),
      let stays = find(reform.name, place, "admissions", .response)
    else { return nil }
    let name = context.placeName(place)
    let admissions = signed(stays, decimals: 0)
    return say(
      en: """
        \(name), "\(reform.title)", if patients answer to its prices as the scenario supposes: the fund's year changes by \
        \(signed(with.times(1e-6), decimals: 2)) million yuan instead of \(signed(without.times(1e-6), decimals: 2)), and stays in \
        hospital by \(admissions).
        """,
      zh: """
        \(name)，“\(reform.title)”：如患者按情景设定的弹性对自付价格作出反应，基金年支出变化为\(signed(with.times(1e-4), decimals: 0))万元\
        （不计反应为\(signed(without.times(1e-4), decimals: 0))万元），住院人次变化\(admissions)。
        """)
  }

  /// The section of a reform.
  func sections(_ reform: Scenario.Reform, _ place: String, _ text: inout MarkdownText) {
    guard let summary = summary(reform, place) else { return }
    text.heading(say(en: "If patients answer to its prices", zh: "计入患者价格反应"), level: 3)
    text.paragraph(summary)
    text.table(
      header: [
        say(en: "change a year", zh: "年变化"), say(en: "use as before", zh: "不计反应"),
        say(en: "with the answer", zh: "计入反应"), say(en: "the answer alone", zh: "其中：反应"),
      ], rows: changes(reform.name, place), right: 1)
    prices(reform.name, place, &text)
  }

  private func changes(_ reform: String, _ place: String) -> [[String]] {
    let sums: [(String, Phrase)] = [
      ("fund.total", say(en: "the fund, \(wording.sumUnit)", zh: "救助基金，\(wording.sumUnit)")),
      ("payer.basic", say(en: "basic insurance, \(wording.sumUnit)", zh: "基本医保，\(wording.sumUnit)")),
      (
        "payer.criticalIllness",
        say(en: "critical-illness insurance, \(wording.sumUnit)", zh: "大病保险，\(wording.sumUnit)")
      ),
      (
        "payer.assistance", say(en: "assistance with tilt, \(wording.sumUnit)", zh: "医疗救助（含倾斜救助），\(wording.sumUnit)")
      ),
      (
        "payer.supplementary",
        say(en: "supplementary insurance, \(wording.sumUnit)", zh: "补充医疗保险，\(wording.sumUnit)")
      ),
      ("payer.patients", say(en: "patients, \(wording.sumUnit)", zh: "患者，\(wording.sumUnit)")),
      ("payer.all", say(en: "**all: the cost of care, \(wording.sumUnit)**", zh: "**合计：医疗总费用，\(wording.sumUnit)**")),
    ]
    let counts: [(String, Phrase)] = [
      ("admissions", say(en: "stays in hospital", zh: "住院人次")),
      ("catastrophic10", say(en: "people in households that pay over 10 % of income", zh: "自付超过家庭收入10%的人数")),
      ("catastrophic25", say(en: "over 25 %", zh: "超过25%的人数")),
      ("catastrophic40", say(en: "over 40 %", zh: "超过40%的人数")),
      ("impoverished", say(en: "people brought below the allowance line", zh: "因病致贫人数")),
    ]
    func cells(_ measure: String, _ text: (Estimate) -> String) -> [String] {
      [ResponseRow.Statistic.without, .with, .response].map { find(reform, place, measure, $0).map(text) ?? "" }
    }
    let classes = rows.filter {
      $0.reform == reform && $0.place == place && $0.dimension == "class" && $0.statistic == .without
    }.map { row in
      let label = context.label(row.group, row.jurisdiction)
      return [say(en: "of it \(label)", zh: "其中：\(label)").text]
        + [ResponseRow.Statistic.without, .with, .response].map {
          find(reform, place, "fund.total", $0, "class", row.group).map(signed) ?? ""
        }
    }
    let amounts = sums.map { measure, name in [name.text] + cells(measure, signed) }
    return Array(amounts.prefix(1)) + classes + amounts.dropFirst()
      + counts.map { measure, name in [name.text] + cells(measure) { signed($0, decimals: 0) } }
  }

  /// What patients pay of their stays, where a reform moves it, and how they answer.
  private func prices(_ reform: String, _ place: String, _ text: inout MarkdownText) {
    let own = rows.filter { $0.reform == reform && $0.place == place && $0.statistic == .level }
    let answers = ["admissions.factor", "odds.1", "odds.2", "odds.3"]
    var groups: [String] = []
    for row in own where answers.contains(row.measure) && abs(row.estimate.value - 1) >= 0.0005 {
      if !groups.contains(row.group) { groups.append(row.group) }
    }
    let table = groups.map { group in
      func find(_ measure: String) -> Estimate? {
        own.first { $0.measure == measure && $0.group == group }?.estimate
      }
      return [context.label(group, own.first?.jurisdiction)]
        + ["price.before", "price.after"].map { find($0).map { wording.estimate($0.times(100), decimals: 2) } ?? "" }
        + answers.map { measure in
          find(measure).map { factor in
            signed(Estimate(factor.value - 1, standardError: factor.standardError).times(100), decimals: 2)
          } ?? ""
        }
    }
    guard !table.isEmpty else {
      return text.paragraph(
        say(
          en: "With these elasticities no group changes its stays, or the odds of a hospital level, by 0.05 %.",
          zh: "按所设弹性，各类人员的住院人次和医院级别的选择变化均不足0.05%。"))
    }
    text.paragraph(
      say(
        en: """
          The price that people see is the share of a stay's cost that they pay, the mean over stays, each counted alike; with it the \
          number of stays changes, and the odds of each hospital level. Of several identities a person counts with the first of the \
          vocabulary (`medaid rules words`). Groups that change by 0.05 % or more:
          """,
        zh: """
          患者面对的价格为每次住院的自付比例，按住院人次平均（每次住院权重相同）；住院人次和选择各级医院的几率随之变化。一人多种身份的，归入\
          身份表（`medaid rules words`）中最先列出的一种。变化达到0.05%的人员类别：
          """))
    text.table(
      header: [
        say(en: "people", zh: "人员类别"), say(en: "pay now, %", zh: "现行自付比例，%"),
        say(en: "reformed, %", zh: "调整后，%"), say(en: "stays, change in %", zh: "住院人次变化，%"),
        say(en: "odds of level 1, %", zh: "一级医院几率变化，%"), say(en: "of level 2, %", zh: "二级，%"),
        say(en: "of level 3, %", zh: "三级，%"),
      ], rows: table, right: 1)
  }

  /// What the answer rests on.
  var assumptions: [Phrase] {
    let words = context.result.library.vocabulary.identities
    func both(_ one: ResponseTerms.Elasticity) -> String {
      let (admissions, levels) = (one.admissions.plain, one.levels.plain)
      return say(en: "admissions \(admissions), levels \(levels)", zh: "住院\(admissions)，医院级别\(levels)").text
    }
    let own = terms.identities.sorted { $0.key < $1.key }.map { index, one in
      let name = words.indices.contains(index) ? words[index].term(in: language).text : ""
      return say(en: "\(name) \(both(one))", zh: "\(name)：\(both(one))").text
    }
    let others = own.isEmpty ? "" : say(en: "; \(clauses(own))", zh: "；\(clauses(own))").text
    return [
      say(
        en: """
          Use of care changes with the rules only where an answer to prices is named. It is supposed, with arc elasticities: \
          \(both(terms.standard))\(others). Source, in the words of the scenario: \(terms.source)
          """,
        zh: """
          除注明计入患者价格反应的数字外，住院行为不随政策调整而改变。价格反应按弧弹性设定：\(both(terms.standard))\(others)。情景文件所述来源：\(terms.source)
          """),
      say(
        en: """
          Prices are found by settling the same stays before and after. How the answer moves them again, prices of visits, and other \
          years are left out. People who are recognised because of illness count with what they held before: a reform for them moves the \
          price of all who hold nothing, a little each. Where prices rise, hardship falls because people stay away from hospital, \
          which is no relief (docs/reports.md).
          """,
        zh: """
          价格按同一批住院在调整前后分别结算得出；不计反应对价格的再次影响、门诊价格和其他年份。因病致贫人员按认定前的身份归类，\
          针对他们的调整会使无身份人员的平均价格略有变化。价格上升时，困难人数减少是因为有人放弃住院，并非负担减轻（见 `docs/reports.md`）。
          """),
    ]
  }

  /// A sum of the fund as a column has it, with its sign.
  private func signed(_ estimate: Estimate) -> String { (estimate.value > 0 ? "+" : "") + wording.sum(estimate) }

  private func signed(_ estimate: Estimate, decimals: Int) -> String {
    (estimate.value > 0 ? "+" : "") + wording.estimate(estimate, decimals: decimals)
  }
}
