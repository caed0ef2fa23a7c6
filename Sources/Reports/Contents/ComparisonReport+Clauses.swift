import Analysis
import Input
import Simulation

extension ComparisonReport {
  /// Which clause makes the difference between each two documents, with its articles in both.
  func clauses(_ text: inout MarkdownText) {
    guard comparison.decisive.contains(where: { !$0.clauses.isEmpty }) else { return }
    text.heading(say(en: "Which clause makes the difference", zh: "差异来自哪项条款"))
    let benefits = Clause.benefits.name(in: language)
    text.paragraph(
      say(
        en: """
          Each clause of the other document is put alone into the place's own rules, in the order of settlement, which is \
          that of the rows below; \(benefits) stand after their single terms. Named is the first clause that \
          by itself changes assistance with tilt by more than 1.96 standard errors and leaves at most half of the \
          difference, whichever way what is left points. Where the difference itself is within 1.96 standard errors, none is named. Clauses \
          interact, so their changes need not add up. Common insurance, yuan a head; articles are those of the place's own \
          document and of the other.
          """,
        zh: """
          把对方文件的各项条款按结算顺序（即下表行序）逐项单独换入本地规定，“\(benefits)”排在其各单项之后。所列关键条款为第一项单独换入即使救助金额\
          （含倾斜救助）变动超过1.96个标准误、且余下差额（不论方向）不超过一半的条款；差额本身不超过1.96个标准误的，不列关键条款。\
          各条款相互影响，单项变动相加不一定等于总差额。统一医保待遇，人均金额（元）；条款号分别为本地文件和对方文件的条款。
          """))
    let columns = [
      say(en: "people of", zh: "人口所在地"), say(en: "other rules", zh: "对方文件"), say(en: "difference", zh: "差额"),
      say(en: "decisive clause", zh: "关键条款"), say(en: "own articles", zh: "本地文件条款"),
      say(en: "other's articles", zh: "对方文件条款"), say(en: "change by it alone", zh: "单独换入的变动"),
    ]
    text.table(header: columns, rows: decisive())
    for place in context.result.places { alone(place.place.id, &text) }
    text.paragraph(
      say(
        en: """
          "Classes" takes who is assisted, on the place's own terms; deductible, rate and cap take that term alone; \
          "\(benefits)" takes all four, the benefits that they belong to and the care that is covered \
          (docs/reports.md). "The same": the documents agree. Clauses are left out of a table where all they change is less \
          than 0.005 yuan.
          """,
        zh: """
          “\(Clause.classes.name(in: language))”只换救助对象范围，待遇仍按本地规定；起付标准、救助比例、年度限额只换该项；“\(benefits)”换入以上四项\
          及其所属救助项目和费用范围（见 `docs/reports.md`）。“相同”：两份文件一致。各列变动均不足0.005元的条款不列。
          """))
  }

  private func decisive() -> [[String]] {
    let articles = Dictionary(
      context.result.library.files.map { ($0.id, ClauseArticles($0)) }, uniquingKeysWith: { first, _ in first })
    return comparison.decisive.map { one in
      let clause = one.decisive.flatMap(Clause.init(rawValue:))
      let change = one.clauses.first { $0.clause == one.decisive }?.change
      func article(_ id: String) -> String { clause.flatMap { articles[id]?.of($0, in: language).text } ?? "" }
      let words =
        one.isClear
        ? clause?.name(in: language) ?? say(en: "none alone", zh: "无单独起决定作用的条款")
        : say(en: "no clear difference", zh: "差异不显著")
      return [
        context.placeName(one.place).text, context.name(one.jurisdiction).text,
        wording.estimate(one.difference, decimals: 2), words.text, article(one.own), article(one.jurisdiction),
        change.map { wording.estimate($0, decimals: 2) } ?? "",
      ]
    }
  }

  /// What each clause alone changes for a place's people, by the document it is taken from.
  private func alone(_ place: String, _ text: inout MarkdownText) {
    let pairs = comparison.decisive.filter { $0.place == place }
    guard !pairs.isEmpty else { return }
    let same = say(en: "the same", zh: "相同").text
    let rows = Clause.allCases.compactMap { clause -> [String]? in
      let changes = pairs.map { pair in pair.clauses.first { $0.clause == clause.rawValue }?.change }
      guard changes.contains(where: { abs($0?.value ?? 0) >= 0.005 }) else { return nil }
      return [clause.name(in: language).text] + changes.map { $0.map { wording.estimate($0, decimals: 2) } ?? same }
    }
    let name = context.placeName(place)
    text.paragraph(
      say(en: "People of \(name), each clause alone, taken from:", zh: "\(name)人口，逐项单独换入下列文件的条款："))
    text.table(
      header: [say(en: "clause", zh: "条款")] + pairs.map { context.name($0.jurisdiction) }, rows: rows, right: 1)
  }
}

extension Clause {
  /// What it is called; the English name is that of the files.
  func name(in language: Language) -> Phrase {
    switch self {
    case .preference: language.say(en: rawValue, zh: "大病保险倾斜支付")
    case .base: language.say(en: rawValue, zh: "救助基数")
    case .entitlement: language.say(en: rawValue, zh: "身份的起止")
    case .exclusions: language.say(en: rawValue, zh: "不予救助情形")
    case .classes: language.say(en: rawValue, zh: "对象类别")
    case .deductible: language.say(en: rawValue, zh: "起付标准")
    case .rate: language.say(en: rawValue, zh: "救助比例")
    case .cap: language.say(en: rawValue, zh: "年度限额")
    case .benefits: language.say(en: rawValue, zh: "对象类别与待遇整体")
    case .tilt: language.say(en: rawValue, zh: "倾斜救助")
    }
  }
}
