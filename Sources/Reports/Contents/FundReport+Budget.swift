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
    let distance = amount - mean.value, name = context.placeName(budget.place)
    let share = wording.percent(abs(distance) / max(mean.value, 0.01)), chance = wording.percent(over.value)
    let low = wording.percent(over.bounds?.lower ?? 0), high = wording.percent(over.bounds?.upper ?? 1)
    var lines = [
      say(
        en: """
          \(name): the appropriation of \(wording.amount(amount)) lies \
          \(millions(abs(distance))) million (\(share)) \
          \(distance < 0 ? "below" : "above") the mean of \(total.status.lacksNumber ? "at least " : "")\
          \(wording.sum(mean)) million; by the luck of the year alone a year passes it with probability \
          \(chance) (95 % interval from \(low) to \(high)).
          """,
        zh: """
          \(name)：预算安排\(wording.amount(amount))，比平均年支出\(total.status.lacksNumber ? "（下限）" : "")\(wording.amount(mean))\
          \(distance < 0 ? "少" : "多")\(wording.amount(abs(distance)))（\(share)）；仅就年度患病的偶然性而言，\
          年支出超出预算的概率为\(chance)（95%置信区间\(low)至\(high)）。
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

  private func millions(_ yuan: Double) -> String { Wording.number(yuan / 1e6, decimals: 1) }

  /// What the probability leaves out.
  private func reasons(_ place: RunResult.PlaceResult, _ amount: Double, _ mean: Estimate) -> [String] {
    var reasons: [Phrase] = []
    if let sd = total(place.place.id, "amount", "sd")?.estimate {
      reasons.append(
        say(
          en: "the luck of a year is only \(wording.sum(sd)) million (one standard deviation)",
          zh: "年度患病偶然性引起的波动只有\(wording.amount(sd))（一个标准差）"))
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
