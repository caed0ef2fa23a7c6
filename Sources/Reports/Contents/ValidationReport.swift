import Foundation
import Input
import Validation

/// Simulated against published figures, for people; `ValidationTable` is for programs.
public struct ValidationReport: Speaker {
  let language: Language
  let rows: [ValidationRow]
  /// Sources in the order in which they are first named; figures refer to them by number.
  let sources: [String]
  private let profile: String
  private let people: Int

  /// - Parameters:
  ///   - rows: as the validator gives them.
  ///   - profile: the name of the illness file.
  ///   - people: about how many were drawn.
  public init(_ rows: [ValidationRow], profile: String, people: Int, language: Language = .english) {
    self.rows = rows
    self.profile = profile
    self.people = people
    self.language = language
    var sources: [String] = []
    for row in rows {
      if let source = row.figure.provenance.source, !sources.contains(source) { sources.append(source) }
    }
    self.sources = sources
  }

  /// The report.
  ///
  /// - Parameter figure: the figure's path from the report; nil where none is drawn.
  public func markdown(figure: String?) -> String {
    let parts = ValidationParts(rows), year = Validator.year
    var text = MarkdownText()
    text.heading(
      say(
        en: "Simulated against published figures: \(profile), \(year)",
        zh: "模拟结果与公布数据的对照：\(identifier(profile))（\(year)年）"), level: 1)
    text.heading(say(en: "What it says", zh: "主要结论"))
    text.bullets(summary(parts))
    if let figure {
      text.figure(
        path: figure,
        caption: say(
          en: "Simulated over published; whiskers are 1.96 standard errors of both together, the grey band is 2 %",
          zh: "模拟值与公布值之比；误差线为两者合并标准误的1.96倍，灰色区域为±2%"))
    }
    text.heading(say(en: "Calibrated figures", zh: "校准指标"))
    text.paragraph(
      say(
        en: "Parameters of the illness model were set so that these are met. Sources by number stand below.",
        zh: "疾病模型的参数按这些指标设定。来源编号见文末；备注见 `validation.csv` 的 `reason` 列。"))
    table(parts.calibrated, &text)
    text.heading(say(en: "Figures that are only checked", zh: "仅作检验的指标"))
    text.paragraph(
      say(en: "Nothing was set by these; they are shown as they are.", zh: "参数不按这些指标设定，结果如实列示。"))
    table(parts.checked, &text)
    underRules(parts.underRules, &text)
    otherYears(parts, &text)
    text.heading(say(en: "How sure, and what is assumed", zh: "可靠程度与假定"))
    text.bullets(method)
    text.heading(say(en: "Sources", zh: "来源"))
    // Titles of publications are cited as the file of figures has them.
    text.bullets(
      sources.enumerated().map { number, source in
        say(en: "[\(number + 1)] \(source)", zh: "[\(number + 1)] \(source)")
      })
    return text.text
  }

  private var method: [Phrase] {
    let people = Wording.number(Double(people)), batches = Validator.batches, year = Validator.year
    return [
      say(
        en: """
          About \(people) people of the country were drawn in \(batches) batches; ± is the \
          standard error of the simulation over batches, not the uncertainty of the model.
          """,
        zh: "按全国人口特征抽取约\(people)人，分\(batches)批；±后为各批之间的模拟标准误，不是模型的不确定性。"),
      say(
        en: """
          All measures are of residents' insured (城乡居民医保), at national prices of \(year), settled as if every \
          document were in force and with the one common insurance schedule, a placeholder of low confidence.
          """,
        zh: "全部指标均指城乡居民医保参保人，按\(year)年全国价格计算；视同各文件均有效，采用统一的医保待遇（可信度低的暂用值）结算。"),
      say(
        en: """
          "Agrees" means within 2 %, or within 1.96 times the published figure's uncertainty. That is one standard error as \
          far as can be told (the ± of published figures): half a percent for series of the administration, and what \
          their spread or their definitions allow for surveys and papers.
          """,
        zh: """
          “吻合”指相差不超过2%，或不超过公布值误差的1.96倍。公布值后的±尽可能取一个标准误：医保部门的统计系列取0.5%，\
          调查和论文按其离散程度或口径确定。
          """),
    ]
  }

  private func summary(_ parts: ValidationParts) -> [Phrase] {
    func agreeing(_ rows: [ValidationRow]) -> (count: Int, all: Int) { (rows.count { $0.agrees }, rows.count) }
    func name(_ row: ValidationRow) -> String { row.figure.measure.name(in: language).text }
    let calibrated = agreeing(parts.calibrated), checked = agreeing(parts.checked)
    var lines = [
      say(
        en: "\(calibrated.count) of \(calibrated.all) calibrated figures agree with the published ones.",
        zh: "\(calibrated.all)项校准指标中有\(calibrated.count)项与公布值吻合。")
    ]
    let missed = clauses(parts.calibrated.filter { !$0.agrees }.map(name))
    if !missed.isEmpty { lines.append(say(en: "Calibrated and missed: \(missed).", zh: "已校准但未吻合：\(missed)。")) }
    guard !parts.checked.isEmpty else { return lines }
    lines.append(
      say(
        en: "\(checked.count) of \(checked.all) figures that were only checked agree.",
        zh: "\(checked.all)项仅作检验的指标中有\(checked.count)项吻合。"))
    let far = parts.checked.filter { !$0.agrees }.sorted { abs(log($0.ratio)) > abs(log($1.ratio)) }.prefix(3)
    if !far.isEmpty {
      let list = clauses(
        far.map { row in
          say(en: "\(name(row)) (\(Self.ratio(row)) of the published)", zh: "\(name(row))（为公布值的\(Self.ratio(row))倍）")
            .text
        })
      lines.append(say(en: "Farthest off among these: \(list).", zh: "其中相差最大的：\(list)。"))
    }
    return lines + spending(parts)
  }

  /// How much of the country's assistance the documents come to.
  private func spending(_ parts: ValidationParts) -> [Phrase] {
    let rows = parts.underRules.filter { $0.figure.measure == .assistancePerInsured && parts.isOwnYear($0) }
    guard let least = rows.min(by: { $0.ratio < $1.ratio }), let most = rows.max(by: { $0.ratio < $1.ratio }) else {
      return []
    }
    func rules(_ row: ValidationRow) -> String { row.rules?.book.name.name(in: language).text ?? "" }
    return [
      say(
        en: """
          Assistance an insured person comes to \(Self.ratio(least)) (\(rules(least))) to \
          \(Self.ratio(most)) (\(rules(most))) of the country's: no document is the country's.
          """,
        zh: """
          参保人均医疗救助支出为全国水平的\(Self.ratio(least))倍（\(rules(least))）至\(Self.ratio(most))倍（\(rules(most))）：\
          各文件均为地方文件，不代表全国。
          """)
    ]
  }
}
