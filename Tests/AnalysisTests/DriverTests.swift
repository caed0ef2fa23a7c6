import Input
import Population
import Rules
import Simulation
import Testing

@testable import Analysis

/// What drives a figure of a place, on small runs.
@Suite struct DriverTests {
  private let library: RuleLibrary

  init() throws { library = try RuleLibrary() }

  private func scenario(_ uncertainty: String, people: Int = 400) throws -> Scenario {
    let text = """
      format: medaid-scenario/1
      name: small
      year: 2023
      seed: 5
      people: \(people)
      replicates: 1
      places: [guizhou]
      \(uncertainty)
      """
    return try ScenarioReader(library: library, places: PlaceName.shipped()).read(text, file: "s.yaml")
  }

  private func runner(
    _ scenario: Scenario, _ figures: [PolicyFigure] = [.mean], threads: Int = 2
  ) throws -> PointRunner {
    try PointRunner(
      scenario, place: scenario.placeModels[0], library: library, figures: figures, threads: threads,
      mostColumns: SobolDesign.mostColumns)
  }

  /// Nothing but what is named.
  private static func only(_ laws: [String]) -> String {
    let ids = Uncertainty.none.parameters.map(\.id)
    let fixed = ids.filter { id in !laws.contains { $0.hasPrefix(id + ":") } }.map { "\($0): fixed" }
    let year = laws.contains { $0.hasPrefix("yearEffect:") } ? [] : ["yearEffect: none"]
    return "uncertainty: {\((laws + fixed + year).joined(separator: ", "))}"
  }

  @Test func theMiddleOfSymmetricLawsIsTheRunAsAssumed() async throws {
    let scenario = try scenario(Self.only(["claims: {uniform: [80, 120]}", "criticalIllness: {normal: 10}"]))
    let runner = try runner(scenario, [.mean, .catastrophic25])
    #expect(runner.inputs.map(\.name) == ["criticalIllness", "claims"])
    let values = try await runner.values(at: [[0.5, 0.5]], Progress())
    let sums = try await Runner(
      scenario, library: library, places: scenario.placeModels, illness: scenario.illness, threads: 1
    ).run(Progress())
    let row = try #require(
      FundExposure(sums).rows.first {
        $0.scenario == "baseline" && $0.fundPart == "total" && $0.people == "all" && $0.measure == "amount"
          && $0.statistic == "mean" && $0.place == "guizhou"
      })
    #expect(abs(values[0][0] - row.estimate.value) < 1e-6 * row.estimate.value, "\(values) \(row.estimate)")
  }

  @Test func whatAloneIsUncertainBringsEverything() async throws {
    let scenario = try scenario(Self.only(["prices: {logNormal: 10}"]))
    let runner = try runner(scenario)
    let design = SobolDesign(widths: runner.inputs.map(\.width), pairs: 64, seed: 5)
    let values = try await runner.values(at: design.points, Progress()).map { $0[0] }
    let again = try await runner.values(at: design.firsts, otherLuck: true, Progress()).map { $0[0] }
    let study = DriverStudy(.mean, design, values, again: again)
    let found = try #require(study.indices)
    #expect(abs(found.first[0].value - 1) < 0.15 && abs(found.total[0].value - 1) < 0.15, "\(found)")
    #expect(study.grain.value < 0.5)
  }

  @Test func theYearsThreeFactorsAreOneInput() async throws {
    let scenario = try scenario(Self.only(["yearEffect: national", "identities: {normal: 5}"]))
    let runner = try runner(scenario)
    #expect(runner.inputs.map(\.name) == ["yearEffect", "identities"] && runner.inputs.map(\.width) == [3, 1])
    let design = SobolDesign(widths: runner.inputs.map(\.width), pairs: 64, seed: 5)
    #expect(design.points.count == 64 * 4 && design.points.allSatisfy { $0.count == 4 })
    let one = try await runner.values(at: design.points, Progress())
    let other = try await self.runner(scenario, threads: 1).values(at: design.points, Progress())
    #expect(one == other)
  }

  @Test func parametersThatDoNotActOnThePlaceTakeNoPart() throws {
    let all = try runner(try scenario("")).inputs.map(\.name)
    // Guizhou borrows no number, and its rules name no disposable income.
    #expect(all.first == "yearEffect" && all.contains("applications") && !all.contains("proxies"), "\(all)")
    #expect(all.reduce(0) { $0 + ($1 == "yearEffect" ? 3 : 1) } <= SobolDesign.mostColumns)
  }

  @Test func whatCannotBeToldIsRefused() throws {
    let none = #expect(throws: Refusal.self) { try runner(try scenario("uncertainty: none")) }
    #expect(
      none?.description
        == "error: s.yaml:1: uncertainty: nothing is uncertain that acts on guizhou (leave uncertainty: none out, or state laws)"
    )
    let quantile = #expect(throws: Refusal.self) { try runner(try scenario(""), [.p95]) }
    #expect(
      quantile?.description.hasPrefix(
        "error: command line: --figure: p95 is of the distribution of years, and here luck is given (ask for one of: mean, "
      )
        == true, "\(String(describing: quantile))")
  }
}
