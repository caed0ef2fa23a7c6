import Input
import Population
import Rules
import Settlement

/// Draws and settles ranges of households once more, person by person, as `Worker` settles them.
struct MicrodataWorker: ~Copyable {
  private var sampler: PopulationSampler
  private var commonSampler: PopulationSampler
  private let settlers: [HouseholdSettler]
  private let usesCommonPrices: [Bool]
  private let fifths: [Int64]
  private var block = PopulationBlock()
  private var commonBlock = PopulationBlock()

  /// Prepares a worker.
  ///
  /// - Throws: `Refusal` where the place's shares or the illness model's targets cannot be met.
  init(_ job: PlaceJob) throws(Refusal) {
    // Both before any is kept: a half-made value that cannot be copied could not be thrown away.
    let sampler = try PopulationSampler(
      place: job.place, illness: job.illness, year: job.year, seed: job.seed, vocabulary: job.vocabulary)
    let common = try PopulationSampler(
      place: job.place, illness: job.illness, year: job.year, seed: job.seed, vocabulary: job.vocabulary,
      usePriceLevel: false)
    self.sampler = sampler
    commonSampler = common
    usesCommonPrices = job.variants.map(\.variant.usesCommonPrices)
    settlers = job.variants.map {
      HouseholdSettler($0.variant.plan, before: $0.variant.before, monthsRecognised: job.monthsRecognised)
    }
    fifths = job.fifths
  }

  /// The person-years of a range of households in the first replicates: household by household, then by replicate,
  /// variant and member.
  mutating func records(_ range: Range<UInt64>, replicates: Int) -> [PersonYearRecord] {
    var records: [PersonYearRecord] = []
    for number in range {
      for replicate in 1...replicates {
        sampler.draw(replicate: UInt64(replicate), households: number..<number + 1, into: &block)
        if usesCommonPrices.contains(true) {
          commonSampler.draw(replicate: UInt64(replicate), households: number..<number + 1, into: &commonBlock)
        }
        for variant in settlers.indices {
          append(usesCommonPrices[variant] ? commonBlock : block, replicate, variant, to: &records)
        }
      }
    }
    return records
  }

  private func append(
    _ block: PopulationBlock, _ replicate: Int, _ variant: Int, to records: inout [PersonYearRecord]
  ) {
    guard let household = block.households.first else { return }
    let settled = settlers[variant]
    settled.settle(household, block)
    let perHead = household.income / Int64(household.size)
    for (member, total) in settled.totals.enumerated() {
      let person = block.persons[Int(household.persons.lowerBound) + member]
      let admissions = block.count(.inpatient, of: person)
      records.append(
        PersonYearRecord(
          variant: variant, replicate: replicate, household: household, member: member, person: person,
          incomeFifth: fifths.count { perHead >= $0 } + 1, admissions: admissions,
          outpatientEpisodes: Int64(person.episodes.count) - admissions, result: total,
          isRecognised: settled.recognised & (1 << UInt64(member)) != 0,
          holdsRecognised: settled.holders & (1 << UInt64(member)) != 0))
    }
  }
}
