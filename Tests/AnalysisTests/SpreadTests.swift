import Simulation
import Testing

@testable import Analysis

/// Printed standard errors against what they promise: the spread of the same figure over runs with other seeds.
@Suite struct SpreadTests {
  @Test func printedErrorsAreTheSpreadOverSeeds() async throws {
    let small = try SmallRun()
    var found: [String: Spread] = [:]
    for seed in 1...100 {
      for (name, estimate) in try figures(try await small.run(seed: seed, people: 1_200)) {
        found[name, default: Spread()].add(estimate)
      }
    }
    for (name, figure) in found {
      // A spread over 100 runs is itself known to 7 %.
      #expect((0.8...1.2).contains(figure.ratio), "\(name): the spread is \(figure.ratio) of the printed errors")
    }
  }

  private func figures(_ result: RunResult) throws -> [String: Estimate] {
    let tally = result.places[0].variants[0].tally
    let reader = TallyReader(tally, scale: result.places[0].scale)
    func group(_ dimension: String, _ group: String) throws -> Int {
      try #require(tally.groups.names.firstIndex { $0 == (dimension, group) })
    }
    return [
      "persons of 18 to 59": reader.total(.persons, group: try group("age", "18-59")),
      "rural persons": reader.total(.persons, group: try group("residence", "rural")),
      "catastrophic": reader.total(.catastrophic10),
      "cost a head": reader.mean(.cost),
    ]
  }

  @Test func thePopulationItselfIsKnownExactly() async throws {
    let place = try await SmallRun().run(seed: 1, people: 300, replicates: 2).places[0]
    let everybody = TallyReader(place.variants[0].tally, scale: place.scale).total(.persons)
    #expect(abs(everybody.value / Double(place.place.population) - 1) < 1e-12)
    #expect(everybody.standardError == 0)
  }

  @Test func fundAndBurdenAgreeOnTheirErrors() async throws {
    let place = try await SmallRun().run(seed: 1, people: 4_000, replicates: 3).places[0]
    let reader = TallyReader(place.variants[0].tally, scale: place.scale)
    let cells = place.variants[0].tally.cells
    let component = try #require(cells.components.firstIndex { $0 == ("assistance", "all") })
    for (cell, measure) in [(FundCells.Measure.amount, BurdenMeasure.help), (.persons, .personsPaid)] {
      let fund = reader.fundMean(cells.index(component, cells.classes.count - 1, cell))
      let burden = reader.total(measure)
      #expect(fund.value == burden.value)
      #expect(try #require(fund.standardError) > 0)
      #expect(fund.standardError == burden.standardError)
    }
  }
}
