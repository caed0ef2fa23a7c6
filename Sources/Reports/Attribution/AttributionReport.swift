import Analysis
import Input
import Population
import Rules
import Simulation

/// What each provision of a package brings, for people and for programs.
public struct AttributionReport: Speaker {
  let reform: Scenario.Reform
  let scenario: Scenario
  let sections: [AttributionSection]
  let library: RuleLibrary
  let language: Language

  /// - Parameters:
  ///   - scenario: as it was run, with whatever the command line replaced.
  ///   - sections: one for each place, all of the same figures.
  public init(
    _ reform: Scenario.Reform, _ scenario: Scenario, _ sections: [AttributionSection], library: RuleLibrary,
    language: Language = .english
  ) {
    (self.reform, self.scenario, self.sections) = (reform, scenario, sections)
    (self.library, self.language) = (library, language)
  }

  static let header = [
    "reform", "place", "jurisdiction", "year", "figure", "provision", "statistic", "value", "standardError", "unit",
  ]

  /// Tidy: one value a row. The column `provision` is `all` for what is of the package as a whole.
  public func csv() throws -> CSVText {
    var csv = CSVText(header: Self.header)
    for section in sections {
      for one in section.figures {
        let unit = one.figure.unitOfCells
        func add(_ provision: String, _ statistic: String, _ estimate: Estimate, fen: Int64? = nil) throws {
          try csv.add([
            reform.name, section.place.id, section.place.jurisdiction, "\(scenario.year)", one.figure.rawValue,
            provision,
            statistic, Wording.cell(fen.map { Double($0) / 100 } ?? estimate.value, unit),
            Wording.cell(estimate.standardError, unit), unit,
          ])
        }
        try add("all", "baseline", one.baseline, fen: one.fen?.baseline)
        try add("all", "reformed", one.reformed, fen: one.fen?.reformed)
        try add("all", "effect", one.effect, fen: one.fen.map { $0.reformed - $0.baseline })
        try add("all", "interaction", one.interaction)
        for part in one.parts {
          try add(part.provision.name, "shapley", part.value, fen: part.fen)
          try add(part.provision.name, "alone", part.alone)
          try add(part.provision.name, "last", part.last)
        }
      }
    }
    return csv
  }

  /// For people: first what it says, then the values, how sure they are, and what is assumed.
  ///
  /// - Parameter figures: paths of those that were drawn, by the names of `plots`.
  public func markdown(figures: [String: String]) -> String {
    var text = MarkdownText()
    text.heading(
      say(
        en: "What each provision brings: \(reform.title), \(scenario.year)",
        zh: "各项措施的影响分解：\(reform.title)（\(scenario.year)年）"), level: 1)
    text.heading(say(en: "What it says", zh: "主要结论"))
    text.bullets(sections.flatMap { section in section.figures.flatMap { summary(section, $0) } })
    for section in sections {
      for one in section.figures {
        let name = section.place.name(in: language)
        text.heading(
          say(en: "\(name): \(noun(one.figure))", zh: "\(name)：\(noun(one.figure))"))
        if let path = figures[plotName(section, one)] {
          text.figure(
            path: path,
            caption: say(
              en: "From the rules as they are to the whole package, by provision", zh: "由现行规定到全部措施，逐项影响"))
        }
        table(section, one, &text)
      }
    }
    text.heading(say(en: "How sure it is", zh: "可靠程度"))
    text.bullets(sureness())
    text.heading(say(en: "What is proposed, and what is assumed", zh: "方案内容与假定事项"))
    text.bullets(proposals() + assumptions())
    return text.text
  }

  /// The name of a figure, without folder and ending.
  func plotName(_ section: AttributionSection, _ one: Attribution) -> String {
    "attribution-\(section.place.id)-\(one.figure.rawValue)"
  }

  /// The scripts of all figures with their names.
  public var plots: [(name: String, script: String)] {
    sections.flatMap { section in section.figures.map { (plotName(section, $0), plot(section, $0)) } }
  }
}
