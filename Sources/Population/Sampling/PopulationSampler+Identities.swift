import CGSL
import Rules
import Settlement

/// Gives out identities in whole people. Who could hold one takes part in a race: an exponential time over the weight
/// that poverty gives, and the first to arrive hold it until as many people do as the place has.
extension PopulationSampler {
  /// A whole household holds its identity, so the next that is not too large takes what is left.
  mutating func giveToHouseholds(_ first: UInt64) {
    for (choice, share) in place.householdIdentities.enumerated() {
      var left = quota(share.share, choice, 0)
      guard left > 0 else { continue }
      race.removeAll(keepingCapacity: true)
      for (index, home) in allotment.homes.enumerated()
      where home.choice == nil && share.residence.admits(urban: home.urban) {
        seekIdentity(first + UInt64(index), Self.wholeHousehold, choice)
        race.append((gsl_ran_exponential(random.generator, 1) / (home.poor ? share.poorTimes : 1), index))
      }
      sortRace()
      for runner in race where left > 0 {
        let size = allotment.homes[runner.index].members.count
        guard size <= left else { continue }
        left -= size
        allotment.homes[runner.index].choice = choice
        seekIdentity(first + UInt64(runner.index), Self.wholeHousehold, choice)
        _ = gsl_ran_exponential(random.generator, 1)
        allotment.homes[runner.index].identity = registered(
          hold(share.identity), first + UInt64(runner.index), Self.wholeHousehold, choice)
      }
    }
  }

  /// First those who hold another identity as well, in their stated numbers, then the others.
  mutating func giveToPersons(_ first: UInt64) {
    let own = ownIdentities
    for (choice, share) in place.identities.enumerated() {
      var rest = share.share
      var others: UInt64 = 0
      for (number, overlap) in share.overlaps.enumerated() {
        rest -= share.share * overlap.share
        others |= 1 << UInt64(overlap.identity)
        let other: UInt64 = 1 << UInt64(overlap.identity)
        give(quota(share.share * overlap.share, choice, number + 1), choice, share, first) {
          $0 & other != 0 && $0 & own & ~other == 0
        }
      }
      give(quota(rest, choice, 0, ofPersons: true), choice, share, first) { $0 & (others | own) == 0 }
    }
  }

  private mutating func give(
    _ quota: Int, _ choice: Int, _ share: IdentityShare, _ first: UInt64, to holders: (UInt64) -> Bool
  ) {
    guard quota > 0 else { return }
    race.removeAll(keepingCapacity: true)
    for (index, draft) in allotment.people.enumerated() where share.ages.contains(draft.age) {
      let home = allotment.homes[draft.home]
      guard home.members.count <= share.householdAtMost, share.residence.admits(urban: home.urban),
        share.insurance ?? draft.insurance == draft.insurance,
        !share.withoutHouseholdIdentity || home.choice == nil, draft.choices >> UInt64(choice) & 1 == 0,
        holders(identities(of: draft))
      else { continue }
      seekIdentity(first + UInt64(draft.home), index - home.members.lowerBound, choice)
      race.append((gsl_ran_exponential(random.generator, 1) / (home.poor ? share.poorTimes : 1), index))
    }
    sortRace()
    for runner in race.prefix(quota) { allotment.people[runner.index].choices |= 1 << UInt64(choice) }
  }

  /// What a person holds so far, household's identity included, as bits.
  private func identities(of draft: Allotment.Draft) -> UInt64 {
    var held: UInt64 = 0
    if let choice = allotment.homes[draft.home].choice {
      held |= 1 << UInt64(place.householdIdentities[choice].identity)
    }
    var choices = draft.choices
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
    return late.from <= late.to ? late : nil
  }

  private static var wholeHousehold: Int { 0xFF }

  private func seekIdentity(_ household: UInt64, _ member: Int, _ choice: Int) {
    random.seek(replicate: 0, household: household, purpose: Purpose(.identity, member: member, episode: choice))
  }

  /// How many people of this allotment hold an identity: the running total of all allotments is the stated share to the
  /// person.
  private func quota(_ share: Double, _ choice: Int, _ part: Int, ofPersons: Bool = false) -> Int {
    let kind = (part == 0 && !ofPersons ? 0 : 1) << 12 | part << 8 | choice
    random.seek(replicate: 0, household: 0, purpose: Purpose(.quota, episode: kind))
    let offset = random.uniform()
    let number = Double(allotment.number ?? 0)
    let people = share * place.householdSizes.mean * Double(Allotment.size)
    return Int((people * (number + 1) + offset).rounded(.down)) - Int((people * number + offset).rounded(.down))
  }

  private mutating func sortRace() {
    race.sort { $0.time == $1.time ? $0.index < $1.index : $0.time < $1.time }
  }
}
