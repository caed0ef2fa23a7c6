import Money
import Population
import Rules
import Settlement

/// Settles one household under one variant, with recognition of illness-impoverished members.
///
/// A class, so that handing it on for booking copies neither its plan nor its buffers; each worker has its own.
package final class HouseholdSettler {
  var settler: Settler
  var settlerBefore: Settler
  /// One result a member, and one list of episode results a member; what is paid within the year for care of the year
  /// before stands at the end of the list.
  package internal(set) var totals: [PersonResult] = []
  package internal(set) var episodes: [[EpisodeResult]] = []
  /// The same of the year before, as it was known by the end of that year; only where recognition looks at it.
  var episodesBefore: [[EpisodeResult]] = []
  /// Members recognised within the year, as bits.
  package internal(set) var recognised: UInt64 = 0
  /// Members who hold the identity at some time of the year, recognised in it or in the year before, as bits.
  package internal(set) var holders: UInt64 = 0
  /// Assistance of the year for care of the year before, by member.
  package internal(set) var late: [Yuan] = []
  /// The year's benefit and flag for each of the year before, whose rules may have others; -1 for none.
  let benefitOfYear: [Int8]
  let flagOfYear: [Int8]
  /// How long an identity lasts that was recognised because of illness.
  let monthsRecognised: Int
  /// The same where nothing else is tried: an assumption; docs/model.md.
  package static let monthsAssumed = 12
  /// What recognition gave to which member.
  var gained: [(member: Int, identity: HeldIdentity)] = []
  var burdens: [Burden] = []

  /// What a household paid itself on a day.
  struct Burden {
    var day: Day
    var member: Int
    var fen: Int64
  }

  /// Prepares settling.
  ///
  /// - Parameters:
  ///   - before: the rules of the year before, under which its care is settled.
  ///   - monthsRecognised: for how many months an identity from recognition is held.
  package init(_ plan: Plan, before: Plan, monthsRecognised: Int = HouseholdSettler.monthsAssumed) {
    self.monthsRecognised = monthsRecognised
    settler = Settler(plan)
    settlerBefore = Settler(before)
    benefitOfYear = before.book.benefits.map { old in
      Int8(plan.book.benefits.firstIndex { $0.id == old.id } ?? -1)
    }
    flagOfYear = before.flags.map { old in
      Int8(plan.flags.firstIndex { $0.id == old.id && $0.kind == old.kind } ?? -1)
    }
  }

  /// The plan it settles under.
  var plan: Plan { settler.plan }

  /// Settles every member's year.
  package func settle(_ household: Household, _ block: PopulationBlock) {
    let members = Int(household.persons.lowerBound)..<Int(household.persons.upperBound)
    while episodes.count < members.count {
      episodes.append([])
      episodesBefore.append([])
    }
    totals.removeAll(keepingCapacity: true)
    (recognised, holders) = (0, 0)
    late.removeAll(keepingCapacity: true)
    for (index, member) in members.enumerated() {
      let person = block.persons[member]
      let held = block.identities.span.extracting(Int(person.identities.lowerBound)..<Int(person.identities.upperBound))
      let care = block.episodes.span.extracting(Int(person.episodes.lowerBound)..<Int(person.episodes.upperBound))
      totals.append(settler.settle(person.year, held, care, into: &episodes[index]))
      late.append(.zero)
    }
    if mayBeRecognised(household, block, members) { recognise(household, block, members) }
  }
}
