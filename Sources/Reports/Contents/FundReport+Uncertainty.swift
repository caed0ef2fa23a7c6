import Analysis
import Input
import Simulation

extension FundReport {
  /// The name of a statistic at the head of a column.
  func statisticName(_ id: String) -> Phrase {
    switch id {
    case "mean": say(en: id, zh: "均值")
    case "expected": say(en: id, zh: "期望值")
    case "sd": say(en: id, zh: "标准差")
    default: say(en: id, zh: id)
    }
  }

  /// How the years of a place differ, and what makes them differ.
  func distribution(_ id: String, _ text: inout MarkdownText) {
    guard total(id, "amount", "expected") != nil else {
      text.paragraph(
        say(
          en: """
            How years differ: this scenario holds nothing uncertain but the luck of who falls ill, which is least of what can \
            happen. So there are no quantiles here: \(luck(id)).
            """,
          zh: "年度差异：本情景除患病的偶然性外未设任何不确定性，而偶然性只是其中最小的部分，因此不给出分位数：\(luck(id))。"))
      return
    }
    text.paragraph(
      say(
        en: """
          How years differ, with the luck of the year, the year's effect and uncertain parameters together, million yuan. \
          `expected` is the mean of these years, `p95` and `p99` are the value at risk, `tvar` is the mean beyond them \
          (tail value at risk); \(luck(id)):
          """,
        zh: """
          年支出的分布（万元），包括患病的偶然性、年度整体波动和参数不确定性。`p05`至`p99`为分位数（p95、p99即在险值），`tvar`为超出部分的均值（尾部在险值）；\
          \(luck(id))：
          """))
    let statistics = ["expected", "sd", "p05", "p25", "p50", "p75", "p90", "p95", "p99", "tvar95", "tvar99"]
    let cells = statistics.map { statistic in
      total(id, "amount", statistic).map { wording.sum($0.estimate) } ?? say(en: "too few years", zh: "重复次数不足").text
    }
    text.table(header: statistics.map(statisticName), rows: [cells], right: 0)
    tooFew(id, &text)
    variance(id, &text)
  }

  /// What the luck of who falls ill moves alone.
  private func luck(_ id: String) -> Phrase {
    let sd = total(id, "amount", "sdLuck").map { wording.amount($0.estimate) }
    return say(
      en: sd.map { "luck alone moves a year by \($0) (one standard deviation)" }
        ?? "one replicate says nothing of luck",
      zh: sd.map { "仅患病的偶然性引起的标准差为\($0)" } ?? "只重复一次，无法得知偶然性")
  }

  private func tooFew(_ id: String, _ text: inout MarkdownText) {
    guard total(id, "amount", "p99") == nil else { return }
    let years = context.result.scenario.replicates
    text.paragraph(
      say(
        en: """
          A quantile p is told from 5 / (1 − p) years or more, which is 500 for p99 and tvar99; these are \(years) \
          (`--replicates` draws more).
          """,
        zh: "分位数p至少需要重复5/(1−p)次，p99和tvar99需500次；本次为\(years)次（可用 `--replicates` 增加）。"))
  }

  /// What each source of uncertainty brings of the variance.
  private func variance(_ id: String, _ text: inout MarkdownText) {
    let shares = exposure.rows.filter {
      $0.place == id && $0.scenario == "baseline" && $0.year == context.year && $0.statistic.hasPrefix("varianceShare.")
    }
    guard !shares.isEmpty, let sd = total(id, "amount", "sd")?.estimate else { return }
    text.paragraph(
      say(
        en: """
          What makes years differ. The shares of the variance add up to 100 %; beside each stands what follows from it and the sd above, \
          the standard deviation that the source would give alone (± as if share and sd were independent):
          """,
        zh: "差异从何而来。方差贡献合计为100%，后列由方差贡献和上表标准差得出，即该因素单独引起的标准差（±按两者误差相互独立计算）："))
    let shown = shares.filter { $0.estimate.value >= 0.005 || $0.statistic.hasSuffix(".luck") }
    text.table(
      header: [
        say(en: "source", zh: "来源"), say(en: "share of the variance", zh: "方差贡献"),
        say(en: "alone: sd × √share, \(wording.sumUnit)", zh: "单独引起的标准差：标准差×√贡献（万元）"),
      ],
      rows: shown.map { row in
        let source = String(row.statistic.dropFirst("varianceShare.".count))
        let alone = VarianceShares.alone(row.estimate, of: sd)
        return [sourceName(source).text, wording.percent(row.estimate), wording.sum(alone)]
      }, right: 1)
    text.paragraph(yearEffect)
    let rest = shares.count - shown.count
    if rest > 0 {
      text.paragraph(
        say(en: "\(rest) further parameters bring less than 0.5 % each.", zh: "另有\(rest)项参数，贡献均不到0.5%。"))
    }
  }

  /// Where the year's effect comes from, which a silent scenario gets from the country's series.
  private var yearEffect: Phrase {
    guard let effect = context.result.scenario.uncertainty.yearEffect else {
      return say(en: "The scenario has no effect of the year as a whole.", zh: "情景未设年度整体波动。")
    }
    let deviations = YearEffect.Part.allCases.map { wording.percent(effect.deviation($0)) }
    let ground =
      switch effect.ground {
      case .national(let from, let to):
        say(
          en:
            "the program's default, since the scenario states none: the country's series \(from) to \(to) around its trend",
          zh: "情景未另设时的默认值：\(from)至\(to)年全国数据对其趋势的偏离")
      case .scenario: say(en: "as the scenario states", zh: "情景设定")
      }
    return say(
      en: """
        The year's effect moves admissions by \(deviations[0]), costs by \(deviations[1]) and how many are reached by \(deviations[2]) (standard \
        deviations; \(ground)). It and the laws of all parameters are in docs/model.md and `medaid methods`.
        """,
      zh: """
        年度整体波动的标准差：住院\(deviations[0])、费用\(deviations[1])、救助覆盖\(deviations[2])（\(ground)）。其他参数的分布见 `docs/model.md` 和 `medaid methods`。
        """)
  }

  /// The words for a source of uncertainty.
  func sourceName(_ id: String) -> Phrase {
    switch id {
    case "luck": say(en: "luck: who falls ill", zh: "患病的偶然性")
    case "yearEffect": say(en: "the year's effect", zh: "年度整体波动")
    case "trend": say(en: "trends of the years ahead", zh: "今后趋势")
    default:
      Uncertainty.name(of: id).map { $0.name(in: language) } ?? say(en: id, zh: id)
    }
  }
}
