import Input
import Population

/// Draws and settles ranges of households of one place, into tallies of its own.
struct Worker: ~Copyable {
  private var sampler: PopulationSampler
  private var commonSampler: PopulationSampler?
  private var block = PopulationBlock()
  private let strata: [StratumWorker]
  private let responses: [PreparedResponse]
  /// Households whose sums are one observation of an error; nil where nobody asks for errors.
  private let cluster: UInt64?
  private let replicates: Int
  private let firstReplicate: UInt64

  /// Prepares a worker.
  ///
  /// - Throws: `Refusal` where the place's shares or the illness model's targets cannot be met.
  static func make(_ job: PlaceJob) throws(Refusal) -> Worker {
    let sampler = try PopulationSampler(
      place: job.place, illness: job.illness, year: job.year, seed: job.seed, vocabulary: job.vocabulary)
    guard job.variants.contains(where: \.variant.usesCommonPrices) else { return Worker(job, sampler, nil) }
    let common = try PopulationSampler(
      place: job.place, illness: job.illness, year: job.year, seed: job.seed, vocabulary: job.vocabulary,
      usePriceLevel: false)
    return Worker(job, sampler, common)
  }

  private init(_ job: PlaceJob, _ sampler: consuming PopulationSampler, _ common: consuming PopulationSampler?) {
    self.sampler = sampler
    commonSampler = common
    self.sampler.yearsBefore = job.yearsBefore
    self.sampler.neverRecognised = job.neverRecognised
    commonSampler?.yearsBefore = job.yearsBefore
    commonSampler?.neverRecognised = job.neverRecognised
    var responses: [PreparedResponse] = []
    for (_, use) in job.responses { responses.append(self.sampler.prepared(use)) }
    self.responses = responses
    strata = job.selections.map { StratumWorker(job, $0) }
    replicates = job.variants.map(\.replicates).max() ?? 0
    firstReplicate = UInt64(job.firstReplicate)
    cluster = job.detail == .totals ? nil : job.cluster
  }

  /// The sums of each stratum and variant, stratum by stratum.
  ///
  /// - Precondition: all is done.
  var tallies: [Tally] {
    if cluster == nil { close() }
    return strata.flatMap(\.tallies)
  }

  private func close() { for stratum in strata { stratum.close() } }

  /// Simulates a range of households, of whole clusters but for the last, in every replicate.
  mutating func run(_ range: Range<UInt64>) {
    guard let cluster else {
      simulate(range)
      return
    }
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
      for stratum in strata { stratum.add(persons: sampler.persons(first..<end, stratum.selection)) }
      for replicate in 0..<replicates { simulate(first..<end, replicate) }
      first = end
    }
  }

  private mutating func simulate(_ households: Range<UInt64>, _ replicate: Int) {
    for stratum in strata {
      let luck = firstReplicate + UInt64(replicate) + 1
      sampler.draw(replicate: luck, households: households, stratum.selection, into: &block)
      stratum.settle(block, replicate)
      for (number, response) in responses.enumerated() where stratum.asks(for: .answering(number), replicate) {
        sampler.response = response
        sampler.draw(replicate: luck, households: households, stratum.selection, into: &block)
        sampler.response = nil
        stratum.settleAnswers(block, replicate, .answering(number))
      }
      guard stratum.asks(for: .commonPrices, replicate) else { continue }
      commonSampler?.draw(replicate: luck, households: households, stratum.selection, into: &block)
      stratum.settleAtCommonPrices(block, replicate)
    }
  }
}
