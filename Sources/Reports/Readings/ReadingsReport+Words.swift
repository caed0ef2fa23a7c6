import Analysis
import Input
import Rules
import Simulation

extension ReadingsReport {
  /// How far the fund moves with single clauses, with all of them, and whether they act on one another.
  func summary(_ section: ReadingsSection) -> [Phrase] {
    let effects = section.effects, name = section.place.name(in: language)
    let count = Set(section.alternatives.map(\.reading.id)).count, ways = section.alternatives.count
    let level = wording.amount(effects.baseline)
    guard ways > 0 else {
      return [say(en: "\(name): the document leaves no clause open.", zh: "\(name)：文件没有可作不同理解的条款。")]
    }
    let moving = effects.ranked.filter(\.change.isClear)
    var lines = [
      say(
        en: """
          \(name): \(count) clauses can be read in \(Wording.counted(ways, "other way")); \
          \(moving.isEmpty ? "none of them moves" : "\(moving.count) of these \(moving.count == 1 ? "moves" : "move")") the fund's mean \
          year of \(level) by more than the error.
          """,
        zh: """
          \(name)：\(count)处条款另有\(ways)种理解，\(moving.isEmpty ? "没有一种" : "其中\(moving.count)种")使基金年支出均值（\(level)）的变化超过误差。
          """)
    ]
    if let first = moving.first { lines.append(largest(first)) }
    // One alone was said above, and acts on nothing.
    if let up = effects.raising, up.set.members.count > 1 { lines.append(joint(up, effects, isMore: true)) }
    if let down = effects.lowering, down.set.members.count > 1 { lines.append(joint(down, effects, isMore: false)) }
    return lines
  }

  private func largest(_ one: ReadingEffects.Alone) -> Phrase {
    let isLess = one.change.total.value < 0
    let amount = wording.amount(one.change.total.times(isLess ? -1 : 1))
    let reading = one.alternative.reading, clause = clause(reading)
    let question = reading.question.name(in: language), option = one.alternative.option.text.name(in: language)
    return say(
      en:
        "What matters most is clause \(clause) (`\(one.alternative.name)`). \(question) Read as “\(option)”, it \(isLess ? "saves" : "costs") \(amount) a year.",
      zh: "影响最大的是“\(clause)”（`\(one.alternative.name)`）：\(question)？改按“\(option)”，每年\(isLess ? "减支" : "增支")\(amount)。")
  }

  private func joint(_ set: ReadingEffects.Together, _ effects: ReadingEffects, isMore: Bool) -> Phrase {
    let size = { (estimate: Estimate) in wording.amount(estimate.times(isMore ? 1 : -1)) }
    let error = set.interaction.standardError ?? 0
    let isTold = set.interaction.value != 0 && abs(set.interaction.value) > 1.96 * error
    let at = size(set.change.total), sum = size(set.added), count = set.set.members.count
    let share = set.share.map { wording.percent($0.times(isMore ? 1 : -1)) } ?? ""
    let beyond = set.interaction.value * (isMore ? 1 : -1) > 0
    let interplay =
      isTold
      ? say(
        en: "\(beyond ? "more" : "less") than the \(sum) that each alone adds up to, since they act on one another",
        zh: "\(beyond ? "大于" : "小于")逐项之和\(sum)，因为相互影响")
      : say(
        en: "which this run cannot tell from the sum of each alone (\(sum))", zh: "与逐项之和（\(sum)）没有本次测算可以辨认的差别")
    return say(
      en: """
        All \(count) that \(isMore ? "raise" : "lower") the fund at once \(isMore ? "cost" : "save") \(at) (\(share)), \(interplay).
        """,
      zh: "\(count)种\(isMore ? "增支" : "减支")的理解同时采用，每年\(isMore ? "增支" : "减支")\(at)（\(share)），\(interplay)。")
  }

  /// How far the values can be trusted.
  func sureness() -> [Phrase] {
    let people = people(sections.map { ($0.place, $0.persons) })
    let groups = neighbours(sections.map { ($0.place, $0.groups) })
    return [
      say(
        en: """
          People drawn: \(people); \(Wording.counted(scenario.replicates, "replicate")), seed \(scenario.seed). Every reading is settled \
          on the same people and the same luck.
          """,
        zh: "抽取人口：\(people)；重复模拟\(scenario.replicates)次，随机种子\(scenario.seed)。各种理解均在同一批人口、同样的患病情况下结算。"),
      say(
        en: """
          ± is one standard error of drawing these people and this luck: that of the paired difference, from the spread over groups of \
          neighbouring households (\(groups)). It says nothing of which reading is right, and no probability belongs to one.
          """,
        zh: """
          ±后为配对差值的一个标准误，按相邻家庭各组之间的差异计算（\(groups)）。它不说明哪种理解正确，各种理解也没有概率。
          """),
      say(
        en: """
          Which readings raise and which lower the fund is told by the people drawn; where a change is smaller than its error the \
          other side is possible, and counts for little in the sum.
          """,
        zh: "某种理解是增支还是减支，按抽取人口判断；变化小于误差的，方向可能相反，但对合计影响很小。"),
    ]
  }

  /// What the values rest on.
  func assumptions() -> [Phrase] {
    var lines = [
      say(
        en: "A clause is read the other way in the year before as well, as if it had never been read otherwise.",
        zh: "改变理解同时适用于上年费用，视同一直如此理解。"),
      say(en: "Use of care does not change with the reading.", zh: "就医行为不随条款理解而改变。"),
      say(en: "All parameters are as assumed.", zh: "各项参数取假定值。"),
    ]
    if !scenario.readings.isEmpty {
      let chosen = scenario.readings.sorted { $0.key < $1.key }.map { "`\($0.key):\($0.value)`" }
      lines.append(
        say(
          en: "The scenario itself reads otherwise than by default: \(listed(chosen)); changes are from there.",
          zh: "情景本身未采用默认理解的条款：\(listed(chosen))；变化以此为基准。"))
    }
    return lines + sections.compactMap { standing($0.place, scenario, library) }
  }
}
