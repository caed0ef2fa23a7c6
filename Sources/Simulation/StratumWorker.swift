import Population

/// Settles the people of one stratum under every variant.
final class StratumWorker {
  /// Who belongs to it.
  let selection: Selection
  private let plains: [PlainWorker]
  /// One for each variant; variants that are the same rules, replicates and prices have the same one.
  private let variants: [VariantWorker]
  /// Indices of the variants of which each worker's is the first.
  private let own: [Int]
  private let references: [Int?]
  private let fifths: [Int64]
  private let control: ControlWorker?
  private var facts = BlockFacts()
  private var isPlain: [Bool] = []
  /// The facts of people who answer to prices, whose stays are others.
  private var factsOfAnswer = BlockFacts()
  /// Which households are plain on a drawing that is not the place's own.
  private var isPlainElsewhere: [Bool] = []

  init(_ job: PlaceJob, _ selection: Selection) {
    self.selection = selection
    let groups = Groups(
      job.vocabulary, classesOf: job.variants.first?.variant.plan.book, isWhole: job.detail != .everything)
    let parts = PlainWorker.parts(job)
    let plains = parts.map { PlainWorker(job, $0, groups: groups) }
    var variants: [VariantWorker] = []
    var own: [Int] = []
    for index in job.variants.indices {
      if let known = own.first(where: { job.isSame($0, index) }) {
        variants.append(variants[known])
      } else {
        own.append(index)
        variants.append(
          VariantWorker(job, index, groups: groups, plain: plains[parts.firstIndex { $0.contains(index) } ?? 0]))
      }
    }
    (self.variants, self.own) = (variants, own)
    self.plains = plains
    references = job.variants.map(\.variant.reference)
    fifths = job.fifths
    control = job.control.map { ControlWorker($0, job.illness, replicates: job.variants.first?.replicates ?? 0) }
  }

  /// The sums of each variant; those of the control stand with the first.
  var tallies: [Tally] {
    var tallies = variants.map(\.tally)
    if let control, !tallies.isEmpty { tallies[0].control = control.sums }
    return tallies
  }

  /// Counts persons that those to be drawn stand for.
  func add(persons: Int) { for index in own { variants[index].add(persons: persons) } }

  /// Whether a replicate is settled on a drawing too.
  func asks(for drawing: Drawing, _ replicate: Int) -> Bool {
    variants.contains { $0.drawing == drawing && replicate < $0.replicates }
  }

  /// Settles a block in a replicate under the variants at the place's own prices.
  func settle(_ block: PopulationBlock, _ replicate: Int) {
    facts.read(block, fifths: fifths)
    isPlain.removeAll(keepingCapacity: true)
    isPlain.append(contentsOf: repeatElement(true, count: block.households.count))
    settle(block, facts, replicate, .own, &isPlain)
    if let first = block.households.first, first.number < ControlRules.households {
      control?.settle(block, facts, replicate: replicate)
    }
  }

  /// Settles the same people at common prices: they move what care costs and nothing else, so that the facts stay.
  func settleAtCommonPrices(_ block: PopulationBlock, _ replicate: Int) {
    isPlainElsewhere.removeAll(keepingCapacity: true)
    isPlainElsewhere.append(contentsOf: repeatElement(true, count: block.households.count))
    settle(block, facts, replicate, .commonPrices, &isPlainElsewhere)
  }

  /// Settles the same people as they answer to prices, after the same block of their own drawing: what they got there is what
  /// they are compared with, so that no household is plain that was not plain there.
  func settleAnswers(_ block: PopulationBlock, _ replicate: Int, _ drawing: Drawing) {
    factsOfAnswer.read(block, fifths: fifths)
    isPlainElsewhere.removeAll(keepingCapacity: true)
    isPlainElsewhere.append(contentsOf: isPlain)
    settle(block, factsOfAnswer, replicate, drawing, &isPlainElsewhere)
  }

  private func settle(
    _ block: PopulationBlock, _ facts: BlockFacts, _ replicate: Int, _ drawing: Drawing, _ isPlain: inout [Bool]
  ) {
    for plain in plains where plain.drawing == drawing && replicate < plain.replicates {
      plain.settle(block, &isPlain)
    }
    for plain in plains where plain.drawing == drawing && replicate < plain.replicates {
      plain.book(block, facts, isPlain, replicate: replicate)
    }
    for index in own where variants[index].drawing == drawing && replicate < variants[index].replicates {
      variants[index].run(
        block, facts, replicate: replicate, reference: references[index].map { variants[$0] }, isPlain: isPlain)
    }
  }

  /// Adds the open cluster to the sums and begins the next one.
  func close() {
    for plain in plains { plain.gather() }
    for index in own { variants[index].gather() }
    for index in own {
      if let reference = references[index] { variants[index].compare(with: variants[reference]) }
    }
    for index in own { variants[index].close() }
    for plain in plains { plain.close() }
  }
}
