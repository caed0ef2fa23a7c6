import Population
import Rules
import Settlement

/// What insurance brings households in which nobody holds an identity, in the year and in the year before: the same under all
/// variants that insure alike, so that each of them begins with what it finds here.
///
/// Results of episodes are kept of those households alone that might be recognised; the others are plain, and nobody asks.
struct SharedYears {
  /// What the year came to, by person of the block.
  var totals: [PersonResult] = []
  /// When the year before took a person's burden over its warning line; `Day.distantPast` where it did not, or nobody asks.
  var warnedBefore: [Day] = []
  /// One result an episode of the year, and of the year before, household by household.
  var results: [EpisodeResult] = []
  var resultsBefore: [EpisodeResult] = []
  /// Where those of the next household begin.
  private(set) var end = Start(this: 0, before: 0)
  /// By household of the block; -1 where nothing is kept.
  private var starts: [Start] = []

  /// Where the results of a household begin.
  struct Start {
    var this: Int
    var before: Int
  }

  /// Forgets the last block.
  mutating func begin(_ block: PopulationBlock) {
    while totals.count < block.persons.count {
      totals.append(PersonResult())
      warnedBefore.append(.distantPast)
    }
    starts.removeAll(keepingCapacity: true)
    starts.append(contentsOf: repeatElement(Start(this: -1, before: -1), count: block.households.count))
    end = Start(this: 0, before: 0)
  }

  /// Keeps what stands after the end, up to the new one, as that of a household.
  mutating func keep(_ number: Int, to next: Start) {
    starts[number] = end
    end = next
  }

  /// Where the results of a household of the block begin; nil where it has none here.
  @inline(__always) func start(of number: Int) -> Start? {
    guard number < starts.count, starts[number].this >= 0 else { return nil }
    return starts[number]
  }
}
