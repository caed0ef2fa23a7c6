import Analysis
import Input
import Money
import Simulation

extension AttributionReport {
  /// The provisions with what each brings, and the whole.
  func table(_ section: AttributionSection, _ one: Attribution, _ text: inout MarkdownText) {
    let isSum = one.fen != nil, unit = unit(one.figure)
    func row(
      _ name: String, _ title: String, _ fen: Int64?, _ value: Estimate, _ share: String?, _ others: [String]
    ) -> [String] {
      [name, title] + (isSum ? [fen.map(Self.signed) ?? ""] : [])
        + [signed(value, one.figure, section.place), share ?? ""] + others
    }
    var rows = one.parts.map { part in
      row(
        "`\(part.provision.name)`", part.provision.title, part.fen, part.value, part.share.map(wording.percent),
        [signed(part.alone, one.figure, section.place), signed(part.last, one.figure, section.place)])
    }
    rows.append(
      row(
        say(en: "all", zh: "合计").text, "", one.fen.map { $0.reformed - $0.baseline }, one.effect,
        one.effect.value == 0 ? nil : wording.percent(1), ["", ""]))
    text.table(
      header: [say(en: "provision", zh: "措施"), say(en: "what it does", zh: "内容")]
        + (isSum ? [say(en: "yuan", zh: "金额（元）")] : []) + [
          say(en: "brings, \(unit)", zh: "影响（\(unit)）"), say(en: "of the whole", zh: "占合计"),
          say(en: "alone", zh: "单独实施（\(unit)）"), say(en: "added to the others", zh: "在其他措施之上（\(unit)）"),
        ], rows: rows, right: 2)
    let levels = say(
      en: """
        Now \(worded(one.baseline, one.figure, section.place)); with all of them \(worded(one.reformed, one.figure, section.place)).
        """,
      zh:
        "现行为\(worded(one.baseline, one.figure, section.place))；实施全部措施后为\(worded(one.reformed, one.figure, section.place))。"
    )
    text.paragraph(
      isSum
        ? say(
          en: "\(levels) The column of yuan adds up to the fen.", zh: "\(levels)金额（元）一列逐行相加，精确到分。")
        : levels)
  }

  /// Fen as yuan with the sign of a change.
  private static func signed(_ fen: Int64) -> String { (fen > 0 ? "+" : "") + Yuan(fen: fen).grouped }

  /// The script of a waterfall from the rules as they are to the whole package.
  func plot(_ section: AttributionSection, _ one: Attribution) -> String {
    func value(_ estimate: Estimate) -> Double { shown(estimate, one.figure, section.place).value }
    func error(_ estimate: Estimate) -> Double { shown(estimate, one.figure, section.place).standardError ?? .nan }
    let name = section.place.name(in: language), noun = noun(one.figure)
    let bars =
      [Plot.Step(name: say(en: "now", zh: "现行").text, value: value(one.baseline), isLevel: true)]
      + one.parts.map {
        Plot.Step(name: $0.provision.name, value: value($0.value), isLevel: false, error: error($0.value))
      } + [Plot.Step(name: say(en: "all", zh: "全部措施").text, value: value(one.reformed), isLevel: true)]
    return Plot.waterfall(
      title: say(en: "\(name): \(noun)", zh: "\(name)：\(noun)"), bars: bars,
      yLabel: say(
        en: "\(unit(one.figure)); the axis does not begin at 0", zh: "\(unit(one.figure))（纵轴不从0开始）"))
  }
}
