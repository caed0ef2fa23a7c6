import Population
import Testing

@testable import Simulation

@Suite struct ShardTests {
  @Test(arguments: [1, 2, 3, 7, 10, 64]) func shardsAreAllHouseholdsOnceAndWholeAllotments(count: Int) {
    for allotments in [1, 5, 10, 1_000] {
      let households = UInt64(allotments * Allotment.size)
      var end: UInt64 = 0
      for index in 1...count {
        let range = Shard(index: index, count: count).range(of: households, unit: UInt64(Allotment.size))
        #expect(range.lowerBound == end && range.lowerBound % UInt64(Allotment.size) == 0)
        end = range.upperBound
      }
      #expect(end == households)
    }
  }

  /// Whatever a tally keeps is merged and written, but for what says how it is numbered.
  @Test func everySumOfATallyIsListed() throws {
    let tally = try #require(try SmallShards.plan().jobs[0].emptyTallies().first)
    let numbering: Set<String> = ["replicates", "fund.cells", "burden.groups", "histogram.groups", "incomes.cluster"]
    #expect(Set(Self.names(tally)).subtracting(numbering) == Set(Tally.sums.map(\.name)))
    #expect(Set(Tally.sums.map(\.name)).count == Tally.sums.count)
  }

  /// The properties of a tally, those of its parts each by itself.
  private static func names(_ tally: Tally) -> [String] {
    Mirror(reflecting: tally).children.flatMap { child -> [String] in
      let name = child.label ?? ""
      switch child.value {
      case is FundTally, is BurdenTally, is PersonHistogram, is IncomeTally, is ClusterSums, is ControlSums:
        return Mirror(reflecting: child.value).children.map { "\(name).\($0.label ?? "")" }
      default: return [name]
      }
    }
  }
}
