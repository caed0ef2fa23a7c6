import Input
import Money
import Population
import Rules
import Settlement

/// What one place needs to be simulated; shared by all workers.
struct PlaceJob: Sendable {
  var place: PlaceModel
  var illness: IllnessModel
  var year: Int
  var seed: UInt64
  var vocabulary: Vocabulary
  var households: UInt64
  /// Replicates of each variant; a variant is settled in the first so many.
  var variants: [(variant: Variant, replicates: Int)]
  /// Households whose sums are one observation where errors are worked out.
  var cluster = UInt64(Allotment.size)
  /// Households that are taken at once: whole allotments, so that none is drawn twice, and whole clusters.
  var unit: UInt64 { max(cluster, UInt64(Allotment.size)) }
  /// Income per head (fen) below which the first, second, third and fourth fifth end.
  var fifths: [Int64]
  /// How long an identity from recognition lasts.
  var monthsRecognised = HouseholdSettler.monthsAssumed
}

/// Draws and settles ranges of households of one place, into tallies of its own.
struct Worker: ~Copyable {
  private var sampler: PopulationSampler
  private var commonSampler: PopulationSampler
  private var block = PopulationBlock()
  private var commonBlock = PopulationBlock()
  private var facts = BlockFacts()
  private var isPlain: [Bool] = []
  private let plains: [PlainWorker]
  private let variants: [VariantWorker]
  private let references: [Int?]
  private let fifths: [Int64]
  private let cluster: UInt64
  private let replicates: Int

  /// Prepares a worker.
  ///
  /// - Throws: `Refusal` where the place's shares or the illness model's targets cannot be met.
  static func make(_ job: PlaceJob) throws(Refusal) -> Worker {
    let sampler = try PopulationSampler(
      place: job.place, illness: job.illness, year: job.year, seed: job.seed, vocabulary: job.vocabulary)
    let common = try PopulationSampler(
      place: job.place, illness: job.illness, year: job.year, seed: job.seed, vocabulary: job.vocabulary,
      usePriceLevel: false)
    return Worker(job, sampler, common)
  }

  private init(_ job: PlaceJob, _ sampler: consuming PopulationSampler, _ common: consuming PopulationSampler) {
    self.sampler = sampler
    commonSampler = common
    let groups = Groups(job.vocabulary, classesOf: job.variants.first?.variant.plan.book)
    let parts = PlainWorker.parts(job)
    let plains = parts.map { PlainWorker(job, $0, groups: groups) }
    variants = job.variants.indices.map { index in
      VariantWorker(job, index, groups: groups, plain: plains[parts.firstIndex { $0.contains(index) } ?? 0])
    }
    self.plains = plains
    references = job.variants.map(\.variant.reference)
    replicates = job.variants.map(\.replicates).max() ?? 0
    fifths = job.fifths
    cluster = job.cluster
  }

  /// The sums of each variant.
  var tallies: [Tally] { variants.map(\.tally) }

  /// Simulates a range of households, of whole clusters but for the last, in every replicate.
  mutating func run(_ range: Range<UInt64>) {
    var first = range.lowerBound
    while first < range.upperBound {
      let end = min(first + cluster, range.upperBound)
      simulate(first..<end)
      close()
      first = end
    }
  }

  /// The households of one cluster, in parts that lie in one allotment.
  private mutating func simulate(_ cluster: Range<UInt64>) {
    var first = cluster.lowerBound
    while first < cluster.upperBound {
      let end = min(first + UInt64(Allotment.size), cluster.upperBound)
      for replicate in 0..<replicates { simulate(first..<end, replicate) }
      first = end
    }
  }

  private func close() {
    for plain in plains { plain.gather() }
    for variant in variants { variant.gather() }
    for (variant, reference) in zip(variants, references) {
      if let reference { variant.compare(with: variants[reference]) }
    }
    for variant in variants { variant.close() }
    for plain in plains { plain.close() }
  }

  private mutating func simulate(_ households: Range<UInt64>, _ replicate: Int) {
    sampler.draw(replicate: UInt64(replicate) + 1, households: households, into: &block)
    facts.read(block, fifths: fifths)
    settle(block, replicate, common: false)
    guard variants.contains(where: { $0.usesCommonPrices && replicate < $0.replicates }) else { return }
    commonSampler.draw(replicate: UInt64(replicate) + 1, households: households, into: &commonBlock)
    // Prices move what care costs and nothing else, so that the facts are those of either block.
    settle(commonBlock, replicate, common: true)
  }

  private mutating func settle(_ block: PopulationBlock, _ replicate: Int, common: Bool) {
    isPlain.removeAll(keepingCapacity: true)
    isPlain.append(contentsOf: repeatElement(true, count: block.households.count))
    let plains = plains.filter { $0.usesCommonPrices == common && replicate < $0.replicates }
    for plain in plains { plain.settle(block, &isPlain) }
    for plain in plains { plain.book(block, facts, isPlain, replicate: replicate) }
    for (variant, reference) in zip(variants, references)
    where variant.usesCommonPrices == common && replicate < variant.replicates {
      variant.run(
        block, facts, replicate: replicate, reference: reference.map { variants[$0] }, isPlain: isPlain)
    }
  }
}
