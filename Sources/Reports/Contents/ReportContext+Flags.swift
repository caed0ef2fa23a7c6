import Analysis
import Foundation
import Input
import Rules
import Settlement
import Simulation

extension ReportContext {
  /// What the rules leave doubtful, with the money it touches.
  func flags(_ one: RunResult.VariantResult, _ reader: TallyReader) -> [Phrase] {
    var lines: [Phrase] = []
    let tally = one.tally
    for (index, flag) in one.variant.plan.flags.enumerated()
    where tally.isTouched(flag: index) || flag.kind == .unquantified || flag.kind == .proxy {
      let touched = touched(reader.flag(index)), chinese = chinese(flag, one.variant.jurisdiction)
      lines.append(
        say(
          en: "\(flag.kind.rawValue) \(flag.id): \(flag.text.english). \(touched)",
          zh: "\(kind(flag.kind))（\(flag.id)）：\(chinese)。\(touched)"))
    }
    return lines
  }

  /// What a flag says in Chinese; where its words are an English remark of the rule file, the values that it stands on.
  private func chinese(_ flag: Plan.FlagText, _ jurisdiction: String) -> String {
    guard language == .chinese, Source.hasEnglish(flag.text.chinese) else { return flag.text.chinese }
    let rows = result.library.file(jurisdiction).map { RuleView($0, year: year, language: .chinese).rows } ?? []
    var names: [String] = []
    for row in rows where row.ground.contains("（\(flag.id)）") {
      // A benefit and its rate, but not each class and hospital level in it.
      let name = row.what.components(separatedBy: " › ").prefix(2).joined(separator: " › ")
      if !names.contains(name) { names.append(name) }
    }
    let more = names.count > 3 ? "等\(names.count)项" : ""
    return "涉及\(names.isEmpty ? "的规定" : listed(Array(names.prefix(3))))\(more)，说明见 `medaid rules show \(jurisdiction)`"
  }

  private func kind(_ kind: RuleBook.Flag.Kind) -> Phrase {
    switch kind {
    case .unquantified: say(en: kind.rawValue, zh: "标准未定")
    case .proxy: say(en: kind.rawValue, zh: "参照其他文件")
    case .lateClaim: say(en: kind.rawValue, zh: "逾期申请")
    case .external: say(en: kind.rawValue, zh: "另有文件规定")
    case .anomaly: say(en: kind.rawValue, zh: "规定异常")
    }
  }

  /// The money that rests on a flagged value; those of the document that touch nobody drawn are named too, because they
  /// would touch others.
  private func touched(_ sums: (count: Estimate, amount: Estimate)) -> Phrase {
    guard sums.count.value > 0 else {
      return say(en: "It touches no payment to the people drawn: 0 yuan.", zh: "本次抽取人口的待遇均未涉及，金额为0元。")
    }
    let count = wording.estimate(sums.count), amount = wording.amount(sums.amount.times(0.01))
    return say(
      en: "It touches \(count) episodes or subsidies and \(amount) a year.",
      zh: "每年涉及\(count)笔救助或参保资助，金额\(amount)。")
  }
}
