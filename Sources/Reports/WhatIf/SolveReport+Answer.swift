import Analysis
import Input
import Simulation

extension SolveReport {
  /// What is found in one place.
  func answer(_ solution: Solution) -> [Phrase] {
    let name = solution.place.name(in: language), noun = noun
    let goal = goal(solution),
      range = say(
        en: "from \(at(range.low)) to \(at(range.high))", zh: "\(at(range.low))至\(at(range.high))")
    var lines: [Phrase] = []
    switch solution.crossings.count {
    case 0: lines += none(solution)
    case 1:
      lines.append(
        say(
          en:
            "\(name), \(noun): it is \(goal) at one value \(range), as far as a scan of \(solution.scan.count) values shows.",
          zh: "\(name)，\(noun)：在\(range)之间扫描\(solution.scan.count)个取值，仅一处达到\(goal)。"))
    default:
      lines.append(
        say(
          en: """
            \(name), \(noun): it passes \(goal) at \(solution.crossings.count) values \(range), of which none is the answer by itself: \
            the figure does not only rise or only fall, or differs too little from the target to tell.
            """,
          zh: """
            \(name)，\(noun)：在\(range)之间有\(solution.crossings.count)处达到\(goal)，不能只取其一：\
            指标并非单调变化，或与目标相差太小而难以分辨。
            """))
    }
    for crossing in solution.crossings { lines += answer(crossing, solution) }
    if !solution.isMonotone {
      lines.append(
        say(
          en:
            "\(name): the figure both rises and falls in this range, beyond the errors; there may be values between those scanned that meet it too.",
          zh: "\(name)：该指标在此范围内有升有降（超出误差范围），扫描的取值之间可能另有达到目标的取值。"))
    }
    lines.append(
      say(
        en: "\(name): now \(worded(solution.baseline, target.figure, solution.place)).",
        zh: "\(name)：现行为\(worded(solution.baseline, target.figure, solution.place))。"))
    return lines
  }

  private func answer(_ one: Crossing, _ solution: Solution) -> [Phrase] {
    let rule = range.rule.name, goal = goal(solution)
    func figure(_ estimate: Estimate) -> String { self.figure(estimate, solution) }
    if one.isJump {
      return [
        say(
          en: """
            It jumps over the target: \(figure(one.below)) at \(at(one.lower)), and \(figure(one.above)) at \(at(one.upper)), the next value \
            that `\(rule)` can take. No value gives \(goal).
            """,
          zh: """
            指标跳过目标：\(at(one.lower))时为\(figure(one.below))，而`\(rule)`的下一个可取值\(at(one.upper))时为\(figure(one.above))。\
            没有取值恰好达到\(goal)。
            """)
      ]
    }
    var lines = [
      say(
        en: "`\(rule)` = \(at(one.found)): a run at this value gives \(figure(one.level)).",
        zh: "`\(rule)`取\(at(one.found))：按该取值测算为\(figure(one.level))。")
    ]
    guard let error = one.standardError, let ends = one.interval else {
      lines.append(
        say(
          en: """
            How sure this value is cannot be said: around it, from \(at(one.window.low)) to \(at(one.window.high)), the figure changes by no \
            more than its error. More people tell more.
            """,
          zh: """
            该取值的可靠程度无法判断：在其附近（\(at(one.window.low))至\(at(one.window.high))）指标的变化未超过误差，需增加抽样人数。
            """))
      return lines
    }
    let low = Double(range.low), high = Double(range.high)
    let clipped = (at(max(low, ends.low)), at(min(high, ends.high)))
    let isCut = ends.low < low || ends.high > high
    lines.append(
      say(
        en: """
          Its standard error is \(Self.number(error)) \(unit(range.rule)), and its 95 % interval \(clipped.0) to \(clipped.1)\
          \(isCut ? ", cut off at the end of the range: beyond it the target might be met as well" : "").
          """,
        zh: """
          该取值的标准误为\(Self.number(error))\(unit(range.rule))，95%区间为\(clipped.0)至\(clipped.1)\
          \(isCut ? "（在取值范围处截断，范围之外也可能达到目标）" : "")。
          """))
    let slope = signed(one.slope.times(100), target.figure, solution.place)
    lines.append(
      say(
        en: """
          One \(range.rule.unit.isEmpty ? "unit" : range.rule.unit) more changes the figure by \(slope) \(unit(target.figure)) there, between \
          \(at(one.window.low)) and \(at(one.window.high)).
          """,
        zh: """
          在\(at(one.window.low))至\(at(one.window.high))之间，每增加1\(unit(range.rule))，指标变化\(slope)\(unit(target.figure))。
          """))
    return lines
  }

