import Money
import Population
import Settlement

/// Settles households one after the other, for whom asks about single ones; `VariantWorker` settles millions.
package final class HouseholdSettler {
  private var year: HouseholdYear

  /// Prepares settling.
  ///
  /// - Parameters:
  ///   - before: the rules of the year before, under which its care is settled.
  ///   - monthsRecognised: for how many months an identity from recognition is held.
  package init(_ plan: Plan, before: Plan, monthsRecognised: Int = HouseholdSettler.monthsAssumed) {
    year = HouseholdYear(plan, before: before, monthsRecognised: monthsRecognised)
  }

  /// How long an identity lasts that was recognised because of illness: an assumption; docs/model.md.
  package static let monthsAssumed = 12

  /// Settles every member's year.
  package func settle(_ household: Household, _ block: PopulationBlock) { year.settle(household, block) }

  /// The rules of the year.
  var plan: Plan { year.plan }
  /// One result a member.
  package var totals: [PersonResult] { year.totals }
  /// Members recognised within the year, as bits.
  package var recognised: UInt64 { year.recognised }
  /// Members who hold the identity at some time of the year, recognised in it or in the year before, as bits.
  package var holders: UInt64 { year.holders }
  /// What recognition gave to which member.
  var gained: [(member: Int, identity: HeldIdentity)] { year.gained }

  /// The results of a member's episodes, and after them what is paid late.
  package func episodes(of member: Int) -> [EpisodeResult] {
    var list: [EpisodeResult] = []
    year.each(of: member) { list.append($0) }
    return list
  }

  /// Assistance of the year for a member's care of the year before.
  package func late(_ member: Int) -> Yuan { year.late(member) }
}
