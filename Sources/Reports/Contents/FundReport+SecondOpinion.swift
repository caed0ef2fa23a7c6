import Analysis
import Input
import Simulation

extension FundReport {
  /// A benefit that is simple enough for an exact answer, simulated and worked out, side by side; nothing where the run
  /// did not settle it.
  func secondOpinion(_ text: inout MarkdownText) {
    let result = context.result
    guard let rules = try? ControlRules(vocabulary: result.library.vocabulary, year: result.scenario.year) else {
      return
    }
    let opinions = result.places.compactMap { SecondOpinion($0, result, rules) }
    guard !opinions.isEmpty else { return }
    text.heading(say(en: "A second opinion", zh: "另一种方法的核对"))
    text.paragraph(control(rules))
    text.bullets(opinions.map(verdict))
    text.paragraph(method)
    text.table(
      header: [
        say(en: "place", zh: "地区"), say(en: "of", zh: "指标"), say(en: "by formula", zh: "公式计算"),
        say(en: "simulated", zh: "模拟"), say(en: "difference in standard errors", zh: "相差（标准误）"),
      ], rows: opinions.flatMap { opinion in opinion.lines.map { row($0, opinion) } }, right: 2)
    text.paragraph(errors(opinions))
  }

  /// What is settled for it.
  private func control(_ rules: ControlRules) -> Phrase {
    func yuan(_ fen: Int64) -> String { Wording.number(Double(fen) / 100) }
    let rate = wording.percent(Double(rules.rate.basisPoints) / 10_000)
    let (deductible, cap) = (yuan(rules.deductible.fen), yuan(rules.cap.fen))
    return say(
      en: """
        Is the simulation right? What a real document costs nobody knows exactly. So every run also settles one invented \
        benefit that is simple enough to be worked out by formula, on the same people and with the same engine: everybody is \
        paid \(rate) of the in-policy cost of each stay in hospital above \(deductible) yuan, at most \(cap) yuan a stay; stays \
        with a listed disease are left out, and insurance pays nothing.
        """,
      zh: """
        模拟是否正确？真实文件的支出没有人能精确知道，因此每次运行都用同一批人、同一结算程序另算一项简单到可以用公式求解的虚拟待遇：每次住院政策范围内\
        费用超过\(deductible)元的部分按\(rate)支付，每次最高\(cap)元；特殊病种住院除外，医保不支付。
        """)
  }

  private var method: Phrase {
    let limit = Wording.number(SecondOpinion.limit)
    return say(
      en: """
        The formula draws nobody: means are limited expected values, quantiles come from a Fourier transform of the compound \
        distribution (docs/model.md). Both columns are of the people drawn, not scaled to residents. A difference of 2 \
        standard errors comes by chance in one of 20 figures, and since places share their luck it often comes in several at \
        once; beyond \(limit) the two do not agree, and no figure of this run should be used before it is known why. Agreement \
        says that counts, costs, settlement and sums are as the model has them, not that the model, insurance or documents are \
        right. Thousand yuan a year:
        """,
      zh: """
        公式不抽取任何人：均值为有限期望值，分位数由复合分布的傅里叶变换求得（`docs/model.md`）。两列均为抽取人口的数，未推及常住人口。相差2个标准误，\
        每20个指标中会偶然出现1个，各地区的偶然性相同，常常同时出现；超过\(limit)个即为不一致，查明原因前不应使用本次结果。一致只说明次数、费用、结算和\
        汇总符合模型，不说明模型、医保待遇或文件本身正确。单位：千元/年：
        """)
  }

  private func errors(_ opinions: [SecondOpinion]) -> Phrase {
    let years = opinions.map(\.years).max() ?? 0, bound = opinions.map(\.aliased).max() ?? 0
    let isTiny = bound < 1e-9
    return say(
      en: """
        The standard deviation takes 20 years and a quantile p takes 5 / (1 − p); these are \(years). Errors of means and of \
        the standard deviation are those that the formula gives so many years, errors of quantiles those that this report \
        states for its own. Rounding to the fen, which the formula leaves out, moves a payment by less than 1.5 fen; the \
        transform counts \(isTiny ? "less than a billionth" : "at most \(bound)") of all probability at a wrong total.
        """,
      zh: """
        标准差至少需要20个年度，分位数p至少需要5/(1−p)个年度；本次为\(years)个。均值和标准差的误差按公式给出，分位数的误差与本报告其他分位数相同。公式不计\
        四舍五入到分，每笔相差不到1.5分；变换误差\(isTiny ? "不到十亿分之一" : "不超过\(bound)")。
        """)
  }

  private func verdict(_ opinion: SecondOpinion) -> Phrase {
    let told = opinion.lines.count { $0.agrees != nil }
    let greatest = Wording.number(opinion.lines.compactMap { $0.distance.map { abs($0) } }.max() ?? 0, decimals: 1)
    let (name, people) = (context.placeName(opinion.place), Wording.number(Double(opinion.persons)))
    let isSame = opinion.disagreements == 0
    return say(
      en: """
        \(name) (\(people) people drawn, \(opinion.years) \(opinion.years == 1 ? "year" : "years")): \
        \(isSame ? "agrees: the greatest of \(told) differences is" : "**does not agree** in \(opinion.disagreements) of \(told) figures: the greatest difference is") \
        \(greatest) standard errors.
        """,
      zh: """
        \(name)（抽取\(people)人，\(opinion.years)个年度）：\
        \(isSame ? "一致，\(told)项指标中最大相差" : "**不一致**，\(told)项指标中有\(opinion.disagreements)项不一致，最大相差")\(greatest)个标准误。
        """)
  }

  private func row(_ line: SecondOpinion.Line, _ opinion: SecondOpinion) -> [String] {
    let people =
      switch line.dimension {
      case "age": say(en: "age \(line.group), ", zh: "\(line.group)岁，").text
      case "poor":
        line.group == "true"
          ? say(en: "people who fall ill like the poor, ", zh: "按困难人群患病率者，").text
          : say(en: "all others, ", zh: "其余人员，").text
      default: say(en: "all, ", zh: "全部人员，").text
      }
    let distance = line.distance.map { Wording.number($0, decimals: 2) } ?? ""
    return [
      context.placeName(opinion.place).text, "\(people)\(statisticName(line.statistic))",
      Wording.number(line.expected / 1_000, decimals: 1),
      line.simulated.isKnown
        ? wording.estimate(line.simulated.times(0.001), decimals: 1) : say(en: "too few", zh: "次数不足").text,
      line.agrees == false ? "**\(distance)**" : distance,
    ]
  }
}
