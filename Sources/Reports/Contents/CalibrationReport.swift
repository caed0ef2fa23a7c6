import Foundation
import Input
import Validation

/// What a calibration moved and met.
public struct CalibrationReport: Speaker {
  let language: Language
  private let outcome: Calibrator.Outcome

  /// Of an outcome.
  public init(_ outcome: Calibrator.Outcome, language: Language = .english) {
    self.outcome = outcome
    self.language = language
  }

  /// For people.
  public var markdown: String {
    var text = MarkdownText()
    text.heading(say(en: "Calibration", zh: "参数校准"), level: 1)
    let atBounds = outcome.parameters.filter(\.atBound)
    text.heading(say(en: "What it says", zh: "主要结论"))
    text.bullets(
      [
        met,
        outcome.converged
          ? say(en: "The search ended where no step helped.", zh: "搜索已收敛，继续调整不再改进。")
          : say(en: "The search ran out of iterations: more may bring more.", zh: "迭代次数已用完，增加次数可能还有改进。"),
      ]
        + atBounds.map { parameter in
          say(
            en: "\(parameter.path) went to a bound: the figures want it further.",
            zh: "`\(parameter.path)` 已达取值边界：所列指标要求其继续变动。")
        })
    text.heading(say(en: "Figures", zh: "指标"))
    figures(&text)
    text.heading(say(en: "Parameters", zh: "参数"))
    text.table(
      header: [say(en: "parameter", zh: "参数"), before, after],
      rows: outcome.parameters.map { [identifier($0.path), plain($0.before), plain($0.after)] }, right: 1)
    text.paragraph(
      say(
        en: "± is the standard error of the simulation. Figures were drawn anew, apart from those of the search.",
        zh: "±后为模拟的标准误。指标用另行抽取的人口计算，不是搜索时所用的人口。"))
    return text.text
  }

  private var before: Phrase { say(en: "before", zh: "校准前") }
  private var after: Phrase { say(en: "after", zh: "校准后") }

  private func figures(_ text: inout MarkdownText) {
    text.table(
      header: [
        say(en: "figure", zh: "指标"), say(en: "published", zh: "公布值"), say(en: "uncertainty", zh: "公布值误差"), before,
        after, say(en: "met", zh: "是否吻合"),
      ],
      rows: zip(outcome.before, outcome.after).map { before, after in
        [
          after.figure.measure.term(in: language).text, plain(after.figure.value), plain(after.figure.uncertainty),
          plain(before.simulated.value),
          "\(plain(after.simulated.value)) ± \(plain(after.simulated.standardError))",
          (after.agrees ? say(en: "yes", zh: "是") : say(en: "no", zh: "否")).text,
        ]
      }, right: 1)
  }

  /// Which figures are met together and which are not.
  private var met: Phrase {
    let all = outcome.after.count, missed = outcome.after.filter { !$0.agrees }
    guard !missed.isEmpty else {
      return say(en: "All \(all) figures are met together.", zh: "全部\(all)项指标同时吻合。")
    }
    let names = clauses(missed.map { $0.figure.measure.name(in: language).text })
    return missed.count == all
      ? say(en: "No figure is met: \(names).", zh: "没有一项指标吻合：\(names)。")
      : say(
        en: "\(all - missed.count) of \(all) figures are met together; not met: \(names).",
        zh: "\(all)项指标中有\(all - missed.count)项同时吻合；未吻合：\(names)。")
  }

  private func plain(_ value: Double) -> String { String(format: "%.4g", value) }
}
