import Money
import Population
import Rules
import Settlement

/// Settles one household under one variant, with recognition of illness-impoverished members.
///
/// A class, so that handing it on for booking copies neither its plan nor its buffers; each worker has its own.
package final class HouseholdSettler {
  private var settler: Settler
  private let illness: UInt8?
  private let excluding: UInt64
  private let line: Yuan
  /// One result a member, and one list of episode results a member.
  package private(set) var totals: [PersonResult] = []
  package private(set) var episodes: [[EpisodeResult]] = []
  /// Members recognised within the year, as bits.
  private(set) var recognised: UInt64 = 0
  private var identities: [HeldIdentity] = []
  private var burdens: [(day: Day, amount: Int64)] = []

  /// Prepares settling under a plan.
  package init(_ plan: Plan) {
    settler = Settler(plan)
    illness = plan.book.recognition?.identity
    excluding = plan.book.recognition?.excluding ?? 0
    line = plan.recognitionLine
  }

  /// The plan it settles under.
  var plan: Plan { settler.plan }

  /// Settles every member's year.
  package func settle(_ household: Household, _ block: PopulationBlock) {
    let members = Int(household.persons.lowerBound)..<Int(household.persons.upperBound)
    while episodes.count < members.count { episodes.append([]) }
    totals.removeAll(keepingCapacity: true)
    recognised = 0
    for (index, member) in members.enumerated() {
      let person = block.persons[member]
      let held = block.identities.span.extracting(Int(person.identities.lowerBound)..<Int(person.identities.upperBound))
      totals.append(settle(person, held, block, into: index))
    }
    if household.applies { recognise(household, block, members) }
  }

  private func settle(
    _ person: Person, _ held: Span<HeldIdentity>, _ block: PopulationBlock, into index: Int
  ) -> PersonResult {
    let care = block.episodes.span.extracting(Int(person.episodes.lowerBound)..<Int(person.episodes.upperBound))
    var trace = NoTrace()
    return settler.settle(person.year, held, care, into: &episodes[index], trace: &trace)
  }

  /// A household whose own payments are high and leave it less per head than the line applies; the member with the
  /// heaviest burden is recognised after the drawn delay, and the year is settled again with that identity and its
  /// look-back.
  private func recognise(_ household: Household, _ block: PopulationBlock, _ members: Range<Int>) {
    guard let illness, line > .zero else { return }
    let need = Int64(household.size) * line.fen
    let high = plan.recognitionShare.of(Yuan(fen: household.income)).fen
    guard !members.contains(where: { block.persons[$0].identitySet & (excluding | 1 << UInt64(illness)) != 0 }) else {
      return
    }
    let total = totals.reduce(Int64(0)) { $0 + $1.selfPaid.fen }
    guard total > high, household.income - total < need else { return }
    guard let applied = dayOfNeed(household, block, members, beyond: max(high, household.income - need)) else { return }
    let from = Day(number: applied.number + Int32(household.recognitionDelayDays))
    guard from <= Day.last(of: plan.year),
      let heaviest = totals.indices.max(by: { totals[$0].selfPaid < totals[$1].selfPaid })
    else { return }
    let person = block.persons[members.lowerBound + heaviest]
    identities.removeAll(keepingCapacity: true)
    for index in Int(person.identities.lowerBound)..<Int(person.identities.upperBound) {
      identities.append(block.identities[index])
    }
    identities.append(HeldIdentity(illness, from: from, applied: applied, medicalExpense: true))
    let held = identities
    totals[heaviest] = settle(person, held.span, block, into: heaviest)
    recognised = 1 << UInt64(heaviest)
  }

  /// The day on which the household's own payments passed what it could spare.
  private func dayOfNeed(
    _ household: Household, _ block: PopulationBlock, _ members: Range<Int>, beyond spare: Int64
  ) -> Day? {
    burdens.removeAll(keepingCapacity: true)
    for (index, member) in members.enumerated() {
      let first = Int(block.persons[member].episodes.lowerBound)
      for (offset, result) in episodes[index].enumerated() where result.selfPaid > .zero {
        burdens.append((block.episodes[first + offset].day, result.selfPaid.fen))
      }
    }
    burdens.sort { $0.day < $1.day }
    var sum: Int64 = 0
    for burden in burdens {
      sum += burden.amount
      if sum > spare { return burden.day }
    }
    return nil
  }
}
