import Analysis
import Input
import Population
import Rules
import Simulation

/// What values of a place's rules bring one by one, for people and for programs.
public struct SweepReport: Speaker {
  let grid: SweepGrid
  let scenario: Scenario
  let sweeps: [Sweep]
  let library: RuleLibrary
  let language: Language

  /// - Parameters:
  ///   - scenario: as it was run, with whatever the command line replaced.
  ///   - sweeps: one for each place, all of the same figures.
  public init(
    _ grid: SweepGrid, _ scenario: Scenario, _ sweeps: [Sweep], library: RuleLibrary, language: Language = .english
  ) {
    (self.grid, self.scenario, self.sweeps) = (grid, scenario, sweeps)
    (self.library, self.language) = (library, language)
  }

  static let header = [
    "place", "jurisdiction", "year", "path1", "value1", "path2", "value2", "figure", "statistic", "value",
    "standardError", "unit",
  ]

  /// Tidy: one value a row. The rules as they are have no values of the paths; standing is 0 for a point of the frontier, 1 for
  /// an undecided one, 2 for one that another beats.
  public func csv() throws -> CSVText {
    var csv = CSVText(header: Self.header)
    let paths = grid.axes.map(\.rule.name)
    for sweep in sweeps {
      func add(_ values: [Int64]?, _ figure: String, _ statistic: String, _ estimate: Estimate, _ unit: String) throws {
        let cells = [0, 1].flatMap { axis -> [String] in
          guard axis < paths.count else { return ["", ""] }
          return [paths[axis], values.map { VariedRule.text($0[axis]) } ?? ""]
        }
        try csv.add(
          [sweep.place.id, sweep.place.jurisdiction, "\(scenario.year)"] + cells + [
            figure, statistic, Wording.cell(estimate.value, unit), Wording.cell(estimate.standardError, unit), unit,
          ])
      }
      for (index, figure) in sweep.figures.enumerated() {
        try add(nil, figure.rawValue, "level", sweep.baseline[index], figure.unitOfCells)
      }
      for point in sweep.points {
        for (index, figure) in sweep.figures.enumerated() {
          try add(point.values, figure.rawValue, "level", point.levels[index], figure.unitOfCells)
          try add(point.values, figure.rawValue, "change", point.changes[index], figure.unitOfCells)
        }
        try add(point.values, "frontier", "standing", Estimate(point.standing.rank, standardError: nil), "code")
      }
    }
    return csv
  }

  /// For people: first what it says, then the values, how sure they are, and what is assumed.
  ///
  /// - Parameter figures: paths of those that were drawn, by the names of `plots`.
  public func markdown(figures: [String: String]) -> String {
    var text = MarkdownText()
    let names = listed(grid.axes.map { "`\($0.rule.name)`" })
    text.heading(
      say(en: "One value after another: \(names), \(scenario.year)", zh: "逐值测算：\(names)（\(scenario.year)年）"), level: 1)
    text.heading(say(en: "What it says", zh: "主要结论"))
    text.bullets(sweeps.flatMap(summary))
    for sweep in sweeps {
      let name = sweep.place.name(in: language)
      text.heading(say(en: "\(name): every point", zh: "\(name)：各点结果"))
      table(sweep, &text)
      text.heading(say(en: "\(name): fund cost against hardship", zh: "\(name)：基金支出与灾难性支出人口"))
      frontier(sweep, &text)
      for (plot, caption) in captions(sweep) {
        if let path = figures[plot] { text.figure(path: path, caption: caption) }
      }
    }
    text.heading(say(en: "How sure it is", zh: "可靠程度"))
    text.bullets(
      sweeps.flatMap { sureness(people: $0.persons, $0.groups, $0.place, $0.figures, scenario) } + ofFrontier())
    text.heading(say(en: "What is assumed", zh: "假定事项"))
    text.bullets(assumptions(grid.axes.map(\.rule), scenario))
    return text.text
  }

  /// The scripts of all figures with their names.
  public var plots: [(name: String, script: String)] { sweeps.flatMap(plots) }
}

extension Frontier.Standing {
  /// 0, 1 and 2 from the best on.
  var rank: Double {
    switch self {
    case .best: 0
    case .undecided: 1
    case .beaten: 2
    }
  }
}
