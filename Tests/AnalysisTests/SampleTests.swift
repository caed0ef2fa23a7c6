import Simulation
import Testing

@testable import Analysis

/// A sample of the households without an identity against all of them: the same people, the same luck.
@Suite struct SampleTests {
  private typealias Place = RunResult.PlaceResult

  private static func places() async throws -> (all: Place, sample: Place) {
    let small = try SmallRun()
    let all = try await small.run(seed: 5, people: 4_000, replicates: 120)
    let sample = try await small.run(seed: 5, people: 4_000, replicates: 120, extra: "othersEvery: 4")
    return (all.places[0], sample.places[0])
  }

  private static func reader(_ place: Place) -> TallyReader { TallyReader(place.variants[0].tally, scale: place.scale) }

  /// Two figures are as near as the error of the second allows; a sample that shows none of a rare thing knows no error.
  private func expectNear(_ a: Estimate, _ b: Estimate, _ name: String, _ errors: Double = 3) {
    guard let error = b.standardError, b.value != 0 else { return }
    #expect(abs(a.value - b.value) <= errors * error, "\(name): \(a.value) of all, \(b.value) ± \(error) of a sample")
  }

  @Test func aSampleFindsWhatAllFind() async throws {
    let (all, sample) = try await Self.places()
    let (a, b) = (Self.reader(all), Self.reader(sample))
    let names = all.variants[0].tally.groups.names
    let cells = all.variants[0].tally.cells
    #expect(all.scale == sample.scale)
    let drawn = sample.drawn.reduce(0, +)
    #expect(drawn * 2 < all.persons)
    for component in cells.components.indices {
      let cell = cells.index(component, cells.allClasses, .amount)
      expectNear(a.fundMean(cell), b.fundMean(cell), "fund \(cells.components[component])")
    }
    for (group, name) in names.enumerated() {
      for measure in [BurdenMeasure.cost, .outOfPocket, .help, .catastrophic10, .impoverished, .personsPaid] {
        expectNear(a.mean(measure, group: group), b.mean(measure, group: group), "\(measure) of \(name)", 3.5)
        expectNear(a.total(measure, group: group), b.total(measure, group: group), "all \(measure) of \(name)", 3.5)
      }
      expectNear(a.reimbursement(group: group), b.reimbursement(group: group), "reimbursement of \(name)", 3.5)
    }
    for stage in 0...3 {
      for p in [0.5, 0.9, 0.99] {
        let one = try #require(a.outOfPocketQuantile(p, stage: stage, group: 0))
        let other = try #require(b.outOfPocketQuantile(p, stage: stage, group: 0))
        expectNear(one, other, "quantile \(p) at stage \(stage)")
      }
    }
  }

  @Test func aSampleFindsTheLuckOfAYear() async throws {
    let (all, sample) = try await Self.places()
    let (a, b) = (Self.reader(all), Self.reader(sample))
    let cells = all.variants[0].tally.cells
    let cell = cells.index(cells.total, cells.allClasses, .amount)
    let (years, sampled) = (a.fundDistribution(cell), b.fundDistribution(cell))
    expectNear(try #require(years.spread), try #require(sampled.spread), "deviation of a year")
    let levelError = try #require(b.fundMean(cell).standardError)
    for p in [0.05, 0.5, 0.95] {
      let one = try #require(years.quantile(p)), other = try #require(sampled.quantile(p, levelError: levelError))
      expectNear(one, other, "quantile \(p) of years")
    }
    let (paid, sampledPaid) = (
      Distribution(a.outOfPocket, scale: all.scale), Distribution(b.outOfPocket, scale: sample.scale)
    )
    expectNear(try #require(paid.spread), try #require(sampledPaid.spread), "deviation of what people pay")
    // Without the root of the weight it would be half as large or twice.
    let deviation = try #require(paid.standardDeviation)
    #expect(abs((sampledPaid.standardDeviation ?? 0) / deviation - 1) < 0.3)
  }

  @Test func personsAndHoldersAreExact() async throws {
    let small = try SmallRun()
    let (all, sample) = (
      try await small.run(seed: 9, people: 3_000).places[0],
      try await small.run(seed: 9, people: 3_000, extra: "othersEvery: 7").places[0]
    )
    let (a, b) = (Self.reader(all), Self.reader(sample))
    #expect(abs(b.total(.persons).value / Double(sample.place.population) - 1) < 1e-12)
    #expect(try #require(b.total(.persons).standardError) < 1e-6 * b.total(.persons).value)
    var held = 0
    for (group, name) in all.variants[0].tally.groups.names.enumerated()
    where name.dimension == "identity" && !["none", "illnessImpoverishedPatient"].contains(name.group) {
      let (one, other) = (a.total(.persons, group: group).value, b.total(.persons, group: group).value)
      #expect(abs(one - other) <= 1e-9 * one, "\(name.group)")
      if one > 0 { held += 1 }
    }
    #expect(held > 3)
  }

  @Test func printedErrorsOfSamplesAreTheSpreadOverSeeds() async throws {
    let small = try SmallRun()
    var found: [String: Spread] = [:]
    for seed in 1...100 {
      let place = try await small.run(seed: seed, people: 2_000, extra: "othersEvery: 4").places[0]
      for (name, estimate) in try figures(place) { found[name, default: Spread()].add(estimate) }
    }
    for (name, figure) in found {
      // A spread over 100 runs is itself known to 7 %.
      #expect((0.8...1.2).contains(figure.ratio), "\(name): the spread is \(figure.ratio) of the printed errors")
    }
  }

  private func figures(_ place: RunResult.PlaceResult) throws -> [String: Estimate] {
    let tally = place.variants[0].tally
    let reader = Self.reader(place)
    func group(_ dimension: String, _ group: String) throws -> Int {
      try #require(tally.groups.names.firstIndex { $0 == (dimension, group) })
    }
    return [
      "persons of 18 to 59": reader.total(.persons, group: try group("age", "18-59")),
      "rural persons": reader.total(.persons, group: try group("residence", "rural")),
      "catastrophic": reader.total(.catastrophic10),
      "cost a head": reader.mean(.cost),
      "cost a head of the old": reader.mean(.cost, group: try group("age", "60-79")),
      "out of pocket": reader.mean(.outOfPocket),
      "reimbursement": reader.reimbursement(),
      "assistance a head": reader.mean(.help),
      "benefit rate": reader.mean(.personsPaid),
    ]
  }
}
