import Analysis
import Input
import Population
import Rules
import Simulation

/// At which value of a rule a figure meets its target, for people and for programs.
public struct SolveReport: Speaker {
  let range: SolveRange
  let target: SolveTarget
  let scenario: Scenario
  let solutions: [Solution]
  let language: Language

  /// - Parameters:
  ///   - scenario: as it was run, with whatever the command line replaced.
  ///   - solutions: one for each place.
  public init(
    _ range: SolveRange, _ target: SolveTarget, _ scenario: Scenario, _ solutions: [Solution],
    language: Language = .english
  ) {
    (self.range, self.target, self.scenario) = (range, target, scenario)
    (self.solutions, self.language) = (solutions, language)
  }

  static let header = [
    "place", "jurisdiction", "year", "path", "figure", "kind", "target", "crossing", "statistic", "at", "value",
    "standardError",
    "unit",
  ]

  /// Tidy: one value a row. `at` is the rule's value; `crossing` is 0 for what is of no crossing. The statistics `root`,
  /// `rootLower` and `rootUpper` are values of the rule itself.
  public func csv() throws -> CSVText {
    var csv = CSVText(header: Self.header)
    let unit = target.figure.unitOfCells, ofRule = range.rule.unit.isEmpty ? "number" : range.rule.unit
    for solution in solutions {
      func add(_ crossing: Int, _ statistic: String, at: Int64?, _ estimate: Estimate, _ unit: String) throws {
        try csv.add([
          solution.place.id, solution.place.jurisdiction, "\(scenario.year)", range.rule.name, target.figure.rawValue,
          target.isChange ? "change" : "level", Wording.cell(solution.target, self.target.figure.unitOfCells),
          "\(crossing)", statistic,
          at.map(VariedRule.text) ?? "", Wording.cell(estimate.value, unit), Wording.cell(estimate.standardError, unit),
          unit,
        ])
      }
      try add(0, "baseline", at: nil, solution.baseline, unit)
      for one in solution.scan { try add(0, "scan", at: one.value, one.level, unit) }
      for (index, one) in solution.crossings.enumerated() {
        let root = Estimate(Double(one.found) / 100, standardError: one.standardError.map { $0 / 100 })
        try add(index + 1, one.isJump ? "jump" : "root", at: one.found, root, ofRule)
        if let ends = one.interval {
          try add(index + 1, "rootLower", at: nil, Estimate(ends.low / 100, standardError: nil), ofRule)
          try add(index + 1, "rootUpper", at: nil, Estimate(ends.high / 100, standardError: nil), ofRule)
        }
        try add(index + 1, "found", at: one.found, one.level, unit)
        try add(index + 1, "below", at: one.lower, one.below, unit)
        try add(index + 1, "above", at: one.upper, one.above, unit)
        try add(index + 1, "slope", at: one.found, one.slope.times(100), unit)
      }
    }
    return csv
  }

  /// For people: first the answer, then what was looked at, how sure it is, and what is assumed.
  ///
  /// - Parameter figures: paths of those that were drawn, by the names of `plots`.
  public func markdown(figures: [String: String]) -> String {
    var text = MarkdownText()
    text.heading(
      say(
        en: "The value that meets a target: `\(range.rule.name)`, \(scenario.year)",
        zh: "达到目标的取值：`\(range.rule.name)`（\(scenario.year)年）"), level: 1)
    text.heading(say(en: "What it says", zh: "主要结论"))
    text.bullets(solutions.flatMap(answer))
    for solution in solutions {
      let name = solution.place.name(in: language), noun = noun
      text.heading(say(en: "\(name): \(noun) from end to end", zh: "\(name)：取值范围内的\(noun)"))
      if let path = figures[plotName(solution)] {
        text.figure(
          path: path,
          caption: say(
            en: "\(noun) and its target; the shade is 1.96 standard errors to both sides",
            zh: "\(noun)与目标；阴影为上下各1.96个标准误"))
      }
      table(solution, &text)
    }
    text.heading(say(en: "How sure it is", zh: "可靠程度"))
    text.bullets(
      solutions.flatMap { sureness(people: $0.persons, $0.groups, $0.place, [target.figure], scenario) } + ofRoots())
    text.heading(say(en: "What is assumed", zh: "假定事项"))
    text.bullets(assumptions([range.rule], scenario))
    return text.text
  }

  /// What meets the target.
  var noun: Phrase {
    let noun = noun(target.figure)
    guard target.isChange else { return noun }
    return say(en: "the change against now of \(noun)", zh: "较现行的变化：\(noun)")
  }

  func plotName(_ solution: Solution) -> String { "solve-\(solution.place.id)-\(target.figure.rawValue)" }

  /// The scripts of all figures with their names.
  public var plots: [(name: String, script: String)] {
    solutions.map { solution in
      let name = solution.place.name(in: language), noun = noun
      let levels = solution.scan.map { shown($0.level, target.figure, solution.place) }
      let goal = shown(Estimate(solution.target, standardError: nil), target.figure, solution.place).value
      let unit = unit(range.rule, before: ", ")
      let script = Plot.fan(
        title: say(en: "\(name): \(noun)", zh: "\(name)：\(noun)"), x: solution.scan.map { Double($0.value) / 100 },
        bands: [
          .init("± 1.96", low: levels.map { $0.bounds?.lower ?? .nan }, high: levels.map { $0.bounds?.upper ?? .nan })
        ],
        lines: [
          .init(noun.text, levels.map(\.value)),
          .init(say(en: "target", zh: "目标").text, levels.map { _ in goal }),
        ],
        xLabel: say(en: "\(range.rule.name)\(unit)", zh: "\(range.rule.name)（\(unit)）"),
        yLabel: self.unit(target.figure))
      return (plotName(solution), script)
    }
  }
}
