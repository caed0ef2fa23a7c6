import Analysis
import Input
import Simulation

extension FundReport {
  /// How sure a figure was to be, how sure it is, and what that took; nothing where people and replicates were stated.
  func precision() -> [Phrase] {
    let scenario = context.result.scenario
    guard let goal = scenario.precision, let distance = goal.distance(context.result, exposure) else { return [] }
    let figure = statisticName(goal.statistic), asked = share(goal.halfWidth)
    let people = Wording.number(Double(scenario.people)), replicates = scenario.replicates
    let widest = distance.place.map { place in
      let name = context.placeName(place)
      return say(en: " (the widest, that of \(name))", zh: "（最宽的为\(name)）").text
    }
    let found =
      distance.halfWidth.isFinite
      ? say(
        en:
          "it is \(share(distance.halfWidth))\(widest ?? "")\(distance.isReached ? "" : ", which does not reach that")",
        zh: "为\(share(distance.halfWidth))\(widest ?? "")\(distance.isReached ? "" : "，未达到要求")")
      : say(en: "so little was paid, or in so few years, that it is not known", zh: "支付或次数过少，无法得出")
    return [
      say(
        en: """
          `--precision` asked for people and replicates until half the 95 % interval of `\(figure)`, of the yearly total of each place, is \
          at most \(asked) of it. With \(people) people a place and \(Wording.counted(replicates, "replicate")) \(found).
          """,
        zh: """
          按 `--precision` 的要求增加抽取人数和重复次数，使各地年支出的\(figure)的95%置信区间半宽不超过其\(asked)。每地抽取\(people)人、重复\
          \(Wording.number(Double(replicates)))次，半宽\(found)。
          """)
    ]
  }

  /// A half-width as percent, which has no error of its own.
  private func share(_ share: Double) -> String {
    let percent = Wording.number(share * 100, decimals: 2)
    return say(en: "\(percent) %", zh: "\(percent)%").text
  }
}
