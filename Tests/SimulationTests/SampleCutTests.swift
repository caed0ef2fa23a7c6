import Testing

@testable import Simulation

/// Who is drawn of a sample depends on seed and household alone.
@Suite struct SampleCutTests {
  private static let extra = "othersEvery: 4"

  @Test func threadsAndShardsOfASampleDoNotShow() async throws {
    let one = try SmallShards.runner(extra: Self.extra), plan = try one.plan()
    let whole = try await one.simulate(plan, progress: Progress())
    let two = try await SmallShards.runner(threads: 2, extra: Self.extra).simulate(plan, progress: Progress())
    #expect(try SmallShards.bytes(two) == SmallShards.bytes(whole))
    var parts: [(outline: [JobOutline], bytes: [UInt8])] = []
    for index in [3, 1, 2] {
      let state = try await one.simulate(plan, Shard(index: index, count: 3), progress: Progress())
      parts.append((state.outline, try SmallShards.bytes(state)))
    }
    #expect(try SmallShards.bytes(SmallShards.read(parts, plan)) == SmallShards.bytes(whole))
  }

  @Test func holdersAreAllDrawnAndTheOthersStoodFor() async throws {
    let all = try #require(try await Self.tallies("")), sample = try #require(try await Self.tallies(Self.extra))
    #expect(all.strata.count == 1 && sample.strata.count == 2)
    #expect(sample.persons == all.persons && all.persons == all.drawn(0))
    #expect(sample.strata[0].standsFor == sample.drawn(0) && sample.weight(0) == 1)
    #expect(sample.drawn(0) + sample.strata[1].standsFor == all.persons)
    // By lot, one in four.
    #expect((2.5...6).contains(sample.weight(1)))
  }

  private static func tallies(_ extra: String) async throws -> SampleTally? {
    try await SmallShards.runner(extra: extra).run(Progress()).places.first?.variants.first?.tally
  }
}
