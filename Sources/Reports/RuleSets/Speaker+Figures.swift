import Analysis
import Input
import Population
import Simulation

extension Speaker {
  /// What a figure is called.
  func noun(_ figure: PolicyFigure) -> Phrase {
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
    case .probabilityOverBudget: say(en: "years that pass the appropriation", zh: "超出预算的年份占比")
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

  /// A value in the unit that readers see: sums of the fund in millions or 万元, shares as persons.
  func shown(_ estimate: Estimate, _ figure: PolicyFigure, _ place: PlaceModel) -> Estimate {
    if figure.isShare { return estimate.times(Double(place.population)) }
    if figure == .probabilityOverBudget { return estimate.times(100) }
    return figure == .outOfPocket ? estimate : estimate.times(1 / wording.yuan)
  }

  func decimals(_ figure: PolicyFigure) -> Int { figure.isShare ? 0 : 2 }

  /// The unit of `shown`.
  func unit(_ figure: PolicyFigure) -> Phrase {
    if figure.isShare { return say(en: "persons", zh: "人") }
    if figure == .probabilityOverBudget { return say(en: "%", zh: "%") }
    return figure == .outOfPocket ? say(en: "yuan", zh: "元") : wording.sumUnit
  }

  /// A value with its unit and error.
  func worded(_ estimate: Estimate, _ figure: PolicyFigure, _ place: PlaceModel) -> String {
    let number = wording.estimate(shown(estimate, figure, place), decimals: decimals(figure))
    return say(en: "\(number) \(unit(figure))", zh: "\(number)\(unit(figure))").text
  }

  /// A change with its sign and error, without its unit.
  func signed(_ estimate: Estimate, _ figure: PolicyFigure, _ place: PlaceModel) -> String {
    let shown = shown(estimate, figure, place)
    return (shown.value > 0 ? "+" : "") + wording.estimate(shown, decimals: decimals(figure))
  }
}

extension PolicyFigure {
  /// Whether it is a share of persons, which reports show as persons.
  var isShare: Bool { burden != nil && self != .outOfPocket }

  /// The unit of tidy tables.
  var unitOfCells: String { isShare || self == .probabilityOverBudget ? "share" : "yuan" }
}
