import Analysis
import Input
import Population
import Rules
import Simulation

extension AttributionReport {
  /// How far the values can be trusted.
  func sureness() -> [Phrase] {
    let people = people(sections.map { ($0.place, $0.persons) })
    let groups = neighbours(sections.map { ($0.place, $0.groups) })
    let isQuantile = sections.contains { $0.figures.contains { $0.figure.isOfYears } }
    var lines = [
      say(
        en: """
          People drawn: \(people); \(Wording.counted(scenario.replicates, "replicate")), seed \(scenario.seed). Every set of provisions \
          is settled on the same people and the same luck.
          """,
        zh: """
          抽取人口：\(people)；重复模拟\(scenario.replicates)次，随机种子\(scenario.seed)。各种措施组合均在同一批人口、同样的患病情况下结算。
          """),
      say(
        en: """
          ± is one standard error of drawing these people and this luck, taken from the spread over groups of neighbouring households \
          (\(groups)). Of a provision it is that of the paired difference: the same combination of sets is formed in each group.
          """,
        zh: """
          ±后为一个标准误，按相邻家庭各组之间的差异计算（\(groups)）。单项措施的标准误为配对差值的标准误：在各组内分别计算同一组合。
          """),
    ]
    if isQuantile {
      lines.append(
        say(
          en: """
            Of figures of the distribution of years the error has two parts: that, and a jackknife over the replicates, of which one \
            twentieth is left out at a time. Few years lie beyond such a figure, so that its error is itself known roughly.
            """,
          zh: """
            年度分布指标的标准误由两部分组成：上述误差，以及对重复模拟的刀切法误差（每次去掉二十分之一的年度）。\
            超过该指标的年度不多，其标准误本身也只是粗略估计。
            """))
    }
    return lines
  }

  /// Who proposes what.
  func proposals() -> [Phrase] {
    reform.files.map { file in
      let since = file.from.map { say(en: ", from \($0) on", zh: "，自\($0)年起实施").text } ?? ""
      return say(
        en: "`\(file.name)` is proposed by \(file.author)\(since). The reason given: \(file.reason)",
        zh: "`\(file.name)`提出者：\(file.author)\(since)。理由：\(file.reason)")
    }
  }

  /// What the values rest on.
  func assumptions() -> [Phrase] {
    let isMean = sections.contains { $0.figures.contains { !$0.figure.isOfYears } }
    let isQuantile = sections.contains { $0.figures.contains { $0.figure.isOfYears } }
    var lines = [
      say(
        en: """
          What a provision brings is its Shapley value: the mean, over all orders in which the provisions could come, of what it adds to \
          those before it. It does not depend on the order in which the file names them. All values add up to the whole effect, \
          provisions that do the same get the same, and one that never changes anything gets 0.
          """,
        zh: """
          单项影响为夏普利值：对各项措施的所有先后次序，取该措施在其之前各项措施之上新增影响的平均值。结果与文件中的排列次序无关；\
          各项之和等于全部影响，作用相同的措施结果相同，从不产生影响的措施为0。
          """),
      say(en: "Use of care does not change with the rules.", zh: "就医行为不随政策调整而改变。"),
      say(
        en: "The year before is settled without any provision.", zh: "上年费用按调整前的规定结算。"),
    ]
    if isMean {
      lines.append(
        say(
          en: "Means are those with all parameters as assumed.", zh: "均值类指标按各项参数的假定值测算。"))
    }
    if isQuantile {
      lines.append(
        say(
          en: "The distribution of years counts everything that the scenario holds uncertain (docs/model.md).",
          zh: "年度分布计入情景中的各项不确定性（见 `docs/model.md`）。"))
    }
    lines += sections.flatMap { elsewhere($0) + [standing($0.place, scenario, library)].compactMap(\.self) }
    lines.append(
      say(
        en: """
          Insurance schedules and much of the population are assumptions of low confidence (docs/model.md); `medaid run` with the same \
          --reform shows what moving each of them does to the package.
          """,
        zh: "医保待遇和多项人口参数为可信度较低的假定（`docs/model.md`）；以相同的 `--reform` 执行 `medaid run` 可见逐项变动对方案的影响。"))
    return lines
  }

  /// Provisions that change nothing of a place's rules.
  private func elsewhere(_ section: AttributionSection) -> [Phrase] {
    let acting = Set(section.figures.first?.parts.map(\.provision.name) ?? [])
    let others = reform.provisions.map(\.name).filter { !acting.contains($0) }
    guard !others.isEmpty else { return [] }
    let name = section.place.name(in: language), names = listed(others.map { "`\($0)`" })
    return [say(en: "\(names): no rule of \(name) is changed.", zh: "\(names)：不涉及\(name)的规定。")]
  }
}
