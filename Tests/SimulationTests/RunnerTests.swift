import Input
import Money
import Population
import Rules
import Testing

@testable import Simulation

/// A small run of Guizhou with two reforms.
private func run(threads: Int, replicates: Int = 3, people: Int = 1_500, extra: String = "") async throws -> RunResult {
  let library = try RuleLibrary()
  let text = """
    format: medaid-scenario/1
    name: small
    year: 2023
    seed: 7
    people: \(people)
    replicates: \(replicates)
    comparisonReplicates: 2
    sensitivityReplicates: 0
    places: [guizhou]
    jurisdictions: [guizhou, kaizhou]
    reforms:
      - {name: more, set: {guizhou.benefits.pool.rate.II: 90}}
      - {name: less, set: {guizhou.benefits.pool.rate.II: 10}}
    \(extra)
    """
  let scenario = try ScenarioReader(library: library, places: try PlaceName.shipped()).read(text, file: "small.yaml")
  let place = try PlaceModel.shipped("guizhou", vocabulary: library.vocabulary)
  let illness = try IllnessModel.shipped(vocabulary: library.vocabulary)
  return try await Runner(scenario, library: library, places: [place], illness: illness, threads: threads).run(
    Progress())
}

@Suite struct RunnerTests {
  @Test func threadsDoNotShow() async throws {
    let one = try await run(threads: 1), three = try await run(threads: 3)
    for (a, b) in zip(one.places[0].variants, three.places[0].variants) {
      #expect(a.tally.strata[0].fund.sums == b.tally.strata[0].fund.sums)
      #expect(a.tally.strata[0].fund.squares == b.tally.strata[0].fund.squares)
      #expect(a.tally.strata[0].burden.sums == b.tally.strata[0].burden.sums)
      #expect(a.tally.strata[0].burden.cross == b.tally.strata[0].burden.cross)
      #expect(a.tally.strata[0].burden.differenceSquares == b.tally.strata[0].burden.differenceSquares)
      #expect(a.tally.strata[0].histogram.counts == b.tally.strata[0].histogram.counts)
    }
  }

  @Test func nothingIsLostAndNobodyIsPaidTwice() async throws {
    let result = try await run(threads: 2)
    for variant in result.places[0].variants {
      let tally = variant.tally.strata[0]
      func sum(_ measure: BurdenMeasure) -> Int64 { tally.sum(measure) }
      #expect(sum(.cost) == sum(.paidByAll) + sum(.outOfPocket))
      #expect(sum(.paidByAll) == sum(.basic) + sum(.criticalIllness) + sum(.supplementary) + sum(.help))
      #expect(sum(.persons) == Int64(tally.replicates) * result.places[0].persons)
      let cells = tally.cells
      let total = (0..<tally.replicates).reduce(Int64(0)) {
        $0 + tally.fund.sums[$1 * cells.count + cells.index(cells.total, cells.allClasses, .amount)]
      }
      #expect(total == sum(.help) + sum(.premiumSubsidy))
      // Classes are decided at each payment, so their rows add up.
      let classes = (0..<cells.allClasses).reduce(Int64(0)) { classes, people in
        (0..<tally.replicates).reduce(classes) {
          $0 + tally.fund.sums[$1 * cells.count + cells.index(cells.total, people, .amount)]
        }
      }
      #expect(classes == total)
    }
  }

  @Test func reformsArePaired() async throws {
    let variants = try await run(threads: 2).places[0].variants
    func sum(_ index: Int, _ measure: BurdenMeasure) -> Int64 { variants[index].tally.strata[0].sum(measure) }
    #expect(sum(1, .winners) > 0 && sum(1, .losers) == 0)
    #expect(sum(2, .losers) > 0 && sum(2, .winners) == 0)
    #expect(sum(1, .help) > sum(0, .help) && sum(2, .help) < sum(0, .help))
    #expect(sum(1, .cost) == sum(0, .cost))
  }

  @Test func recognisedPeopleCountUnderTheirIdentity() async throws {
    for variant in try await run(threads: 2, people: 4_000).places[0].variants {
      let tally = variant.tally.strata[0]
      let group = try #require(tally.groups.names.firstIndex { $0 == ("identity", "illnessImpoverishedPatient") })
      func sum(_ measure: BurdenMeasure, _ group: Int) -> Int64 {
        tally.sum(measure, group: group)
      }
      // Groups are those of the reference, so that only a variant without one need agree with itself.
      guard variant.variant.reference == nil else { continue }
      #expect(sum(.recognised, 0) > 0)
      #expect(sum(.recognised, group) == sum(.recognised, 0))
      #expect(sum(.persons, group) >= sum(.recognised, group))
      let none = try #require(tally.groups.names.firstIndex { $0 == ("identity", "none") })
      #expect(sum(.recognised, none) == 0)
    }
  }

  @Test func readingTheIncomeTestLiterallyRecognisesMoreHouseholds() async throws {
    let asRead = try await run(threads: 2, people: 4_000)
    let literal = try await run(threads: 2, people: 4_000, extra: "readings: {GZ-1: B}")
    func recognised(_ result: RunResult) -> Int64 {
      result.places[0].variants[0].tally.strata[0].sum(.recognised)
    }
    #expect(recognised(literal) > recognised(asRead))
  }
}

@Suite struct LogHistogramTests {
  @Test func quantilesLieWithinTheirBin() {
    var counts = Array(repeating: 0.0, count: LogHistogram.count)
    for fen in stride(from: Int64(100), through: 1_000_000, by: 100) { counts[LogHistogram.bin(Yuan(fen: fen))] += 1 }
    let median = LogHistogram.quantile(0.5, counts[...])
    #expect(abs((median ?? 0) / 5_000 - 1) < 0.05)
  }
}
