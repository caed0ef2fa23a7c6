import Analysis
import Input
import Simulation

/// The comparison report: the same people under each jurisdiction's rules.
struct ComparisonReport: Speaker {
  let context: ReportContext
  let comparison: Comparison
  /// How firm the order is; nil leaves it out.
  var standing: StandingReport?

  var language: Language { context.language }

  static let header = [
    "insurance", "place", "jurisdiction", "referenceJurisdiction", "year", "dimension", "group", "measure", "value",
    "standardError", "unit", "status",
  ]

  func csv() throws -> CSVText {
    var csv = CSVText(header: Self.header)
    for row in comparison.rows {
      try csv.add([
        row.insurance, row.place, row.jurisdiction, row.reference, "\(row.year)", row.dimension, row.group, row.measure,
        Wording.cell(row.estimate.value, row.unit), Wording.cell(row.estimate.standardError, row.unit), row.unit,
        row.status.id,
      ])
    }
    for one in comparison.decisive {
      for (clause, change) in one.clauses {
        try csv.add([
          "common", one.place, one.own, one.jurisdiction, "\(context.year)", "all", "all", "clause: \(clause)",
          Wording.cell(change.value, "yuan"), Wording.cell(change.standardError, "yuan"), "yuan",
          FigureStatus.assumption.id,
        ])
      }
    }
    return csv
  }

  func find(
    _ insurance: String, _ place: String, _ jurisdiction: String, _ measure: String, _ dimension: String = "all",
    _ group: String = "all"
  ) -> ComparisonRow? {
    comparison.rows.first {
      $0.insurance == insurance && $0.place == place && $0.jurisdiction == jurisdiction && $0.measure == measure
        && $0.dimension == dimension && $0.group == group
    }
  }

  var jurisdictions: [String] { context.result.scenario.jurisdictions }

  private var parts: [ComparisonPart] { context.result.scenario.comparisonParts }

  /// The insurance that summary, figure and identities speak of: the common one, where it was asked for.
  var insurance: String { context.comparedInsurance }

  var isCommon: Bool { insurance == ComparisonPart.common.rawValue }

  func markdown(figure: String?) -> String {
    var text = MarkdownText()
    text.heading(context.title(en: "Comparison", zh: "各地救助政策比较"), level: 1)
    text.heading(say(en: "What it says", zh: "主要结论"))
    text.bullets(context.result.places.prefix(5).compactMap(summary))
    let withOwn = "with each document's own insurance, so that differences are not those of assistance alone"
    text.paragraph(
      say(
        en: """
          Assistance with tilt \(isCommon ? "under one common insurance schedule" : withOwn).\(marks())
          """,
        zh: """
          救助金额含倾斜救助，\(isCommon ? "按统一的医保待遇计算" : "按各文件所在地的医保待遇计算，差异并非全部来自医疗救助")。\(marks())
          """))
    if let figure {
      let insurance = isCommon ? "one common insurance schedule" : "each with its own insurance"
      text.figure(
        path: figure,
        caption: say(
          en: """
            Assistance with tilt for the people of each place under each document's rules, \
            \(insurance); whiskers are two standard errors; † lower bounds, which are not ranked; * rests on proxies
            """,
          zh: """
            各地人口分别执行各文件时的救助金额（含倾斜救助），\(isCommon ? "统一医保待遇" : "各自医保待遇")；误差线为两个标准误；\
            † 为下限，不参与排序；* 含参照标准
            """))
    }
    context.standing(&text)
    for part in [ComparisonPart.common, .own] where parts.contains(part) { level(part, &text) }
    identities(&text)
    clauses(&text)
    standing?.sections(&text)
    text.heading(say(en: "How sure", zh: "结果的可靠程度"))
    text.bullets(context.method() + method())
    context.ending(.fund, also: assumptions, &text)
    return text.text
  }

  /// What the words and marks of the opening sentences mean, of those that occur.
  private func marks() -> Phrase {
    let statuses = context.result.places.flatMap { place in
      jurisdictions.compactMap { find(insurance, place.place.id, $0, "assistance")?.status }
    }
    let isProxy = statuses.contains(.proxy), isLeast = statuses.contains(where: \.lacksNumber)
    return say(
      en: """
        \(isProxy ? " \\* rests on proxies." : "")\
        \(isLeast ? " \"At least\": the document leaves a group or benefit without a number, which is never taken for nothing." : "")
        """,
      zh: """
        \(isProxy ? "\\* 含参照其他文件标准的测算。" : "")\
        \(isLeast ? "“不低于”：文件对部分对象或待遇未定标准，未定不等于零。" : "")
        """)
  }

  private var assumptions: [Phrase] {
    [
      say(
        en: """
          Groups that a document leaves without a number are shown as \"not quantified\", and figures that should contain \
          a payment without a number as lower bounds (†): no document is ranked by them.
          """,
        zh: "文件未定标准的人群列为“标准未定”，应计入此类支付的数值列为下限（†）：均不据以对文件排序。"),
      say(
        en: "Use of care is the same under every document. The insurance schedules are placeholders of low confidence.",
        zh: "各文件之下的就医行为相同。医保待遇标准为可信度低的暂用值。"),
      say(
        en: "The money below is that of each place's own rules with its own insurance.",
        zh: "以下金额按各地执行本地文件和本地医保待遇计算。"),
    ]
  }

  private func method() -> [Phrase] {
    let replicates = min(context.result.scenario.comparisonReplicates, context.result.scenario.replicates)
    let words: [(part: ComparisonPart, words: Phrase)] = [
      (
        .common,
        say(
          en: """
            Common: one stated insurance schedule, premium and price level for every jurisdiction: what the assistance \
            rules alone do.
            """,
          zh: "统一医保：各文件采用同一医保待遇、缴费标准和价格水平，只反映救助规定本身的作用。")
      ), (.own, say(en: "Own: each with its own insurance.", zh: "各自医保：各文件采用所在地的医保待遇。")),
    ]
    let used = words.filter { parts.contains($0.part) }.map(\.words.text)
    return [
      say(
        en: """
          The comparison itself uses \(Wording.counted(replicates, "replicate")); its differences are paired, person by person.
          """,
        zh: "比较部分的重复次数为\(Wording.number(Double(replicates)))次；差额逐人配对计算。"),
      say(en: used.joined(separator: " "), zh: used.joined()),
    ]
  }
}
