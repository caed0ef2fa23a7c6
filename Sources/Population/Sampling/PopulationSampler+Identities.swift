import CGSL
import Rules
import Settlement

/// Gives out identities in whole people. Who could hold one takes part in a race: an exponential time over the weight
/// that poverty gives, and the first to arrive hold it until as many people do as the place has.
extension PopulationSampler {
  /// A whole household holds its identity, so the next that is not too large takes what is left; where all are too large,
  /// some members of the next one hold it alone, as single persons can (单人保).
  mutating func giveToHouseholds(_ first: UInt64) {
    for (choice, share) in place.householdIdentities.enumerated() {
      var left = quota { heldByHouseholds(share.share, choice, before: $0) }
      guard left > 0 else { continue }
      race.removeAll(keepingCapacity: true)
      for (index, home) in allotment.homes.enumerated()
      where home.choice == nil && share.residence.admits(urban: home.urban) {
        seekIdentity(first + UInt64(index), Self.wholeHousehold, choice)
        race.append((gsl_ran_exponential(random.generator, 1) / (home.poor ? share.poorTimes : 1), index))
      }
      sortRace()
      for runner in race where left > 0 && allotment.homes[runner.index].members.count <= left {
        left -= allotment.homes[runner.index].members.count
        give(choice, toHousehold: runner.index, of: first)
      }
      if left > 0, let runner = race.first(where: { allotment.homes[$0.index].choice == nil }) {
        give(choice, toHousehold: runner.index, of: first)
        allotment.homes[runner.index].covered = left
      }
    }
  }

  private mutating func give(_ choice: Int, toHousehold index: Int, of first: UInt64) {
    allotment.homes[index].choice = choice
    allotment.homes[index].covered = allotment.homes[index].members.count
    seekIdentity(first + UInt64(index), Self.wholeHousehold, choice)
    _ = gsl_ran_exponential(random.generator, 1)
    allotment.homes[index].identity = registered(
      hold(place.householdIdentities[choice].identity), first + UInt64(index), Self.wholeHousehold, choice)
  }

  /// First those who hold another identity as well, in their stated numbers, then the others.
  mutating func giveToPersons(_ first: UInt64) {
    let own = ownIdentities
    for choice in ownOrder {
      let share = place.identities[choice]
      var others: UInt64 = 0
      // Whom an allotment cannot give both identities holds this one alone, so that its number is met.
      var left = quota { heldAlone(choice, before: $0) }
      for (number, overlap) in share.overlaps.enumerated() {
        let other: UInt64 = 1 << UInt64(overlap.identity)
        others |= other
        let both = quota { heldBesides(choice, number, before: $0) }
        left += both
        left -= give(both, choice, share, first) { $0 & other != 0 && $0 & own & ~other == 0 }
      }
      _ = give(left, choice, share, first) { $0 & (others | own) == 0 }
    }
  }

  /// - Returns: how many people hold it now.
  private mutating func give(
    _ quota: Int, _ choice: Int, _ share: IdentityShare, _ first: UInt64, to holders: (UInt64) -> Bool
  ) -> Int {
    guard quota > 0 else { return 0 }
    race.removeAll(keepingCapacity: true)
    for (index, draft) in allotment.people.enumerated() where share.ages.contains(draft.age) {
      let home = allotment.homes[draft.home]
      guard home.members.count <= share.householdAtMost, share.residence.admits(urban: home.urban),
        share.insurance ?? draft.insurance == draft.insurance,
        !share.withoutHouseholdIdentity || home.choice == nil, draft.choices >> UInt64(choice) & 1 == 0,
        holders(identities(of: index))
      else { continue }
      seekIdentity(first + UInt64(draft.home), index - home.members.lowerBound, choice)
      race.append((gsl_ran_exponential(random.generator, 1) / (home.poor ? share.poorTimes : 1), index))
    }
    sortRace()
    for runner in race.prefix(quota) { allotment.people[runner.index].choices |= 1 << UInt64(choice) }
    return min(quota, race.count)
  }

  /// What a person holds so far, household's identity included, as bits.
  private func identities(of member: Int) -> UInt64 {
    var held: UInt64 = 0
    if let choice = allotment.householdChoice(of: member) {
      held |= 1 << UInt64(place.householdIdentities[choice].identity)
    }
    var choices = allotment.people[member].choices
    while choices != 0 {
      held |= 1 << UInt64(place.identities[choices.trailingZeroBitCount].identity)
      choices &= choices - 1
    }
    return held
  }

  /// A person's identity with its days, as drawn for that person; nil where the office never learns of it.
  func holdOwn(_ choice: Int, household: UInt64, member: Int) -> HeldIdentity? {
    seekIdentity(household, member, choice)
    _ = gsl_ran_exponential(random.generator, 1)
    return registered(hold(place.identities[choice].identity), household, member, choice)
  }

  /// The identity as the insurance office knows it; nil where it never does.
  private func registered(
    _ held: HeldIdentity, _ household: UInt64, _ member: Int, _ choice: Int
  ) -> HeldIdentity? {
    random.seek(
      replicate: 0, household: household, purpose: Purpose(.registration, member: member, episode: choice))
    let (u, takeUp) = (random.uniform(), place.takeUp)
    guard u < takeUp.registered else { return nil }
    guard u < takeUp.registered * takeUp.late else { return held }
    let days = Int32(takeUp.lateDays.lowerBound + random.below(takeUp.lateDays.count))
    var late = held
    late.from = Day(number: (held.from == .distantPast ? calendar.first : held.from).number + days)
    if held.from == .distantPast { late.applied = late.from }
    return late.from <= min(late.to, thisYear.last) ? late : nil
  }

  private static var wholeHousehold: Int { 0xFF }

  private func seekIdentity(_ household: UInt64, _ member: Int, _ choice: Int) {
    random.seek(replicate: 0, household: household, purpose: Purpose(.identity, member: member, episode: choice))
  }

  private mutating func sortRace() {
    race.sort { $0.time == $1.time ? $0.index < $1.index : $0.time < $1.time }
  }
}
