import Analysis
import Input
import Rules
import Simulation

/// Which uncertain parameters drive a figure, for people and for programs.
public struct SensitivityReport: Speaker {
  let scenario: Scenario
  let sections: [SensitivitySection]
  let language: Language

  /// - Parameters:
  ///   - scenario: as it was run, with whatever the command line replaced.
  ///   - sections: one for each place, all of the same figures.
  public init(_ scenario: Scenario, _ sections: [SensitivitySection], language: Language = .english) {
    (self.scenario, self.sections, self.language) = (scenario, sections, language)
  }

  static let header = [
    "place", "jurisdiction", "year", "figure", "parameter", "statistic", "value", "standardError", "unit",
  ]

  /// Tidy: one value a row. The column `parameter` is `all` for what is of no single one.
  public func csv() throws -> CSVText {
    var csv = CSVText(header: Self.header)
    for section in sections {
      for study in section.studies {
        func add(_ parameter: String, _ statistic: String, _ estimate: Estimate, _ unit: String = "share") throws {
          try csv.add([
            section.place.id, section.place.jurisdiction, "\(scenario.year)", study.figure.rawValue, parameter,
            statistic, Wording.cell(estimate.value, unit), Wording.cell(estimate.standardError, unit), unit,
          ])
        }
        guard let indices = study.indices else { continue }
        let unit = study.figure.isShare ? "share" : "yuan"
        try add("all", "mean", indices.mean, unit)
        try add("all", "standardDeviation", indices.deviation, unit)
        try add("all", "interplay", indices.interplay)
        try add("all", "grain", study.grain)
        for row in section.rows(indices) {
          try add(row.input.name, "firstOrder", row.first)
          try add(row.input.name, "total", row.total)
        }
      }
    }
    return csv
  }

  /// For people: first what it says, then the indices, how sure they are, and what is assumed.
  ///
  /// - Parameter figures: paths of those that were drawn, by the names of `plots`.
  public func markdown(figures: [String: String]) -> String {
    var text = MarkdownText()
    text.heading(
      say(
        en: "What drives it: \(scenario.title), \(scenario.year)",
        zh: "结果主要取决于哪些参数：\(scenario.title)（\(scenario.year)年）"),
      level: 1)
    text.heading(say(en: "What it says", zh: "主要结论"))
    text.bullets(sections.flatMap { section in section.studies.flatMap { summary(section, $0) } })
    for section in sections {
      for study in section.studies {
        let name = section.place.name(in: language), noun = noun(study.figure)
        text.heading(say(en: "\(name): \(noun)", zh: "\(name)：\(noun)"))
        if let path = figures[plotName(section, study)] {
          text.figure(
            path: path,
            caption: say(
              en:
                "Share of the variance that each parameter brings alone, and with all that it takes part in; intervals of 95 %",
              zh: "各参数单独影响和总影响占方差的比例（含95%区间）"))
        }
        table(section, study, &text)
      }
    }
    text.heading(say(en: "How sure it is", zh: "可靠程度"))
    text.bullets(sureness())
    text.heading(say(en: "What is assumed", zh: "假定事项"))
    text.bullets(assumptions())
    return text.text
  }

  /// The name of a figure, without folder and ending.
  func plotName(_ section: SensitivitySection, _ study: DriverStudy) -> String {
    "sensitivity-\(section.place.id)-\(study.figure.rawValue)"
  }

  /// The scripts of all figures with their names; empty where nothing moves.
  public var plots: [(name: String, script: String)] {
    sections.flatMap { section in section.studies.map { (plotName(section, $0), plot(section, $0)) } }
  }
}
