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
  /// Income per head (fen) below which the first, second, third and fourth fifth end.
  var fifths: [Int64]
  /// How long an identity from recognition lasts.
  var monthsRecognised = HouseholdSettler.monthsAssumed
}

/// Draws and settles ranges of households of one place, into tallies of its own.
struct Worker: ~Copyable {
  private var sampler: PopulationSampler
  private var commonSampler: PopulationSampler
  private var settlers: [HouseholdSettler]
  private var talliers: [HouseholdTallier]
  private var block = PopulationBlock()
  private var commonBlock = PopulationBlock()
  private var values: [[Int64]]
  // What the loop needs of each variant, apart from the variants themselves: copying one of those copies its whole
  // plan.
  private let replicates: [Int]
  private let references: [Int?]
  private let usesCommonPrices: [Bool]
  private let fifths: [Int64]
  private(set) var tallies: [Tally]

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
    settlers = job.variants.map {
      HouseholdSettler($0.variant.plan, before: $0.variant.before, monthsRecognised: job.monthsRecognised)
    }
    let groups = Groups(job.vocabulary, classesOf: job.variants.first?.variant.plan.book)
    tallies = job.variants.map { variant, replicates in
      return Tally(
        cells: FundCells(variant.plan), groups: groups, replicates: replicates, flags: variant.plan.flags.count,
        keepsHistogram: variant.isBaselineOrReform)
    }
    talliers = zip(tallies, job.variants).map { tally, entry in
      HouseholdTallier(cells: tally.cells.count, place: job.place, book: entry.variant.plan.book)
    }
    values = Array(repeating: [], count: job.variants.count)
    replicates = job.variants.map(\.replicates)
    references = job.variants.map(\.variant.reference)
    usesCommonPrices = job.variants.map(\.variant.usesCommonPrices)
    fifths = job.fifths
  }

  /// Simulates a range of households in every replicate.
  mutating func run(_ range: Range<UInt64>) {
    let last = replicates.max() ?? 0
    for number in range {
      for replicate in 0..<last { run(number, replicate) }
      for index in tallies.indices {
        if let reference = references[index] { tallies[index].compare(with: tallies[reference]) }
      }
      for index in tallies.indices { tallies[index].closeHousehold() }
    }
  }

  private mutating func run(_ number: UInt64, _ replicate: Int) {
    sampler.draw(replicate: UInt64(replicate) + 1, households: number..<number + 1, into: &block)
    var hasCommon = false
    for index in replicates.indices where replicate < replicates[index] {
      if usesCommonPrices[index], !hasCommon {
        commonSampler.draw(replicate: UInt64(replicate) + 1, households: number..<number + 1, into: &commonBlock)
        hasCommon = true
      }
      if usesCommonPrices[index] { settle(index, replicate, commonBlock) } else { settle(index, replicate, block) }
    }
  }

  private mutating func settle(_ index: Int, _ replicate: Int, _ block: PopulationBlock) {
    guard let household = block.households.first else { return }
    let settled = settlers[index]
    settled.settle(household, block)
    values[index].removeAll(keepingCapacity: true)
    for total in settled.totals {
      values[index].append((total.assistance + total.tilted + total.premiumSubsidy).fen)
    }
    let perHead = household.income / Int64(household.size)
    let fifth = fifths.count { perHead >= $0 }
    talliers[index].book(
      settled, household, block, fifth: fifth, replicate: replicate, reference: references[index].map { values[$0] },
      members: settlers[references[index] ?? index].holders, into: &tallies[index])
  }
}
