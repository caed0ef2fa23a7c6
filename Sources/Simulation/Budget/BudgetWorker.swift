import Input
import Money
import Population
import Rules
import Settlement

/// Draws and settles households as one stage of a budget has them.
///
/// A class, so that the workers of all stages lie in a list.
final class BudgetWorker {
  private var state: BudgetWorkerState

  private init(_ job: PlaceJob, _ sampler: consuming PopulationSampler) { state = BudgetWorkerState(job, sampler) }

  /// - Throws: `Refusal` where the place's shares or the illness model's targets cannot be met.
  static func make(_ job: PlaceJob) throws(Refusal) -> BudgetWorker {
    let sampler = try PopulationSampler(
      place: job.place, illness: job.illness, year: job.year, seed: job.seed, vocabulary: job.vocabulary)
    return BudgetWorker(job, sampler)
  }

  /// What the fund pays some households of one allotment in a replicate, counted from 0.
  func pay(_ households: Range<UInt64>, replicate: Int) -> [Int64] { state.pay(households, replicate: replicate) }

  /// Persons of some households.
  func persons(_ households: Range<UInt64>) -> Int { state.persons(households) }

  /// Persons of the first so many households, of however many allotments.
  func persons(of households: UInt64) -> Int {
    stride(from: 0, to: households, by: Allotment.size).reduce(0) {
      $0 + persons($1..<min($1 + UInt64(Allotment.size), households))
    }
  }
}

/// What drawing, settling and counting need.
private struct BudgetWorkerState: ~Copyable {
  private var sampler: PopulationSampler
  private var year: HouseholdYear
  private var block = PopulationBlock()
  private let inpatient = Facts.kind.bit(CareKind.inpatient.rawValue)

  init(_ job: PlaceJob, _ sampler: consuming PopulationSampler) {
    self.sampler = sampler
    self.sampler.yearsBefore = job.yearsBefore
    self.sampler.neverRecognised = job.neverRecognised
    let variant = job.variants[0].variant
    year = HouseholdYear(variant.plan, before: variant.before, monthsRecognised: job.monthsRecognised)
  }

  mutating func persons(_ households: Range<UInt64>) -> Int { sampler.persons(households, .all) }

  mutating func pay(_ households: Range<UInt64>, replicate: Int) -> [Int64] {
    var sums = [Int64](repeating: 0, count: BudgetSums.cells)
    sampler.draw(replicate: UInt64(replicate) + 1, households: households, into: &block)
    for household in block.households {
      year.settle(household, block)
      for member in 0..<Int(household.size) { count(member, of: household, &sums) }
    }
    return sums
  }

  /// Adds what a member got: a person once in each part, a person-time for each payment.
  private func count(_ member: Int, of household: Household, _ sums: inout [Int64]) {
    let total = year.totals[member]
    guard total.assistance + total.tilted + total.premiumSubsidy > .zero else { return }
    var paid: UInt8 = 0
    func add(_ fen: Int64, _ part: Int) {
      guard fen > 0 else { return }
      sums[BudgetSums.cell(part, .amount)] += fen
      sums[BudgetSums.cell(part, .personTimes)] += 1
      if paid & 1 << UInt8(part) == 0 { sums[BudgetSums.cell(part, .persons)] += 1 }
      paid |= 1 << UInt8(part)
    }
    let person = block.persons[Int(household.persons.lowerBound) + member]
    var number = Int(person.episodes.lowerBound)
    year.each(of: member) { result in
      // What is paid late comes after the year's own care and is of stays in hospital but for little.
      let isOutpatient = number < Int(person.episodes.upperBound) && block.episodes[number].facts.bits & inpatient == 0
      number += 1
      add(result.assistance.fen, isOutpatient ? 1 : 0)
      add(result.tilted.fen, 2)
    }
    add(total.premiumSubsidy.fen, 3)
  }
}
