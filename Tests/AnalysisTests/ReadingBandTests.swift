import Simulation
import Testing

@testable import Analysis

/// The range that readings give has ends with errors.
@Suite struct ReadingBandTests {
  private func error(mean: Double, few: Double, read: Double, change: Double) -> Double? {
    func sure(_ error: Double) -> Estimate { Estimate(1, standardError: error) }
    return ReadingBand.error(of: sure(mean), few: sure(few), read: sure(read), change: sure(change))
  }

  @Test func errorsOfMeanAndChangeAreJoinedAsTheyGoTogether() throws {
    // Independent: what is read otherwise has both variances.
    #expect(abs(try #require(error(mean: 3, few: 3, read: 5, change: 4)) - 5) < 1e-12)
    // Nothing is paid any more, and the change is of all replicates: nothing is unsure.
    #expect(error(mean: 3, few: 3, read: 0, change: 3) == 0)
    // The same of a few replicates, whose luck of their own stays: Var(b) − Var(m) = 4 − 1.
    #expect(abs(try #require(error(mean: 1, few: 2, read: 0, change: 2)) - 3.0.squareRoot()) < 1e-12)
    // Half as much again of everything: (1 + 2 · 0.5) · 4 + 0.25 · 9.
    #expect(abs(try #require(error(mean: 2, few: 3, read: 4.5, change: 1.5)) - 10.25.squareRoot()) < 1e-12)
    let unknown = Estimate(1, standardError: nil), sure = Estimate(1, standardError: 1)
    #expect(ReadingBand.error(of: sure, few: sure, read: unknown, change: sure) == nil)
    #expect(ReadingBand.error(of: unknown, few: sure, read: sure, change: sure) == nil)
  }

  /// Between seeds a mean read otherwise spreads as its error says, where the reading costs and where it saves.
  @Test func printedErrorsAreTheSpreadOverSeeds() async throws {
    let small = try SmallRun(recognises: false, jurisdiction: "bazhong")
    var (costs, saves, told) = (Spread(), Spread(), 0)
    for seed in 1...40 {
      // Forty allotments, the fewest that are told apart.
      let result = try await small.run(
        seed: seed, people: 14_400, replicates: 4, sensitivityReplicates: 1, jurisdictions: "guizhou, bazhong",
        extra: "comparison: false\nuncertainty: none")
      let band = try #require(ReadingBand(result.places[0]))
      let more = try #require(band.effects.first { $0.id == "X-2" })
      let less = try #require(band.effects.first { $0.id == "BZ-24" })
      #expect(more.change.value > 0 && less.change.value < 0)
      // Few large payments in one replicate tell no error.
      guard more.mean.standardError != nil, less.mean.standardError != nil else { continue }
      costs.add(more.mean)
      saves.add(less.mean)
      told += 1
    }
    #expect(told > 30)
    // A spread over 40 runs is itself known to 11 %.
    for ends in [costs, saves] {
      #expect((0.7...1.3).contains(ends.ratio), "the spread is \(ends.ratio) of the printed errors")
    }
  }

  @Test func endsAreMeansOfReadingsAndErrorsOfSumsAddUp() async throws {
    let result = try await SmallRun().run(seed: 4, people: 4_000, replicates: 3, sensitivityReplicates: 2)
    let band = try #require(ReadingBand(result.places[0])), (single, added) = (band.single, band.added)
    let means = [band.mean] + band.effects.map(\.mean)
    #expect(single.low.value == means.map(\.value).min() && single.high.value == means.map(\.value).max())
    for end in [single.low, single.high, added.low, added.high] { #expect(try #require(end.standardError) > 0) }
    #expect(added.low.value <= single.low.value && added.high.value >= single.high.value)
    let costs = Dictionary(grouping: band.effects.filter { $0.change.value > 0 }, by: \.id)
    let highest = costs.values.compactMap { $0.max { $0.change.value < $1.change.value } }
    let errors = highest.reduce(try #require(band.mean.standardError)) { $0 + ($1.change.standardError ?? .nan) }
    #expect(!highest.isEmpty)
    #expect(abs(try #require(added.high.standardError) - errors) < 1e-6 * errors)
  }
}
