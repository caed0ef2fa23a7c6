import Analysis
import Input
import Population
import Rules
import Simulation

/// What reports on varied values say alike.
extension Speaker {
  /// A value of a varied rule with its unit.
  func worded(_ hundredths: Int64, _ rule: VariedRule) -> String {
    "\(VariedRule.text(hundredths))\(unit(rule, before: " "))"
  }

  /// The unit of a varied rule; nothing where the rules name none.
  func unit(_ rule: VariedRule, before space: String = "") -> Phrase {
    let blank = rule.unit.isEmpty ? "" : space
    let chinese = ["yuan": "元", "months": "个月", "times": "倍", "points": "个百分点"][rule.unit] ?? rule.unit
    return say(en: blank + rule.unit, zh: chinese)
  }

  /// What the rules have now, in front of a number or a word of their own.
  func now(_ rule: VariedRule) -> Phrase? {
    rule.now[language].map { now in say(en: "now \(now)", zh: "现行为\(now)") }
  }

  /// How sure figures of rule sets are.
  func sureness(
    people: Int64, _ groups: (households: UInt64, count: Int), _ place: PlaceModel, _ figures: [PolicyFigure],
    _ scenario: Scenario
  ) -> [Phrase] {
    let name = place.name(in: language), size = Wording.number(Double(groups.households))
    let persons = Wording.number(Double(people))
    var lines = [
      say(
        en: """
          \(name): \(persons) people drawn, \(Wording.counted(scenario.replicates, "replicate")), seed \(scenario.seed); every value is \
          settled on the same people and the same luck. ± is one standard error from the spread over \(groups.count) groups of about \
          \(size) neighbouring households; that of a difference is paired, group by group.
          """,
        zh: """
          \(name)：抽取\(persons)人，重复模拟\(scenario.replicates)次，随机种子\(scenario.seed)；各取值均在同一批人口、同样的患病情况下结算。\
          ±后为一个标准误，按\(groups.count)组（每组约\(size)户相邻家庭）之间的差异计算；差值的标准误为分组配对计算。
          """)
    ]
    if figures.contains(where: \.isOfYears) {
      lines.append(
        say(
          en: """
            Of figures of the distribution of years the error counts the level, by which all years may lie higher or lower together, and \
            the years themselves (a jackknife over twentieths of the replicates).
            """,
          zh: "年度分布指标的标准误包括整体水平的误差和年度之间的误差（刀切法，每次去掉二十分之一的重复模拟）。"))
    }
    return lines
  }

  /// What figures of varied rules rest on.
  func assumptions(_ rules: [VariedRule], _ scenario: Scenario) -> [Phrase] {
    let values = rules.map { rule in
      let now = now(rule).map { say(en: " (\($0))", zh: "（\($0)）").text } ?? ""
      return say(en: "`\(rule.name)`\(now)", zh: "`\(rule.name)`\(now)").text
    }
    return [
      say(
        en: "Varied: \(listed(values)). Everything else is as the scenario has it, without its reforms.",
        zh: "变动的数值：\(listed(values))。其余均按情景设定，不含情景中的改革方案。"),
      say(
        en: "Use of care does not change with the rules, and the year before is settled by the rules as they are.",
        zh: "就医行为不随政策调整而改变；上年费用按现行规定结算。"),
      say(
        en: """
          Insurance schedules and much of the population are assumptions of low confidence (docs/model.md), of which no error here \
          speaks.
          """,
        zh: "医保待遇和多项人口参数为可信度较低的假定（`docs/model.md`），上述误差不含这部分不确定性。"),
    ]
  }
}
