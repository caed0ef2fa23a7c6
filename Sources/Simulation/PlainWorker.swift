import Population
import Settlement

/// Settles the households in which nobody holds an identity or could be recognised, once for all variants under which
/// they fare alike.
///
/// They are most, and nothing of assistance touches them: what a further rule set costs is what its holders cost.
final class PlainWorker {
  /// Replicates that all of its variants are settled in.
  let replicates: Int
  /// On which drawing of the people they are settled.
  let drawing: Drawing
  private var state: PlainState

  /// - Parameter members: indices of the variants, which fare alike.
  init(_ job: PlaceJob, _ members: [Int], groups: Groups) {
    let (first, replicates) = job.variants[members[0]]
    self.replicates = replicates
    drawing = first.drawing
    state = PlainState(job, members, groups: groups)
  }

  /// Lists of variants that fare alike, in the order of their first.
  static func parts(_ job: PlaceJob) -> [[Int]] {
    var parts: [[Int]] = []
    for (index, (variant, replicates)) in job.variants.enumerated() {
      let part = parts.firstIndex { members in
        let (first, itsReplicates) = job.variants[members[0]]
        return itsReplicates == replicates && first.drawing == variant.drawing
          && first.plan.insures(like: variant.plan) && first.before.insures(like: variant.before)
      }
      if let part { parts[part].append(index) } else { parts.append([index]) }
    }
    return parts
  }

  /// What insurance brought the households of the last block in which nobody holds an identity.
  var shared: SharedYears { state.shared }

  /// Settles everybody of a block's households in which nobody holds an identity.
  ///
  /// - Parameter isPlain: by household; set false where somebody holds one or might be recognised.
  func settle(_ block: PopulationBlock, _ isPlain: inout [Bool]) { state.settle(block, &isPlain) }

  /// Books the block's plain households in a replicate: those that are plain under every variant, since groups of
  /// people are those of the variant that another is compared with.
  func book(_ block: PopulationBlock, _ facts: BlockFacts, _ isPlain: [Bool], replicate: Int) {
    state.book(block, facts, isPlain, replicate: replicate)
  }

  /// Makes the open cluster's sums.
  func gather() { state.gather() }

  /// Hands the open cluster's sums on to a variant that has gathered its own.
  func add(to open: inout OpenCluster, _ tally: inout Tally) { state.add(to: &open, &tally) }

  /// Begins the next cluster.
  func close() { state.close() }

  /// Hands the counts of persons by what they pay and by income on to a variant's, once all is done.
  func add(to tally: inout Tally) {
    tally.histogram.add(state.histogram)
    tally.incomes.add(state.incomes)
  }
}
