import Analysis
import Input
import Rules
import Simulation

/// What each other way to read an ambiguous clause costs or saves, for people and for programs.
public struct ReadingsReport: Speaker {
  let scenario: Scenario
  let sections: [ReadingsSection]
  let library: RuleLibrary
  let language: Language

  /// - Parameters:
  ///   - scenario: as it was run, with whatever the command line replaced.
  ///   - sections: one for each place.
  public init(
    _ scenario: Scenario, _ sections: [ReadingsSection], library: RuleLibrary, language: Language = .english
  ) {
    (self.scenario, self.sections) = (scenario, sections)
    (self.library, self.language) = (library, language)
  }

  static let header = [
    "place", "jurisdiction", "year", "reading", "option", "clause", "statistic", "fundPart", "value", "standardError",
    "unit",
  ]

  /// Tidy: one value a row. The column `reading` is `all` for the fund as the document is read, `raising` and `lowering`
  /// for what is read otherwise together.
  public func csv() throws -> CSVText {
    var csv = CSVText(header: Self.header)
    for section in sections {
      func add(_ names: [String], _ statistic: String, _ part: String, _ estimate: Estimate, _ unit: String) throws {
        try csv.add(
          [section.place.id, section.place.jurisdiction, "\(scenario.year)"] + names + [
            statistic, part, Wording.cell(estimate.value, unit), Wording.cell(estimate.standardError, unit), unit,
          ])
      }
      func add(_ names: [String], _ change: ReadingEffects.Change) throws {
        for (share, estimate) in zip(FundShare.allCases, change.fund) {
          try add(names, "change", share.rawValue, estimate, "yuan")
        }
        try add(names, "catastrophic25Change", "", change.catastrophic25, "share")
      }
      let effects = section.effects
      try add(["all", "", ""], "baseline", FundShare.total.rawValue, effects.baseline, "yuan")
      for one in effects.ranked {
        let reading = one.alternative.reading
        try add([reading.id, one.alternative.option.letter, reading.source.cite ?? ""], one.change)
      }
      for (name, set) in [("raising", effects.raising), ("lowering", effects.lowering)] {
        guard let set else { continue }
        let names = [name, set.set.members.map { section.alternatives[$0].name }.joined(separator: " "), ""]
        try add(names, set.change)
        try add(names, "added", FundShare.total.rawValue, set.added, "yuan")
        try add(names, "interaction", FundShare.total.rawValue, set.interaction, "yuan")
      }
    }
    return csv
  }

  /// For people: first what it says, then the readings by size, those together, how sure it is, and what is assumed.
  ///
  /// - Parameter figures: paths of those that were drawn, by the names of `plots`.
  public func markdown(figures: [String: String]) -> String {
    var text = MarkdownText()
    text.heading(
      say(
        en: "What it costs to read a clause otherwise: \(scenario.title), \(scenario.year)",
        zh: "条款不同理解的资金影响：\(scenario.title)（\(scenario.year)年）"), level: 1)
    text.heading(say(en: "What it says", zh: "主要结论"))
    text.bullets(sections.flatMap(summary))
    for section in sections {
      text.heading(section.place.name(in: language))
      if let path = figures[plotName(section)] {
        text.figure(
          path: path,
          caption: say(
            en: "Change of the fund's mean year for each other reading, with intervals of 95 %",
            zh: "采用其他理解时基金年支出均值的变化（含95%区间）"))
      }
      table(section, &text)
      together(section, &text)
      still(section, &text)
    }
    text.heading(say(en: "How sure it is", zh: "可靠程度"))
    text.bullets(sureness())
    text.heading(say(en: "What is assumed", zh: "假定事项"))
    text.bullets(assumptions())
    return text.text
  }

  /// The name of a figure, without folder and ending.
  func plotName(_ section: ReadingsSection) -> String { "readings-\(section.place.id)" }

  /// The scripts of all figures with their names.
  public var plots: [(name: String, script: String)] { sections.map { (plotName($0), plot($0)) } }
}