  /// No value meets the target: what there is instead.
  private func none(_ solution: Solution) -> [Phrase] {
    guard let first = solution.scan.first, let last = solution.scan.last, let nearest = solution.nearest else {
      return []
    }
    let name = solution.place.name(in: language), noun = noun
    func figure(_ estimate: Estimate) -> String { self.figure(estimate, solution) }
    return [
      say(
        en: """
          \(name), \(noun): no value from \(at(range.low)) to \(at(range.high)) gives \(goal(solution)), as far as a scan of \
          \(solution.scan.count) values shows. It is \(figure(first.level)) at \(at(first.value)) and \(figure(last.level)) at \
          \(at(last.value)); the nearest is \(at(nearest.value)) with \(figure(nearest.level)).
          """,
        zh: """
          \(name)，\(noun)：在\(at(range.low))至\(at(range.high))之间扫描\(solution.scan.count)个取值，均不能达到\(goal(solution))。\
          \(at(first.value))时为\(figure(first.level))，\(at(last.value))时为\(figure(last.level))；\
          最接近的取值为\(at(nearest.value))，指标为\(figure(nearest.level))。
          """)
    ]
  }

  /// The figure with its unit, or its change with its sign.
  private func figure(_ estimate: Estimate, _ solution: Solution) -> String {
    guard target.isChange else { return worded(estimate, target.figure, solution.place) }
    let change = signed(estimate, target.figure, solution.place), unit = unit(target.figure)
    return say(en: "\(change) \(unit)", zh: "\(change)\(unit)").text
  }

  /// A value of the rule with its unit.
  func at(_ hundredths: Int64) -> String { worded(hundredths, range.rule) }

  private func at(_ hundredths: Double) -> String { "\(Self.number(hundredths))\(unit(range.rule, before: " "))" }

  /// Hundredths as a number with as many digits as a rule has.
  private static func number(_ hundredths: Double) -> String { Wording.number(hundredths / 100, decimals: 2) }

  private func goal(_ solution: Solution) -> String {
    let goal = shown(Estimate(solution.target, standardError: nil), target.figure, solution.place).value
    let sign = target.isChange && goal > 0 ? "+" : ""
    let number = sign + Wording.number(goal, decimals: decimals(target.figure))
    return say(en: "\(number) \(unit(target.figure))", zh: "\(number)\(unit(target.figure))").text
  }

  /// The scan.
  func table(_ solution: Solution, _ text: inout MarkdownText) {
    let of = unit(range.rule, before: ", "), unit = unit(target.figure), noun = noun
    text.table(
      header: [
        say(en: "value\(of)", zh: "取值（\(of)）"), say(en: "\(noun), \(unit)", zh: "\(noun)（\(unit)）"),
      ],
      rows: solution.scan.map { one in
        [
          VariedRule.text(one.value),
          wording.estimate(shown(one.level, target.figure, solution.place), decimals: decimals(target.figure)),
        ]
      }, right: 0)
    text.paragraph(
      say(
        en:
          "The year was settled at \(solution.evaluations) values in search of the target; what was found was settled again beside its neighbours.",
        zh: "寻找目标共测算\(solution.evaluations)个取值；所得取值连同相邻取值再次测算。"))
  }

  /// What the interval means, and how to hold it against another seed.
  func ofRoots() -> [Phrase] {
    [
      say(
        en: """
          The value is found for the people and the luck of this seed (Brent's method of GSL, until neighbouring values that the rule can \
          take lie on both sides). Its error is that of the figure divided by its slope; the 95 % interval takes the slope's own error, \
          and that both are of the same people, into account (Fieller). It supposes that the figure is a straight line nearby.
          """,
        zh: """
          取值是就本随机种子的人口和患病情况求得的（布伦特法，直至相邻两个可取值位于目标两侧）。其误差为指标的误差除以斜率；\
          95%区间还考虑了斜率本身的误差以及两者来自同一批人口（菲勒法），并假定指标在附近呈直线变化。
          """),
      say(
        en: """
          Another seed finds another value: the difference of two such values has an error √2 times as large. `medaid sweep` with \
          `--vary PATH=VALUE` and another `--seed` settles the year at the value that was found.
          """,
        zh: """
          换一个随机种子会得到另一个取值，两者之差的误差为单个误差的√2倍。以另一 `--seed` 执行 `medaid sweep --vary 路径=取值` 可在所得取值处重新测算。
          """),
    ]
  }
}
