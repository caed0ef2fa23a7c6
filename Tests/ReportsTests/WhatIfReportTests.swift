import Analysis
import Input
import Population
import Rules
import Simulation
import Testing

@testable import Reports

/// Reports on varied values, in both languages and for programs.
@Suite struct WhatIfReportTests {
  private static let rate = "guizhou.benefits.pool.rate.II"
  private let library: RuleLibrary
  private let scenario: Scenario

  init() throws {
    library = try RuleLibrary()
    scenario = try ScenarioReader(library: library, places: try PlaceName.shipped()).read(
      """
      {format: medaid-scenario/1, name: s, year: 2023, people: 600, replicates: 100, places: [guizhou],
       budget: {place: guizhou, amount: 2200000000}}
      """, file: "s.yaml")
  }

  private func sweep(_ texts: [String], _ language: Language) async throws -> SweepReport {
    let grid = try SweepGrid(texts, scenario, library)
    let figures = Sweep.figures([.p95, .probabilityOverBudget])
    let runner = try VariedRunner(
      scenario, grid.patches, place: scenario.placeModels[0], library: library, figures: figures, threads: 2)
    let sums = try await runner.sets.simulate(Progress())
    return SweepReport(
      grid, scenario, [Sweep(grid, sums, runner.sets, figures, scenario)], library: library, language: language)
  }

  private func solve(_ target: String, _ figure: PolicyFigure, _ language: Language) async throws -> SolveReport {
    let range = try SolveRange("\(Self.rate)=20..100", scenario, library), target = try SolveTarget(target, figure)
    let solver = try Solver(
      range, target, scenario, place: scenario.placeModels[0], library: library, threads: 2)
    return SolveReport(range, target, scenario, [try await solver.solve(Progress())], language: language)
  }

  @Test func noEnglishIsLeftInChinese() async throws {
    let sweep = try await sweep(["\(Self.rate)=50,90", "guizhou.parameters.premium=300,350"], .chinese)
    #expect(EnglishWords.found(in: sweep.markdown(figures: [:])) == [])
    let level = try await solve("+20000000", .mean, .chinese), none = try await solve("0%", .catastrophic25, .chinese)
    for text in [level, none].map({ $0.markdown(figures: [:]) }) { #expect(EnglishWords.found(in: text) == []) }
    for (_, script) in sweep.plots + level.plots {
      let said = script.split(separator: "\n").filter { $0.hasPrefix("set title") || $0.hasPrefix("set ylabel") }
      #expect(said.count == 2 && said.allSatisfy { EnglishWords.found(in: String($0.dropFirst(10))) == [] })
    }
  }

  @Test func everyEstimateHasItsError() async throws {
    let csv = try await sweep(["\(Self.rate)=50,90"], .english).csv().text()
    let rows = csv.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(rows[0].joined(separator: ",") == SweepReport.header.joined(separator: ","))
    #expect(rows.count == 23)
    #expect(rows.dropFirst().allSatisfy { !$0[9].isEmpty && ($0[8] == "standing" || !$0[10].isEmpty) })
  }

  @Test func theShareOfYearsOverTheBudgetRises() async throws {
    let report = try await sweep(["\(Self.rate)=20,100"], .english)
    let points = report.sweeps[0].points,
      index = try #require(report.sweeps[0].figures.firstIndex(of: .probabilityOverBudget))
    #expect(points[0].levels[index].value <= points[1].levels[index].value)
    #expect((points[0].levels[index].standardError ?? 0) > 0)
  }

  @Test func noValueIsSaidWithBothEnds() async throws {
    let text = try await solve("1", .mean, .english).markdown(figures: [:])
    #expect(
      text.contains("no value from 20 % to 100 % gives 0.00 million yuan") && text.contains("the nearest is 20 % with"))
  }
}
