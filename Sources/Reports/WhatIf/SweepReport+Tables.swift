import Analysis
import Input
import Simulation

extension SweepReport {
  /// The values of a point, with their units.
  func named(_ point: Sweep.Point) -> String {
    listed(zip(grid.axes, point.values).map { worded($1, $0.rule) })
  }

  /// Every point with each figure and its difference.
  func table(_ sweep: Sweep, _ text: inout MarkdownText) {
    let heads = grid.axes.enumerated().map { index, axis in
      let unit = unit(axis.rule, before: ", ")
      let last = String(axis.rule.name.split(separator: ".").suffix(2).joined(separator: "."))
      return say(en: "\(last)\(unit)", zh: "`\(last)`（\(unit)）")
    }
    let columns = sweep.figures.flatMap { figure -> [Phrase] in
      let unit = unit(figure), short = short(figure)
      return [
        say(en: "\(short), \(unit)", zh: "\(short)（\(unit)）"), say(en: "against now", zh: "较现行增减"),
      ]
    }
    let now =
      grid.axes.indices.map { $0 == 0 ? say(en: "now", zh: "现行").text : "" }
      + sweep.figures.indices.flatMap { [number(sweep.baseline[$0], sweep.figures[$0], sweep), ""] } + [""]
    let rows = sweep.points.map { point in
      point.values.map(VariedRule.text)
        + sweep.figures.indices.flatMap { index in
          let figure = sweep.figures[index]
          return [
            number(point.levels[index], figure, sweep), signed(point.changes[index], figure, sweep.place),
          ]
        } + [mark(point, sweep)]
    }
    text.table(
      header: heads + columns + [say(en: "frontier", zh: "前沿")], rows: [now] + rows, right: 0)
  }

  /// The points that none beats, in order of cost, and what lies between two of them.
  func frontier(_ sweep: Sweep, _ text: inout MarkdownText) {
    let best = sweep.points.filter { $0.standing == .best }
    let undecided = sweep.points.filter { if case .undecided = $0.standing { true } else { false } }
    func names(_ points: [Sweep.Point]) -> String {
      clauses(points.sorted { $0.levels[0].value < $1.levels[0].value }.map(named))
    }
    text.paragraph(
      say(
        en: """
          Points that no other beats, that is, costs less and leaves fewer people in households with catastrophic spending (over 25 % of \
          income), from the cheapest: \(best.isEmpty ? "none for certain" : names(best)).
          """,
        zh: """
          没有其他点同时做到支出更少、灾难性支出（超过家庭收入25%）人口更少的点，按支出由低到高：\(best.isEmpty ? "尚无可确定者" : names(best))。
          """))
    guard !undecided.isEmpty else { return }
    text.paragraph(
      say(
        en: "Undecided, because another might beat them within the errors: \(names(undecided)).",
        zh: "在误差范围内可能被其他点超过、尚不能判定的点：\(names(undecided))。"))
  }

  /// What a point's standing is called.
  private func mark(_ point: Sweep.Point, _ sweep: Sweep) -> String {
    switch point.standing {
    case .best: say(en: "yes", zh: "是").text
    case .undecided(let other):
      say(
        en: "undecided (\(named(sweep.points[other])))", zh: "未定（\(named(sweep.points[other]))）"
      ).text
    case .beaten(let other):
      say(en: "beaten by \(named(sweep.points[other]))", zh: "劣于\(named(sweep.points[other]))").text
    }
  }

  private func number(_ estimate: Estimate, _ figure: PolicyFigure, _ sweep: Sweep) -> String {
    wording.estimate(shown(estimate, figure, sweep.place), decimals: decimals(figure))
  }

  /// A figure's name where there is little room.
  func short(_ figure: PolicyFigure) -> Phrase {
    switch figure {
    case .mean: say(en: "fund", zh: "基金支出")
    case .catastrophic25: say(en: "catastrophic (25 %)", zh: "灾难性支出人口")
    default: say(en: figure.rawValue, zh: noun(figure).text)
    }
  }

  /// What the errors of the frontier mean.
  func ofFrontier() -> [Phrase] {
    [
      say(
        en: """
          A point beats another where both differences, paired on the same people, are more than two of their standard errors, each pair \
          taken by itself; with many points a few such comparisons err by chance. A difference of exactly 0 people is not taken for \
          certain: nobody who was drawn makes it.
          """,
        zh: """
          判定一点优于另一点，须两项配对差值均超过两个标准误；各对分别判定，点数多时少数判定可能因偶然而有误。\
          差值恰为0人只说明抽取人口中无人处于其间，不视为确定。
          """)
    ]
  }
}
