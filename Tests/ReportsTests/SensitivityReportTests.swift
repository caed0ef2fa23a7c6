import Analysis
import Input
import Population
import Rules
import Simulation
import Testing

@testable import Reports

/// The report on what drives a figure, in both languages and for programs.
@Suite struct SensitivityReportTests {
  private func report(_ language: Language, uncertainty: String) async throws -> SensitivityReport {
    let library = try RuleLibrary()
    let scenario = try ScenarioReader(library: library, places: PlaceName.shipped()).read(
      """
      {format: medaid-scenario/1, name: s, title: 测算, year: 2023, people: 200, replicates: 1, places: [guizhou],
       uncertainty: \(uncertainty)}
      """, file: "s.yaml")
    let figures = [PolicyFigure.mean, .outOfPocket, .catastrophic25]
    let runner = try PointRunner(
      scenario, place: scenario.placeModels[0], library: library, figures: figures, threads: 2,
      mostColumns: SobolDesign.mostColumns)
    let design = SobolDesign(widths: runner.inputs.map(\.width), pairs: 64, seed: scenario.seed)
    let values = try await runner.values(at: design.points, Progress())
    let again = try await runner.values(at: design.firsts, otherLuck: true, Progress())
    let studies = figures.enumerated().map { index, figure in
      DriverStudy(figure, design, values.map { $0[index] }, again: again.map { $0[index] })
    }
    return SensitivityReport(scenario, [SensitivitySection(runner, design, studies)], language: language)
  }

  @Test func noEnglishIsLeftInChinese() async throws {
    let report = try await report(.chinese, uncertainty: "{yearEffect: national}")
    #expect(EnglishWords.found(in: report.markdown(figures: [:])) == [])
    for (_, script) in report.plots {
      let said = script.split(separator: "\n").filter { $0.hasPrefix("set title") || $0.hasPrefix("set ylabel") }
      #expect(said.count == 2 && said.allSatisfy { EnglishWords.found(in: String($0.dropFirst(10))) == [] })
    }
  }

  @Test func everyIndexHasARowAndAnError() async throws {
    let report = try await report(.english, uncertainty: "{yearEffect: none}")
    let csv = try report.csv().text()
    let rows = csv.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(rows[0].joined(separator: ",") == SensitivityReport.header.joined(separator: ","))
    for figure in ["mean", "outOfPocket", "catastrophic25"] {
      let own = rows.filter { $0[3] == figure }
      let names = Set(own.filter { $0[4] != "all" }.map { $0[4] })
      #expect(names.contains("prices") && !names.contains("yearEffect"))
      for statistic in ["firstOrder", "total"] { #expect(own.count { $0[5] == statistic } == names.count) }
      #expect(
        own.filter { $0[4] == "all" }.map { String($0[5]) } == ["mean", "standardDeviation", "interplay", "grain"])
      #expect(own.allSatisfy { !$0[6].isEmpty && !$0[7].isEmpty })
    }
    let text = report.markdown(figures: [:])
    #expect(text.contains("the same people and the same luck") && text.contains("| interplay "))
  }
}
