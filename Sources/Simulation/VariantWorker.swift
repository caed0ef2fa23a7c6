import Population
import Settlement

/// Settles blocks of people under one variant into a tally of its own.
///
/// A class, so that the workers of a thread lie in a list; all its work is that of one value, so that the program checks
/// once a block, and not at each addition, that nobody else uses it.
final class VariantWorker {
  /// Replicates that the variant is settled in.
  let replicates: Int
  /// On which drawing of the people it is settled.
  let drawing: Drawing
  private let plain: PlainWorker
  private var state: VariantState

  /// - Parameter plain: settles the households that no assistance touches.
  init(_ job: PlaceJob, _ index: Int, groups: Groups, plain: PlainWorker) {
    self.plain = plain
    let (variant, replicates) = job.variants[index]
    self.replicates = replicates
    drawing = variant.drawing
    state = VariantState(job, index, groups: groups)
  }

  /// The sums of all closed clusters.
  var tally: Tally {
    var tally = state.tally
    plain.add(to: &tally)
    return tally
  }

  /// Counts persons that those to be drawn stand for.
  func add(persons: Int) { state.add(persons: persons) }

  /// Settles and books the households of a block that are not plain, in a replicate.
  ///
  /// - Parameter reference: the worker of the variant that this one is compared with, after the same block.
  func run(
    _ block: PopulationBlock, _ facts: BlockFacts, replicate: Int, reference: VariantWorker?, isPlain: [Bool]
  ) {
    let outcomes = reference.map { $0.state.outcomes }
    state.run(block, facts, replicate: replicate, reference: outcomes, isPlain: isPlain, shared: plain.shared)
  }

  /// Makes the open cluster's sums; to be called for every variant before any is compared.
  func gather() { state.gather(with: plain) }

  /// Adds the open cluster's differences from the reference variant.
  func compare(with reference: VariantWorker) { state.compare(with: reference.state) }

  /// Adds the open cluster and begins the next one.
  func close() { state.close() }
}
