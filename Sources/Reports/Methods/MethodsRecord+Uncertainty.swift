import Analysis
import Input
import Simulation

extension MethodsRecord {
  /// What is uncertain beyond luck, with its law.
  var uncertain: [(name: Phrase, value: String)] {
    let uncertainty = scenario.uncertainty
    guard !uncertainty.isNone else {
      return [(say(en: "uncertain beyond luck", zh: "偶然性以外的不确定性"), say(en: "nothing", zh: "无").text)]
    }
    let laws = uncertainty.parameters.map { "\(identifier($0.id)) \(words($0.law))" }
    var rows = [(say(en: "uncertain parameters", zh: "不确定的参数"), clauses(laws))]
    if let effect = uncertainty.yearEffect {
      let parts = YearEffect.Part.allCases.map { "\(identifier($0.rawValue)) \(wording.percent(effect.deviation($0)))" }
      let ground =
        switch effect.ground {
        case .national(let from, let to): say(en: "the country's series \(from) to \(to)", zh: "\(from)至\(to)年全国数据")
        case .scenario: say(en: "stated", zh: "情景设定")
        }
      rows.append(
        (
          say(en: "deviations of the year's effect", zh: "年度整体波动的标准差"),
          say(en: "\(listed(parts)) (\(ground))", zh: "\(listed(parts))（\(ground)）").text
        ))
    }
    if let last = scenario.yearsAhead.last {
      rows.append((say(en: "years to come", zh: "今后年度"), say(en: "to \(last)", zh: "至\(last)年").text))
    }
    return rows
  }

  private func words(_ law: Law) -> Phrase {
    func percent(_ value: Double) -> String { wording.percent(value) }
    return switch law {
    case .fixed: say(en: "fixed", zh: "固定")
    case .logNormal(let deviation): say(en: "log-normal, \(percent(deviation))", zh: "对数正态，\(percent(deviation))")
    case .normal(let deviation): say(en: "normal, \(percent(deviation))", zh: "正态，\(percent(deviation))")
    case .uniform(let low, let high):
      say(en: "uniform, \(percent(low)) to \(percent(high))", zh: "均匀，\(percent(low))至\(percent(high))")
    case .triangular(let low, let mode, let high):
      say(
        en: "triangular, \(percent(low)), \(percent(mode)), \(percent(high))",
        zh: "三角，\(percent(low))、\(percent(mode))、\(percent(high))")
    }
  }
}
