import Synchronization
import Testing

@testable import Simulation

/// However a run is cut into pieces, its sums are those of the run in one piece.
@Suite struct InterruptedRunTests {
  private struct Interruption: Error {}

  @Test(arguments: [2, 3]) func shardsAddUpInAnyOrder(count: Int) async throws {
    let runner = try SmallShards.runner(), plan = try runner.plan()
    let whole = try await runner.simulate(plan, progress: Progress())
    var parts: [(outline: [JobOutline], bytes: [UInt8])] = []
    for index in (1...count).reversed() {
      let shard = Shard(index: index, count: count)
      let state = try await SmallShards.runner(threads: index).simulate(plan, shard, progress: Progress())
      let fits = plan.fits(state.outline, shard, partial: false)
      let fitsAnother = plan.fits(state.outline, .whole, partial: false)
      #expect(fits && !fitsAnother)
      parts.append((state.outline, try SmallShards.bytes(state)))
    }
    let sum = try SmallShards.read(parts, plan)
    #expect(sum.outline == whole.outline)
    #expect(try SmallShards.bytes(sum) == SmallShards.bytes(whole))
  }

  @Test func aRunThatIsInterruptedAgainAndAgainComesToTheSameEnd() async throws {
    let runner = try SmallShards.runner(threads: 2), plan = try runner.plan()
    let whole = try await runner.simulate(plan, progress: Progress())
    var kept: [(outline: [JobOutline], bytes: [UInt8])] = []
    var interruptions = 0
    while true {
      // It keeps its state whenever it may, and the fifth time is stopped after that.
      let saves = Mutex<[RunState]>([])
      let checkpointing = Checkpointing(everySeconds: 1e-9) { state in
        try saves.withLock {
          $0.append(state)
          if $0.count == 5 { throw Interruption() }
        }
      }
      do {
        let end = try await runner.simulate(
          plan, from: SmallShards.read(kept, plan), progress: Progress(), checkpointing: checkpointing)
        #expect(end.outline == whole.outline)
        #expect(try SmallShards.bytes(end) == SmallShards.bytes(whole))
        break
      } catch is Interruption {
        interruptions += 1
        let last = saves.withLock { $0.last }
        let state = try #require(last)
        let fits = plan.fits(state.outline, .whole, partial: true)
        #expect(fits)
        kept = [(state.outline, try SmallShards.bytes(state))]
      }
    }
    #expect(interruptions > 2)
  }
}
