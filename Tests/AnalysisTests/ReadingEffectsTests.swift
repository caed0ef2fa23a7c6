import Input
import Population
import Rules
import Simulation
import Testing

@testable import Analysis

/// What clauses read otherwise cost, against the run that settles each of them alone.
@Suite struct ReadingEffectsTests {
  private let library: RuleLibrary

  init() throws { library = try RuleLibrary() }

  private func scenario(_ place: String, _ extra: String = "", people: Int = 3_000) throws -> Scenario {
    let text = """
      format: medaid-scenario/1
      name: small
      year: 2023
      seed: 5
      people: \(people)
      replicates: 2
      sensitivityReplicates: 2
      comparison: false
      uncertainty: none
      places: [\(place)]
      \(extra)
      """
    return try ScenarioReader(library: library, places: PlaceName.shipped()).read(text, file: "s.yaml")
  }

  private func effects(
    _ scenario: Scenario, threads: Int = 2, slice: Int? = nil
  ) async throws -> (runner: ReadingsRunner, found: ReadingEffects) {
    let runner = try ReadingsRunner(
      scenario, place: scenario.placeModels[0], library: library, threads: threads, slice: slice)
    var sums = try await runner.simulateAlone(Progress())
    let sets = ReadingEffects.sets(runner, sums)
    sums.merge(try await runner.simulate(sets, Progress()))
    return (runner, ReadingEffects(runner, sets, sums))
  }

  @Test(arguments: ["bazhong", "kaizhou"]) func eachAloneIsWhatTheRunFinds(place: String) async throws {
    let scenario = try scenario(place)
    let (_, found) = try await effects(scenario)
    let result = try await Runner(
      scenario, library: library, places: scenario.placeModels, illness: scenario.illness, threads: 2
    ).run(Progress())
    let band = try #require(ReadingBand(result.places[0]))
    #expect(found.alone.count == band.effects.count)
    for one in band.effects {
      let name = "\(one.id):\(one.letter)"
      let own = try #require(found.alone.first { $0.alternative.name == name })
      #expect(abs(own.change.total.value - one.change.value) < 0.01, "\(name) \(own.change.total) \(one.change)")
      if let error = own.change.total.standardError, let other = one.change.standardError, other > 0 {
        #expect(error / other > 0.4 && error / other < 2.5, "\(name) \(error) \(other)")
      }
    }
  }

  @Test func partsAddUpToTheFund() async throws {
    let (_, found) = try await effects(try scenario("kaizhou"))
    for one in found.alone {
      let fund = one.change.fund.map(\.value)
      #expect(abs(fund[0] - fund[1] - fund[3]) < 0.01, "\(one.alternative.name) \(fund)")
    }
  }

  @Test func togetherIsOneSetOfRules() async throws {
    let scenario = try scenario("bazhong")
    let (runner, found) = try await effects(scenario)
    for (set, sign) in [(found.raising, 1.0), (found.lowering, -1.0)] {
      let set = try #require(set)
      #expect(set.set.members.allSatisfy { found.alone[$0].change.total.value * sign > 0 })
      let added = set.set.members.reduce(0) { $0 + found.alone[$1].change.total.value }
      #expect(abs(set.added.value - added) < 0.01)
      #expect(abs(set.interaction.value - (set.change.total.value - added)) < 0.01)
      #expect(set.interaction.standardError != nil)
      let share = try #require(set.share)
      #expect(abs(share.value - set.change.total.value / found.baseline.value) < 1e-12)
      #expect(try #require(share.standardError) > 0)
      // A scenario that takes these readings has just that fund.
      var taken = scenario
      for member in set.set.members {
        taken.readings[runner.alternatives[member].reading.id] = runner.alternatives[member].option.letter
      }
      let other = try await effects(taken).found.baseline.value
      #expect(abs(found.baseline.value + set.change.total.value - other) < 0.01)
      #expect(Set(set.set.members.map { runner.alternatives[$0].reading.id }).count == set.set.members.count)
    }
  }

  @Test func threadsAndSlicesDoNotMatter() async throws {
    let scenario = try scenario("kaizhou", people: 1_000)
    let (_, one) = try await effects(scenario)
    let (_, other) = try await effects(scenario, threads: 1, slice: 3)
    #expect(one.alone.map(\.change.total) == other.alone.map(\.change.total))
    #expect(one.raising?.interaction == other.raising?.interaction)
  }

  @Test func whatMovesNothingIsLastAndExactlyNothing() async throws {
    let (_, found) = try await effects(try scenario("guizhou", people: 1_000))
    let still = found.ranked.drop(while: \.change.isSeen)
    #expect(!still.isEmpty && still.allSatisfy { !$0.change.isSeen && $0.change.total.value == 0 })
    let sizes = found.ranked.map { abs($0.change.total.value) }
    #expect(zip(sizes, sizes.dropFirst()).allSatisfy { $0 >= $1 })
  }

  @Test func changesAreFromTheReadingThatTheScenarioTakes() async throws {
    let (runner, found) = try await effects(try scenario("guizhou", "readings: {GZ-1: B}", people: 1_000))
    let one = try #require(found.alone.first { $0.alternative.reading.id == "GZ-1" })
    #expect(one.alternative.option.letter == "A" && one.alternative.chosen == "B")
    #expect(runner.unsettled.isEmpty)
  }
}
