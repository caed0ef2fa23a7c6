import Analysis
import Input
import Simulation

/// The burden report: what care costs people, and what is left after each layer.
struct BurdenReport: Speaker {
  let context: ReportContext
  let rows: [BurdenRow]
  /// Who passes the warning line when; nil leaves it out.
  var warning: WarningReport?
  private let index: [String: Estimate]

  var language: Language { context.language }

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

  func find(
    _ place: String, _ measure: String, _ statistic: String = "mean", _ dimension: String = "all",
    _ group: String = "all"
  ) -> Estimate? {
    index["\(place)|\(dimension)|\(group)|\(measure)|\(statistic)"]
  }

  func markdown(figure: String?) -> String {
    var text = MarkdownText()
    text.heading(context.title(en: "Burden", zh: "医疗费用负担分析"), level: 1)
    text.heading(say(en: "What it says", zh: "主要结论"))
    text.bullets(context.orNoOwnRules(summary()))
    if let figure {
      text.figure(
        path: figure,
        caption: say(
          en: """
            Out-of-pocket cost a person and year after all layers, for allowance recipients and for people without an \
            identity; whiskers are two standard errors
            """,
          zh: "各层保障支付后低保对象和无救助对象身份人员的人均年自付费用；误差线为两个标准误"))
    }
    context.standing(&text)
    for place in context.result.places where place.baseline != nil { self.place(place.place.id, &text) }
    warning?.sections(&text)
    text.heading(say(en: "How sure", zh: "结果的可靠程度"))
    text.bullets(context.method() + method)
    text.heading(say(en: "What the words mean", zh: "指标说明"))
    text.bullets(words)
    context.ending(.burden, &text)
    return text.text
  }

  private var method: [Phrase] {
    [
      say(
        en: """
          Quantiles over persons are read from bins that are 5 % wide; their error is that of the rank among the people \
          drawn.
          """,
        zh: "个人分布的分位数按组距5%的分组读取，其误差为抽取人口中排位的误差。"),
      say(
        en: "Persons of the first line are the place's residents and have no error.", zh: "各表首行人数为当地常住人口，没有误差。"),
      say(
        en: "Out-of-pocket cost is all cost that no layer paid, out-of-catalogue items included.",
        zh: "个人自付指各层保障均未支付的全部费用，包括政策范围外（目录外）费用。"),
    ]
  }

  private var words: [Phrase] {
    [
      say(
        en: """
          \\* rests on proxies; † is a lower bound, because a payment it should contain has no number in the document.
          """,
        zh: "\\* 含参照其他文件标准的测算；† 为下限，因文件对应计入的部分待遇未定标准。"),
      say(
        en: """
          benefit rate 受益率: persons paid assistance over persons holding the identity. Actual reimbursement 实际补偿比: what \
          all layers paid over all cost.
          """,
        zh: "受益率：获得救助的人数占具有该身份人数的比例。实际补偿比：各层保障支付合计占医疗总费用的比例。"),
      say(
        en: """
          catastrophic: people in households that pay more than 10 or 25 percent of the household's income. SDG 3.8.2 \
          (2025): more than 40 or 100 percent of what is left above the poverty line; where nothing is left, any payment.
          """,
        zh: """
          灾难性卫生支出：自付费用超过家庭收入10%或25%的家庭中的人口。可持续发展目标3.8.2（2025年口径）：自付超过家庭收入扣除贫困线后\
          余额的40%或100%；没有余额的，有自付即计入。
          """),
      say(
        en: """
          impoverished: income per head at or above the allowance line (12 monthly standards) before paying and below it \
          after. Groups overlap: a person counts under each identity held.
          """,
        zh: "因病致贫：自付前人均收入不低于低保标准（12个月）、自付后低于该标准。各人群有重叠：同一人在其具有的每种身份下各计一次。"),
      say(
        en: "warned: persons whose yearly burden passes the warning line; not quantified where a document sets none.",
        zh: "预警：年度费用负担超过预警线的人员；文件未设预警线的，列为标准未定。"),
    ]
  }

  private func summary() -> [Phrase] {
    context.result.places.filter { $0.baseline != nil }.prefix(5).compactMap { place in
      let id = place.place.id, name = context.placeName(id)
      guard let own = find(id, "outOfPocket"), let ratio = find(id, "reimbursementRatio").map(wording.percent),
        let heavy = find(id, "catastrophic25").map(wording.percent),
        let poor = find(id, "reimbursementRatio", "mean", "identity", "minimumLivingAllowance").map(wording.percent)
      else { return nil }
      return say(
        en: """
          In \(name) a resident pays \(wording.estimate(own, decimals: 1)) yuan a year, and all layers \
          together \(ratio) of the cost (\(poor) for allowance recipients 低保); \
          \(heavy) of people live in households that pay over a quarter of their income.
          """,
        zh: """
          \(name)：常住人口人均年自付\(wording.estimate(own, decimals: 1, unit: "元"))，实际补偿比\(ratio)\
          （低保对象\(poor)）；自付超过家庭收入四分之一的家庭人口占\(heavy)。
          """)
    }
  }
}
