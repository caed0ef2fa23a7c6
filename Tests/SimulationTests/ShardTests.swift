import Population
import Testing

@testable import Simulation

@Suite struct ShardTests {
  @Test(arguments: [1, 2, 3, 7, 10, 64]) func shardsAreAllHouseholdsOnceAndWholeAllotments(count: Int) {
    for allotments in [1, 5, 10, 1_000] {
      let households = UInt64(allotments * Allotment.size)
      var end: UInt64 = 0
      for index in 1...count {
        let range = Shard(index: index, count: count).range(of: households)
        #expect(range.lowerBound == end && range.lowerBound % UInt64(Allotment.size) == 0)
        end = range.upperBound
      }
      #expect(end == households)
    }
  }

  /// Whatever a tally keeps is merged and written, but for the household that is open.
  @Test func everySumOfATallyIsListed() throws {
    let open: Set<String> = [
      "cells", "groups", "replicates", "fundOfHousehold", "touchedCells", "twins", "burdenOfHousehold", "touchedGroups",
    ]
    let listed = Set(Tally.sums.map { String($0.name.prefix { $0 != "." }) })
    #expect(listed.count == Tally.sums.count - 4)
    let tally = try #require(try SmallShards.plan().jobs[0].emptyTallies().first)
    #expect(Set(Mirror(reflecting: tally).children.compactMap(\.label)).subtracting(open) == listed)
    let sums = Set(Mirror(reflecting: tally.flagCount).children.compactMap(\.label)).subtracting(["open", "touched"])
    #expect(sums == Set(Tally.sums.filter { $0.name.hasPrefix("flagCount.") }.map { String($0.name.dropFirst(10)) }))
  }
}
