import Analysis
import Input
import Simulation

/// The figures of a report that are followed while assumptions are moved.
enum MovedFigures {
  /// Assistance and out-of-pocket cost.
  case fund
  /// Out-of-pocket cost, catastrophic spending and impoverishment.
  case burden
  /// What reforms change of the fund.
  case impact
}

extension ReportContext {
  /// Replicates of each moved assumption.
  var sensitivityReplicates: Int { min(result.scenario.sensitivityReplicates, result.scenario.replicates) }

  /// How far a report's main figures move with each weak assumption; nothing where the scenario draws none.
  func sensitivities(_ figures: MovedFigures, _ text: inout MarkdownText) {
    let moves = result.places.flatMap { place in place.sensitivities.map { (place, $0) } }
    guard !moves.isEmpty else { return }
    text.heading(say(en: "How far the figures move with an assumption", zh: "假定变动对结果的影响"))
    switch figures {
    case .fund: fund(moves, &text)
    case .burden: burden(moves, &text)
    case .impact: impact(moves, &text)
    }
  }

  /// Clauses of a place's document that can be read otherwise than the scenario does.
  func ambiguousClauses(_ place: RunResult.PlaceResult) -> Int {
    guard place.baseline != nil else { return 0 }
    return result.library.file(place.place.jurisdiction)?.book.readings.count { $0.options.count > 1 } ?? 0
  }

  /// That nothing was read otherwise, although it could be; nil where it was, or where the document leaves nothing open.
  func untriedReadings(_ place: RunResult.PlaceResult) -> Phrase? {
    let count = ambiguousClauses(place)
    guard place.readings.isEmpty, count > 0 else { return nil }
    return say(
      en: """
        How clauses are read. The document can be read in more than one way in \(count) places; what that moves was not worked out in \
        this run. `sensitivityReplicates: 4` in the scenario gives the range, and `medaid readings` each reading.
        """,
      zh: """
        条款的不同理解。文件有\(count)处可作不同理解，本次未测算其影响；情景中设 `sensitivityReplicates: 4` 可得范围，\
        `medaid readings` 可得各种理解的影响。
        """)
  }

  private typealias Move = (place: RunResult.PlaceResult, move: RunResult.Sensitivity)

  private var drawn: Phrase {
    say(
      en: """
        One assumption of low confidence at a time is moved by the stated amount, under the place's own rules, with the same \
        seed in \(sensitivityReplicates) replicates
        """,
      zh: "在执行本地文件的前提下，每次只将一项可信度低的假定按所列幅度变动，随机种子不变，重复\(sensitivityReplicates)次")
  }

  /// The first cells of a row: whose figures, and what was moved.
  private func names(_ move: Move) -> [String] {
    [placeName(move.place.place.id).text, move.move.what.name(in: language).text]
  }

  private var place: Phrase { say(en: "place", zh: "地区") }
  private var moved: Phrase { say(en: "moved", zh: "变动的假定") }
  private var before: Phrase { say(en: "before", zh: "变动前") }
  private var after: Phrase { say(en: "after", zh: "变动后") }

  private func fund(_ moves: [Move], _ text: inout MarkdownText) {
    text.paragraph(
      say(
        en: """
          \(drawn). Assistance is with tilt, yuan a head. The ± of the two changes is the spread over replicates alone, \
          without that of drawing the people, who change with some of the moves:
          """,
        zh: "\(drawn)。救助金额含倾斜救助，为人均金额（元）。两列变动率的±只反映各次重复之间的差异，不含抽取人口的误差（部分变动会改变所抽人口）："))
    let rows = moves.map { move in
      let effect = SensitivityEffect(move.move)
      return names(move) + [
        wording.estimate(effect.before, decimals: 2), wording.estimate(effect.after, decimals: 2),
        wording.percent(effect.assistance), wording.percent(effect.outOfPocket),
      ]
    }
    text.table(
      header: [
        place, moved, say(en: "assistance before", zh: "变动前人均救助"), say(en: "after", zh: "变动后人均救助"),
        say(en: "assistance", zh: "救助变动率"), say(en: "out of pocket", zh: "个人自付变动率"),
      ], rows: rows, right: 2)
  }

  private func burden(_ moves: [Move], _ text: inout MarkdownText) {
    text.paragraph(
      say(
        en: """
          \(drawn). Out of pocket is the relative change with the spread over replicates; the shares of people in \
          households that pay over 10 % of their income, and of people whom paying impoverishes, have the errors of levels:
          """,
        zh: "\(drawn)。个人自付为变动率，±反映各次重复之间的差异；自付超过家庭收入10%的家庭人口占比和因病致贫人口占比的±为水平值的标准误："))
    let rows = moves.map { move in
      let effect = SensitivityEffect(move.move)
      return names(move) + [
        wording.percent(effect.outOfPocket), wording.percent(effect.catastrophic.before),
        wording.percent(effect.catastrophic.after), wording.percent(effect.impoverished.before),
        wording.percent(effect.impoverished.after),
      ]
    }
    text.table(
      header: [
        place, moved, say(en: "out of pocket", zh: "个人自付变动率"),
        say(en: "catastrophic 10 % before", zh: "灾难性卫生支出（10%）变动前"), after,
        say(en: "impoverished before", zh: "因病致贫变动前"), after,
      ], rows: rows, right: 2)
  }

  private func impact(_ moves: [Move], _ text: inout MarkdownText) {
    text.paragraph(
      say(
        en: "\(drawn). What a reform adds to the fund's yearly cost, million yuan, before and after the move:",
        zh: "\(drawn)。各项调整使基金年支出增加的金额（万元），假定变动前后："))
    let rows = moves.flatMap { move in
      move.move.reforms.map { reform in
        let effect = ReformEffect(move.move, reform, scale: move.place.scale)
        var cells = names(move)
        cells.insert(identifier(reform.name), at: 1)
        return cells + [wording.sum(effect.before), wording.sum(effect.after)]
      }
    }
    text.table(
      header: [place, say(en: "reform", zh: "调整方案"), moved, before, after], rows: rows, right: 3)
  }
}
