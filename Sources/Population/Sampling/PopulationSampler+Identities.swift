import CGSL
import Rules
import Settlement

/// Gives out identities in whole people. Who could hold one takes part in a race: an exponential time over the weight
/// that poverty gives, and the first to arrive hold it until as many people do as the place has.
extension PopulationSampler {
  /// A whole household holds its identity, so the next that is not too large takes what is left; where all are too large,
  /// some members of the next one hold it alone, as single persons can (单人保).
  mutating func giveToHouseholds(_ first: UInt64) {
    for choice in place.householdIdentities.indices {
      let share = place.householdIdentities[choice]
      var left = quota { heldByHouseholds(share.share, choice, before: $0) }
      guard left > 0 else { continue }
      for index in allotment.homes.indices {
        // Who does not run never arrives.
        arrivals[index] = .infinity
        guard allotment.homes[index].choice == nil, share.residence.admits(urban: allotment.homes[index].urban)
        else { continue }
        seekIdentity(first + UInt64(index), Self.wholeHousehold, choice)
        arrivals[index] =
          gsl_ran_exponential(random.generator, 1) / (allotment.homes[index].poor ? share.poorTimes : 1)
      }
      while left > 0, let index = firstHome(ofAtMost: left) {
        left -= allotment.homes[index].members.count
        give(choice, toHousehold: index, members: allotment.homes[index].members.count, of: first)
      }
      if left > 0, let index = firstHome(ofAtMost: .max) {
        give(choice, toHousehold: index, members: left, of: first)
      }
    }
  }

  /// The first to arrive of the households that hold nothing yet and are not too large. Few are asked for, so that looking
  /// through all of them takes less than sorting.
  private func firstHome(ofAtMost members: Int) -> Int? {
    var (found, time) = (Int?.none, Double.infinity)
    for index in allotment.homes.indices where arrivals[index] < time {
      guard allotment.homes[index].choice == nil, allotment.homes[index].members.count <= members else { continue }
      (found, time) = (index, arrivals[index])
    }
    return found
  }

  private mutating func give(_ choice: Int, toHousehold index: Int, members: Int, of first: UInt64) {
    let identity = place.householdIdentities[choice].identity
    allotment.homes[index].choice = choice
    allotment.homes[index].covered = members
    for member in allotment.homes[index].members.prefix(members) {
      allotment.people[member].held |= 1 << UInt64(identity)
    }
    seekIdentity(first + UInt64(index), Self.wholeHousehold, choice)
    _ = gsl_ran_exponential(random.generator, 1)
    allotment.homes[index].identity = registered(
      hold(identity), first + UInt64(index), Self.wholeHousehold, choice)
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
    var race = Race(places: quota)
    for index in allotment.people.indices {
      let age = allotment.people[index].age
      guard share.ages.lowerBound <= age, age <= share.ages.upperBound, holders(allotment.people[index].held),
        share.insurance.map({ $0 == allotment.people[index].insurance }) ?? true,
        allotment.people[index].choices >> UInt64(choice) & 1 == 0
      else { continue }
      let home = allotment.people[index].home
      let members = allotment.homes[home].members
      guard members.count <= share.householdAtMost, share.residence.admits(urban: allotment.homes[home].urban),
        !share.withoutHouseholdIdentity || allotment.homes[home].choice == nil
      else { continue }
      seekIdentity(first + UInt64(home), index - members.lowerBound, choice)
      let weight = allotment.homes[home].poor ? share.poorTimes : 1
      // Most have lost whatever the logarithm says, and that of only a few is asked for.
      let u = random.uniform()
      guard race.isOpen(at: Exponential.least(u) / weight) else { continue }
      race.arrive(index, at: Exponential.time(u) / weight)
    }
    for index in race.winners {
      allotment.people[index].choices |= 1 << UInt64(choice)
      allotment.people[index].held |= 1 << UInt64(share.identity)
    }
    return race.count
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
    let u = random.uniform()
    let takeUp = place.takeUp
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
}
