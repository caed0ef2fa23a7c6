import Input
import Simulation

extension Speaker {
  /// What a figure that can be told apart is called.
  func noun(_ figure: AttributionFigure) -> Phrase {
    switch figure {
    case .mean: say(en: "the fund's mean year", zh: "基金年支出均值")
    case .p50, .p90, .p95, .p99:
      say(
        en: "the fund's year that \(Int((figure.quantile ?? 0) * 100)) of 100 do not pass (\(figure.rawValue))",
        zh: "基金年支出\(figure.rawValue)")
    case .tvar95, .tvar99:
      say(
        en:
          "the mean of the fund's dearest \(100 - Int((figure.quantile ?? 0) * 100)) of 100 years (\(figure.rawValue))",
        zh: "基金支出最高的\(100 - Int((figure.quantile ?? 0) * 100))%年度的均值（\(figure.rawValue)）")
    case .outOfPocket: say(en: "out-of-pocket cost of a person", zh: "人均自付费用")
    case .catastrophic10:
      say(en: "persons in households that pay over 10 % of their income themselves", zh: "自付超过家庭收入10%的家庭人口")
    case .catastrophic25:
      say(en: "persons in households that pay over 25 % of their income themselves", zh: "自付超过家庭收入25%的家庭人口")
    case .discretionary40:
      say(
        en: "persons in households that pay over 40 % of what the allowance line leaves of their income themselves",
        zh: "自付超过家庭收入扣除低保标准后余额40%的家庭人口")
    case .impoverished: say(en: "persons whom illness makes poor after assistance", zh: "救助后因病致贫人口")
    case .benefitRate: say(en: "persons whom the fund pays", zh: "获得救助或资助的人口")
    }
  }
}
