import Rules

/// How many people hold an identity in the allotments before one: the stated share to the person, so that an allotment
/// gets the difference of two running totals.
extension PopulationSampler {
  /// How many people of the allotment at hand a running total gives an identity.
  func quota(_ total: (UInt64) -> Int) -> Int {
    let number = allotment.number ?? 0
    return total(number + 1) - total(number)
  }

  /// People of households that hold an identity together.
  func heldByHouseholds(_ share: Double, _ choice: Int, before number: UInt64) -> Int {
    whole(people(share, before: number), phase: choice)
  }

  /// People who hold an identity and none of those that it overlaps with.
  func heldAlone(_ choice: Int, before number: UInt64) -> Int {
    let share = place.identities[choice]
    let alone = share.share * (1 - share.overlaps.reduce(0) { $0 + $1.share })
    return whole(people(alone, before: number), phase: 1 << 12 | choice)
  }

  /// People who hold an identity and the one of its overlap `number`: a part of that one's holders, so that they are
  /// asked for where there are holders, however rare those are.
  func heldBesides(_ choice: Int, _ number: Int, before allotment: UInt64) -> Int {
    let share = place.identities[choice]
    let (holders, among) = held(share.overlaps[number].identity, before: allotment)
    guard among > 0 else { return 0 }
    let part = min(1, share.share * share.overlaps[number].share / among)
    return whole(Double(holders) * part, phase: 1 << 12 | (number + 1) << 8 | choice)
  }

  /// Holders of an identity who hold none of a person's own besides, and their share of all people.
  private func held(_ identity: UInt8, before number: UInt64) -> (holders: Int, share: Double) {
    if let choice = place.householdIdentities.firstIndex(where: { $0.identity == identity }) {
      let share = place.householdIdentities[choice].share
      return (heldByHouseholds(share, choice, before: number), share)
    }
    guard let choice = place.identities.firstIndex(where: { $0.identity == identity }) else { return (0, 0) }
    let share = place.identities[choice]
    var (holders, rest) = (heldAlone(choice, before: number), 1.0)
    for (index, overlap) in share.overlaps.enumerated() {
      if ownIdentities >> UInt64(overlap.identity) & 1 == 1 {
        rest -= overlap.share
      } else {
        holders += heldBesides(choice, index, before: number)
      }
    }
    return (holders, share.share * rest)
  }

  private func people(_ share: Double, before number: UInt64) -> Double {
    share * place.householdSizes.mean * Double(Allotment.size) * Double(number)
  }

  /// Rounds up or down with one uniform for all allotments, which makes the expected number exact.
  private func whole(_ number: Double, phase: Int) -> Int {
    random.seek(replicate: 0, household: 0, purpose: Purpose(.quota, episode: phase))
    return Int((number + random.uniform()).rounded(.down))
  }
}
