import Input
import Population
import Rules
import Simulation
import Testing

@testable import Analysis

/// What provisions bring, against the run that settles the whole package.
@Suite struct AttributionTests {
  private let library: RuleLibrary

  init() throws { library = try RuleLibrary() }

  private static let provisions = [
    "{name: rate, set: {guizhou.benefits.pool.rate.II: 90}}",
    "{name: deductible, set: {guizhou.benefits.pool.deductible.IV: 500}}",
    "{name: dummy, set: {guizhou.benefits.pool.rate.I: 100}}",
    "{name: cap, set: {guizhou.benefits.pool.cap: {II: 2000, IV: 3000}}}",
  ]

  private func scenario(_ provisions: [String], _ extra: String = "", people: Int = 1500, replicates: Int = 2) throws
    -> Scenario
  {
    let reform = """
      format: medaid-reform/1
      name: package
      title: A package
      author: a test
      reason: to be tested
      provisions:
      \(provisions.map { "  - \($0)" }.joined(separator: "\n"))
      """
    let text = """
      format: medaid-scenario/1
      name: small
      year: 2023
      seed: 5
      people: \(people)
      replicates: \(replicates)
      sensitivityReplicates: 0
      places: [guizhou]
      \(extra)
      """
    return try ScenarioReader(library: library, places: PlaceName.shipped(), files: ["p.yaml": reform]).read(
      text, file: "s.yaml", stacks: [["p.yaml"]])
  }

  private func attribution(
    _ scenario: Scenario, _ figure: PolicyFigure = .mean, threads: Int = 2, slice: Int? = nil
  ) async throws -> Attribution {
    let runner = try AttributionRunner(
      scenario, scenario.reforms[0], place: scenario.placeModels[0], library: library, figures: [figure],
      threads: threads, slice: slice)
    return Attribution(figure, try await runner.simulate(Progress()), runner, scenario)
  }

  @Test(arguments: ["uncertainty: none", "uncertainty: none\nothersEvery: 5"])
  func itIsTheEffectOfTheRunAndAddsUpToTheFen(extra: String) async throws {
    let scenario = try scenario(Self.provisions, extra, people: 20_000)
    let found = try await attribution(scenario)
    let result = try await Runner(
      scenario, library: library, places: scenario.placeModels, illness: scenario.illness, threads: 2
    ).run(Progress())
    let rows = PolicyImpact(result).rows
    let fund = try #require(rows.first { $0.measure == "fund.total" && $0.group == "all" })
    #expect(abs(found.baseline.value - fund.baseline.value) < 0.01)
    #expect(abs(found.effect.value - fund.difference.value) < 0.01)
    let levels = try #require(found.fen)
    #expect(found.parts.compactMap(\.fen).reduce(0, +) == levels.reformed - levels.baseline)
    #expect(abs(levels.baseline - Int64((fund.baseline.value * 100).rounded())) <= 1)
    #expect(abs(found.parts.reduce(0) { $0 + ($1.share?.value ?? .nan) } - 1) < 1e-9)
    for part in found.parts {
      let (share, brought) = (try #require(part.share), part.value)
      #expect(abs(share.value - brought.value / found.effect.value) < 1e-12)
      // Parts and whole go together, so that a share is surer than both.
      let (own, whole) = (brought.standardError ?? .nan, found.effect.standardError ?? .nan)
      #expect(try #require(share.standardError) < (own + abs(share.value) * whole) / abs(found.effect.value) + 1e-12)
    }
    // Both errors are those of the same difference, from groups of other sizes.
    let error = try #require(found.effect.standardError), other = try #require(fund.difference.standardError)
    #expect(error / other > 0.6 && error / other < 1.7, "\(error) \(other)")
    let level = try #require(found.baseline.standardError), otherLevel = try #require(fund.baseline.standardError)
    #expect(level / otherLevel > 0.6 && level / otherLevel < 1.7, "\(level) \(otherLevel)")
  }

  @Test func aProvisionThatChangesNothingBringsExactlyNothing() async throws {
    let dummy = try #require(
      try await attribution(try scenario(Self.provisions)).parts.first { $0.provision.name == "dummy" })
    #expect(dummy.fen == 0 && dummy.value.value == 0 && dummy.value.standardError == 0)
    #expect(dummy.alone.value == 0 && dummy.last.value == 0)
  }

  @Test func neitherOrderNorThreadsNorSlicesMatter() async throws {
    let found = try await attribution(try scenario(Self.provisions))
    let turned = try await attribution(try scenario(Self.provisions.reversed()), threads: 1, slice: 3)
    for (one, other) in zip(found.parts, turned.parts.reversed()) {
      #expect(one.provision.name == other.provision.name && one.fen == other.fen)
      #expect(abs(one.value.value - other.value.value) < 1e-6 * abs(found.effect.value))
      #expect(one.alone == other.alone && one.last == other.last)
    }
    #expect(found.effect == turned.effect && found.baseline == turned.baseline)
  }

  @Test func capsAndRatesActOnOneAnother() async throws {
    let found = try await attribution(try scenario(Self.provisions))
    #expect(found.interaction.value != 0 && found.interaction.standardError != nil)
    let alone = found.parts.reduce(0) { $0 + $1.alone.value }
    #expect(abs(found.interaction.value - (found.effect.value - alone)) < 1e-3)
  }

  @Test func sharesOfPersonsAddUpToo() async throws {
    let scenario = try scenario(Self.provisions, people: 3_000)
    for figure in [PolicyFigure.catastrophic25, .outOfPocket, .benefitRate] {
      let found = try await attribution(scenario, figure)
      #expect(found.fen == nil && found.baseline.value > 0)
      #expect(abs(found.parts.reduce(0) { $0 + $1.value.value } - found.effect.value) < 1e-9 * found.baseline.value)
    }
  }

  @Test func yearsAreThoseOfTheRun() async throws {
    let scenario = try scenario(Array(Self.provisions.prefix(2)), people: 600, replicates: 100)
    let found = try await attribution(scenario, .p95)
    let result = try await Runner(
      scenario, library: library, places: scenario.placeModels, illness: scenario.illness, threads: 2
    ).run(Progress())
    for (name, own) in [("baseline", found.baseline), ("package", found.reformed)] {
      let row = FundExposure(result).rows.first {
        $0.scenario == name && $0.place == "guizhou" && $0.fundPart == "total" && $0.people == "all"
          && $0.measure == "amount"
          && $0.statistic == "p95"
      }
      let expected = try #require(row).estimate.value
      #expect(abs(own.value - expected) < 1e-6 * expected, "\(own.value) \(expected)")
    }
    #expect(found.parts.allSatisfy { ($0.value.standardError ?? 0) > 0 })
    let levels = try #require(found.fen)
    #expect(found.parts.compactMap(\.fen).reduce(0, +) == levels.reformed - levels.baseline)
  }

  @Test func figuresThatCannotBeToldAreRefused() async throws {
    let few = try scenario(Self.provisions)
    let refusal = await #expect(throws: Refusal.self) { try await attribution(few, .p99) }
    #expect(
      refusal?.description
        == "error: command line: --figure: p99 takes 500 replicates, and these are 2 (--replicates 500)")
    let sure = try scenario(Self.provisions, "uncertainty: none")
    let other = await #expect(throws: Refusal.self) { try await attribution(sure, .p95) }
    #expect(other?.description.contains("p95 is not told of luck alone, and s.yaml holds nothing uncertain") == true)
  }
}
