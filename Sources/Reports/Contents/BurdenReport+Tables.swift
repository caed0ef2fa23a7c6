import Analysis
import Input
import Simulation

extension BurdenReport {
  /// What care costs a place's people, by group, and what each layer leaves.
  func place(_ id: String, _ text: inout MarkdownText) {
    text.heading(context.heading(id))
    let groups = rows.filter { $0.place == id && $0.scenario == "baseline" && $0.measure == "persons" }
    var table: [[String]] = []
    for group in groups where ["all", "identity", "incomeFifth", "residence", "age"].contains(group.dimension) {
      func cell(_ measure: String, _ statistic: String = "mean", _ decimals: Int = 0) -> String {
        find(id, measure, statistic, group.dimension, group.group).map { wording.estimate($0, decimals: decimals) }
          ?? ""
      }
      func share(_ measure: String) -> String {
        find(id, measure, "mean", group.dimension, group.group).map { wording.percent($0) } ?? ""
      }
      let rate = find(id, "benefitRate", "mean", group.dimension, group.group)
      table.append([
        name(group), wording.estimate(group.estimate), cell("admissions", "mean", 2), cell("cost"),
        rate.map { wording.marked(wording.percent($0), $0.value, group.status) } ?? "", share("reimbursementRatio"),
        cell("outOfPocket"), share("catastrophic10"), share("catastrophic25"),
      ])
    }
    text.table(
      header: [
        self.group, say(en: "persons", zh: "人数"), say(en: "admissions", zh: "人均住院次数"),
        say(en: "cost, yuan", zh: "人均医疗费用（元）"), say(en: "benefit rate", zh: "受益率"),
        say(en: "actual reimbursement", zh: "实际补偿比"), say(en: "out of pocket, yuan", zh: "人均自付（元）"),
        say(en: "catastrophic 10 %", zh: "灾难性卫生支出（10%）"), say(en: "25 %", zh: "灾难性卫生支出（25%）"),
      ], rows: table, right: 1)
    layers(id, &text)
    poverty(id, &text)
  }

  private var group: Phrase { say(en: "group", zh: "人群") }

  private func name(_ row: BurdenRow) -> String {
    row.dimension == "identity"
      ? context.label(row.group, row.jurisdiction) : context.group(row.dimension, row.group)
  }

  /// What is left after each layer, for all, for every identity of which enough were drawn, and for none.
  private func layers(_ id: String, _ text: inout MarkdownText) {
    let groups = rows.filter { row in
      row.place == id && row.scenario == "baseline" && row.measure == "outOfPocket" && row.statistic == "mean"
        && ["all", "identity"].contains(row.dimension) && row.estimate.standardError != nil
    }
    func cell(_ row: BurdenRow, _ stage: String, _ statistic: String) -> String {
      find(id, "outOfPocket.\(stage)", statistic, row.dimension, row.group).map { wording.estimate($0) }
        ?? say(en: "too few", zh: "样本不足").text
    }
    text.paragraph(
      say(
        en: "What a person still bears on average, yuan a year (identities of which enough were drawn):",
        zh: "各层保障之后人均仍需负担的费用，元/年（只列抽取人数足够的身份）："))
    text.table(
      header: [
        group, say(en: "all cost", zh: "总费用"), say(en: "after basic", zh: "基本医保后"),
        say(en: "after all insurance", zh: "各项医保后"), say(en: "after assistance", zh: "医疗救助后"),
      ],
      rows: groups.map { row in
        [name(row)] + Burden.stages.map { cell(row, $0.name, "mean") }
      }, right: 1)
    text.paragraph(
      say(
        en: """
          The same by quantile over persons, before insurance and after assistance; burden.csv has p75, p95 and the layers \
          between:
          """,
        zh: "按个人费用分位数列示医保报销前和医疗救助后的金额（元）；p75、p95和中间各层见 `burden.csv`："))
    text.table(
      header: [group]
        + ["p50", "p90", "p99"].flatMap { p in
          [say(en: "\(p) of all cost", zh: "总费用\(p)"), say(en: "left", zh: "救助后\(p)")]
        },
      rows: groups.map { row in
        [name(row)]
          + ["p50", "p90", "p99"].flatMap { p in
            [cell(row, "beforeInsurance", p), cell(row, "afterAssistance", p)]
          }
      }, right: 1)
  }

  /// Shares of all people, and how many they are.
  private func poverty(_ id: String, _ text: inout MarkdownText) {
    let measures = [
      (
        say(en: "SDG 3.8.2: over 40 % of what is above the poverty line", zh: "自付超过收入扣除贫困线后余额的40%"),
        "discretionary40"
      ), (say(en: "over 100 %", zh: "自付超过该余额的100%"), "discretionary100"),
      (say(en: "impoverished before assistance", zh: "救助前因病致贫"), "impoverishedBeforeAssistance"),
      (say(en: "impoverished after it", zh: "救助后因病致贫"), "impoverished"),
      (say(en: "over the warning line 预警", zh: "超过预警线"), "warned"),
      (say(en: "recognised as illness-impoverished", zh: "年内认定为因病致贫重病患者"), "recognised"),
    ]
    let residents = find(id, "persons", "total")?.value ?? 0
    text.paragraph(say(en: "Poverty and warning, all people:", zh: "致贫与预警（全体人口）："))
    text.table(
      header: [say(en: "", zh: "指标"), say(en: "share", zh: "占比"), say(en: "persons", zh: "人数")],
      rows: measures.map { words, measure in
        guard let share = rows.first(where: { $0.isOfAll(id, measure) }) else { return [words.text] }
        let persons = share.estimate.times(residents)
        return [
          words.text, wording.marked(wording.percent(share.estimate), share.estimate.value, share.blank),
          wording.marked(wording.estimate(persons), share.estimate.value, share.blank),
        ]
      }, right: 1)
  }
}

extension BurdenRow {
  /// Whether it is the mean of a measure over all of a place's people under the rules as they are.
  fileprivate func isOfAll(_ place: String, _ measure: String) -> Bool {
    self.place == place && scenario == "baseline" && self.measure == measure && statistic == "mean"
      && dimension == "all"
  }

  /// Its status where the figure has no number at all; shares of people are not marked otherwise.
  fileprivate var blank: FigureStatus { status == .unquantified ? status : .assumption }
}
