import Analysis
import Input
import Simulation

extension FundReport {
  /// How spending stands to the appropriation, and why the probability is no certainty; nothing without one.
  func budget() -> [Phrase] {
    guard let budget = context.result.scenario.budget,
      let place = context.result.places.first(where: { $0.place.id == budget.place }),
      let over = total(budget.place, "amount", "probabilityOverBudget")?.estimate, let total = total(budget.place)
    else { return [] }
    let amount = Double(budget.amount.fen) / 100, mean = total.estimate
    let isBelow = amount < mean.value, name = context.placeName(budget.place)
    let distance = Estimate(abs(amount - mean.value), standardError: mean.standardError)
    let share = mean.value > 0 ? wording.percent(mean.distance(to: amount)) : "–", chance = wording.percent(over.value)
    let low = wording.percent(over.bounds?.lower ?? 0), high = wording.percent(over.bounds?.upper ?? 1)
    var lines = [
      say(
        en: """
          \(name): the appropriation of \(wording.amount(amount)) lies \
          \(wording.sum(distance)) million (\(share)) \
          \(isBelow ? "below" : "above") the mean as assumed of \(total.status.lacksNumber ? "at least " : "")\
          \(wording.sum(mean)) million; with everything uncertain a year passes it with probability \
          \(chance) (95 % interval from \(low) to \(high)).\(reserve(budget.place))
          """,
        zh: """
          \(name)：预算安排\(wording.amount(amount))，比按假定值测算的平均年支出\(total.status.lacksNumber ? "（下限）" : "")\(wording.amount(mean))\
          \(isBelow ? "少" : "多")\(wording.amount(distance))（\(share)）；计入各项不确定性，\
          年支出超出预算的概率为\(chance)（95%置信区间\(low)至\(high)）。\(reserve(budget.place))
          """)
    ]
    let reasons = reasons(place, amount, mean)
    if !reasons.isEmpty {
      lines.append(
        say(
          en: "No probability here is a certainty, 0 and 100 % included: \(clauses(reasons)).",
          zh: "这一概率并非定论，0%和100%也不例外：\(clauses(reasons))。"))
    }
    return lines
  }

  /// What must be added to the appropriation so that few years pass it.
  private func reserve(_ id: String) -> Phrase {
    guard let five = total(id, "amount", "reserve95")?.estimate else { return say(en: "", zh: "") }
    let one = total(id, "amount", "reserve99")?.estimate
    let (most, rest) = (wording.amount(five), one.map(wording.amount))
    return say(
      en: """
         A reserve of \(most) brings that under 5 %\
        \(rest.map { ", one of \($0) under 1 %" } ?? "; what 1 % takes, so few years do not tell").
        """,
      zh: "另备\(most)可使这一概率低于5%\(rest.map { "，另备\($0)可低于1%" } ?? "；低于1%所需的储备，重复次数不足，无法得出")。")
  }

  private func millions(_ yuan: Double) -> String { Wording.number(yuan / 1e6, decimals: 1) }

  /// What the probability leaves out.
  private func reasons(_ place: RunResult.PlaceResult, _ amount: Double, _ mean: Estimate) -> [String] {
    var reasons: [Phrase] = []
    if total(place.place.id, "amount", "sd") != nil {
      reasons.append(
        say(
          en: "it rests on laws of what is uncertain, of which most are assumed (docs/model.md)",
          zh: "它取决于各项不确定性的分布，其中多数为假定（`docs/model.md`）"))
    }
    if let error = mean.standardError {
      reasons.append(
        say(
          en: "the error of the mean is \(millions(error)) million, and smaller the more people are drawn",
          zh: "均值的标准误为\(wording.amount(error))，抽取人数越多越小"))
    }
    if !place.sensitivities.isEmpty { reasons.append(moved(place, amount, mean.value)) }
    return reasons.map(\.text)
  }

  /// Which assumptions, moved one by one, take the mean to the other side of the appropriation.
  private func moved(_ place: RunResult.PlaceResult, _ amount: Double, _ mean: Double) -> Phrase {
    func spent(_ tally: SampleTally) -> Double {
      let reader = TallyReader(tally, scale: place.scale)
      return reader.mean(.help).value + reader.mean(.premiumSubsidy).value
    }
    let crossing = place.sensitivities.filter { move in
      let before = spent(move.before)
      return before > 0 && (mean * spent(move.after) / before > amount) != (mean > amount)
    }
    let count = place.sensitivities.count, names = listed(crossing.map { $0.what.name(in: language).text })
    return say(
      en: """
        of the \(count) assumptions that are moved one by one below, \
        \(crossing.isEmpty ? "none" : "\(crossing.count)") would take the mean to the other side of it\
        \(crossing.isEmpty ? "" : " (\(names))")
        """,
      zh: """
        文末逐一变动的\(count)项假定中，\(crossing.isEmpty ? "没有一项会" : "有\(crossing.count)项会")使均值转到预算的另一侧\
        \(crossing.isEmpty ? "" : "（\(names)）")
        """)
  }
}
