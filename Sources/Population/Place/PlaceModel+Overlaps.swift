import Input

extension PlaceModel {
  /// Identities of persons in the order in which they are given out, each after those of them that it overlaps with;
  /// nil where they wait for each other in a circle.
  var ownOrder: [Int]? {
    let own = Set(identities.map(\.identity))
    var (order, given) = ([Int](), Set<UInt8>())
    while order.count < identities.count {
      let next = identities.indices.first { index in
        !order.contains(index)
          && identities[index].overlaps.allSatisfy { !own.contains($0.identity) || given.contains($0.identity) }
      }
      guard let next else { return nil }
      order.append(next)
      given.insert(identities[next].identity)
    }
    return order
  }

  /// An overlap that cannot be met; nil where all can.
  var overlapFault: Refusal? {
    // Whom the overlaps read so far take of the holders of an identity: nobody is counted for two of them.
    var taken: [UInt8: Double] = [:]
    for share in identities where share.share > 0 {
      for overlap in share.overlaps where overlap.share > 0 {
        if let fault = fault(overlap, of: share, taken: taken[overlap.identity, default: 0]) { return fault }
        taken[overlap.identity, default: 0] += share.share * overlap.share
      }
    }
    guard ownOrder == nil, let first = identities.first(where: { !$0.overlaps.isEmpty }) else { return nil }
    return refuse(
      "\(first.key).overlaps", "identities of persons overlap with each other in a circle",
      "state each overlap at one of its two identities", line: first.line)
  }

  /// An identity for which those given out before it leave too few; nil where there is room for all.
  var crowdFault: Refusal? {
    let reach = Reach(self)
    let withIdentity = householdIdentities.reduce(0) { $0 + $1.share }
    var given: [IdentityShare] = []
    for share in (ownOrder ?? []).map({ identities[$0] }) where share.share > 0 {
      let others = householdIdentities.filter { other in share.overlaps.contains { $0.identity == other.identity } }
      let can = reach.share(share) * (share.withoutHouseholdIdentity ? 1 - withIdentity : 1)
      let left = (given + others).reduce(can) { $0 - holders(of: $1, whoMeet: share) }
      let alone = share.share * (1 - share.overlaps.reduce(0) { $0 + $1.share })
      guard alone <= Self.room * max(0, left) else {
        return refuse(
          share.key,
          "\(people(alone, share.isCounted)) hold the identity and no other, but other identities leave "
            + number(max(0, left), share.isCounted),
          "a person holds one identity besides the household's, and a fifth of those who can must be left without: "
            + "lower the \(share.isCounted ? "counts" : "shares"), or state overlaps", line: share.line)
      }
      given.append(share)
    }
    return nil
  }

  private func fault(_ overlap: Overlap, of share: IdentityShare, taken: Double) -> Refusal? {
    let (key, name) = ("\(share.key).overlaps.\(overlap.name)", overlap.name)
    guard overlap.identity != share.identity else {
      return refuse(key, "an identity does not overlap with itself", "take it out", line: share.line)
    }
    let isOfHousehold = householdIdentities.contains { $0.identity == overlap.identity }
    if share.withoutHouseholdIdentity, isOfHousehold {
      return refuse(
        key, "holders belong to households without a household identity, and \(name) is one",
        "take out the overlap or withoutHouseholdIdentity", line: share.line)
    }
    guard
      let other = (householdIdentities + identities).first(where: { $0.identity == overlap.identity && $0.share > 0 })
    else {
      return refuse(
        key, "nobody of this place holds \(name)", "give it a share or count of its own, or take out the overlap",
        line: share.line)
    }
    let (both, can) = (taken + share.share * overlap.share, holders(of: other, whoMeet: share))
    guard both <= Self.room * can else {
      return refuse(
        key,
        "\(people(both, share.isCounted)) would hold \(name) and another identity, but only "
          + "\(number(can, share.isCounted)) can",
        "a fifth of those who can must be left without: lower the overlap, or look at residence, ages, "
          + "householdAtMost and insurance of both", line: share.line)
    }
    return nil
  }

  /// The share of all people who hold an identity and meet the conditions of another.
  private func holders(of other: IdentityShare, whoMeet share: IdentityShare) -> Double {
    let reach = Reach(self)
    let (youngest, oldest) = (
      max(share.ages.lowerBound, other.ages.lowerBound), min(share.ages.upperBound, other.ages.upperBound)
    )
    let isElsewhere = share.residence != .any && other.residence != .any && share.residence != other.residence
    let isInsuredElsewise = share.insurance != nil && other.insurance != nil && share.insurance != other.insurance
    guard youngest <= oldest, !isElsewhere, !isInsuredElsewise else { return 0 }
    var both = share
    both.ages = youngest...oldest
    both.residence = share.residence == .any ? other.residence : share.residence
    both.householdAtMost = min(share.householdAtMost, other.householdAtMost)
    both.insurance = share.insurance ?? other.insurance
    let can = reach.share(other)
    return can > 0 ? other.share * reach.share(both) / can : 0
  }
}
