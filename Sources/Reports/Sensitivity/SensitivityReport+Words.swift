import Analysis
import Input
import Simulation

extension SensitivityReport {
  /// What would have to be known better for the figure to be known better.
  func summary(_ section: SensitivitySection, _ study: DriverStudy) -> [Phrase] {
    let place = section.place.name(in: language), noun = noun(study.figure)
    guard let indices = study.indices else {
      return [
        say(
          en: "\(place), \(noun): nothing that is uncertain moves it for the people drawn.",
          zh: "\(place)，\(noun)：各项不确定参数对抽取人口均无影响。")
      ]
    }
    let rows = section.rows(indices).filter { $0.total.value > 2 * ($0.total.standardError ?? .infinity) }
    let ranked = rows.prefix(3).map { row in
      let name = name(row.input), share = wording.percent(row.first)
      return say(en: "\(name) (\(share))", zh: "\(name)（\(share)）").text
    }
    let spread = indices.variation.value > 0 ? wording.percent(indices.variation) : ""
    var lines = [
      say(
        en: """
          \(place), \(noun): what is not known well moves it by \(spread) (standard deviation). Most of that comes from \(listed(ranked)): \
          whoever knows the first of these better knows the figure better.
          """,
        zh: """
          \(place)，\(noun)：不确定的参数使其变动\(spread)（标准差），主要来自\(listed(ranked))；要使该指标更准确，应首先核实其中第一项。
          """)
    ]
    let small = section.rows(indices).filter { $0.total.value + 1.96 * ($0.total.standardError ?? .infinity) < 0.02 }
    if !small.isEmpty {
      let names = listed(small.map { name($0.input) })
      lines.append(
        say(
          en: "Below 2 % each, whatever the others are: \(names). These need no better figures for this purpose.",
          zh: "无论其他参数取何值，影响均低于2%：\(names)。就该指标而言不必进一步核实。"))
    }
    lines.append(interplay(indices, study.grain))
    return lines
  }

  /// What no parameter brings alone, part of which is that a small sample is grainy.
  private func interplay(_ indices: SobolIndices, _ grain: Estimate) -> Phrase {
    let left = wording.percent(indices.interplay), error = indices.interplay.standardError ?? .infinity
    let ofSample = wording.percent(grain)
    guard abs(indices.interplay.value) > 1.96 * error else {
      return say(
        en: "That parameters act on one another (\(left)) cannot be told from nothing here.",
        zh: "参数之间的交互影响（\(left)）在本次测算中与零没有可以辨认的差别。")
    }
    return say(
      en: """
        \(left) of the variance no parameter brings alone: they act on one another, and about \(ofSample) is the grain of so few people drawn.
        """,
      zh: "方差中有\(left)不属于任何单一参数：为参数之间的交互影响，其中约\(ofSample)是抽取人口较少造成的。")
  }

  /// How far the indices can be trusted.
  func sureness() -> [Phrase] {
    let sizes = sections.map { section in
      let name = section.place.name(in: language), people = Wording.number(Double(section.drawn.people))
      let runs = Wording.number(Double(section.evaluations))
      return say(
        en:
          "\(name) \(runs) runs of about \(people) people and \(Wording.counted(section.drawn.replicates, "replicate"))",
        zh: "\(name)\(runs)次，每次约\(people)人，重复\(section.drawn.replicates)次"
      ).text
    }
    let pairs = sections.first?.pairs ?? 0
    let grains = sections.flatMap { section in
      section.studies.map { study in
        let name = section.place.name(in: language), noun = noun(study.figure), share = wording.percent(study.grain)
        return say(en: "\(name), \(noun): \(share)", zh: "\(name)，\(noun)：\(share)").text
      }
    }
    return [
      say(
        en: """
          \(clauses(sizes)), seed \(scenario.seed): every run is of the same people and the same luck, so that the indices are those of the figure \
          for that luck, and luck itself is no parameter.
          """,
        zh: "\(clauses(sizes))，随机种子\(scenario.seed)：各次使用同一批人口和同样的患病情况，因此指数是给定患病情况下的指数，偶然因素不在其列。"),
      say(
        en: """
          What of the variance other people and luck do not repeat is the grain of a small sample, found by running \(pairs) of the points \
          again with another seed; it counts as interplay and in the total indices. \(clauses(grains)). More people make it smaller.
          """,
        zh: """
          换用另一批人口和患病情况后不再出现的那部分方差是样本过小所致（以另一随机种子重算\(pairs)个点得出），计入交互影响和总影响。\
          \(clauses(grains))。增加抽取人口可使其减小。
          """),
      say(
        en: """
          ± is one standard error: \(pairs) pairs of points of Sobol's sequence in \(SobolDesign.shifts) independent random shifts, of which one is left \
          out at a time. It does not hold that other people and luck have somewhat other indices, which another --seed shows. Where an index is near 0 its estimate may lie below 0; it is printed as found.
          """,
        zh: """
          ±后为一个标准误：索博尔序列的\(pairs)对点分为\(SobolDesign.shifts)次独立随机平移，每次去掉一次平移计算（刀切法）。\
          它不含更换人口和患病情况所致的差别，可改用其他 `--seed` 查看。\
          接近0的指数，其估计值可能为负，照实列出。
          """),
      say(
        en: """
          First-order indices are estimated as in Saltelli et al. 2010 (Computer Physics Communications 181), total ones as in Jansen 1999 \
          (the same, 117).
          """,
        zh: "一阶指数按 `Saltelli` 等（2010）、总指数按 `Jansen`（1999）的方法估计（见 `docs/what-drives-it.md`）。"),
    ]
  }

  /// What the indices rest on.
  func assumptions() -> [Phrase] {
    var lines = [
      say(
        en:
          "Parameters are independent of each other and have the laws of the scenario (docs/model.md); wider laws make larger indices.",
        zh: "各参数相互独立，其分布见情景文件（`docs/model.md`）；分布越宽，指数越大。"),
      say(
        en: "Parameters whose law is fixed, and those that nothing of the place depends on, take no part.",
        zh: "取固定值的参数以及与该地无关的参数不参与分析。"),
      say(en: "Reforms of the scenario take no part.", zh: "情景中的改革方案不参与分析。"),
    ]
    if sections.contains(where: { $0.inputs.contains { $0.name == UncertainInputs.yearEffect } }) {
      lines.append(
        say(
          en: """
            The year's three factors (admissions, costs, and how many are reached) are correlated, so that they count as one parameter.
            """,
          zh: "年度效应的三个因素（住院、费用、救助覆盖）彼此相关，合为一项参数。"))
    }
    return lines
  }
}
