import Rules

/// The probabilities with which identities are given out, solved from the shares of a place.
///
/// A share is of all people, but only some can hold the identity, and poor ones hold it more often: the probability of
/// those who can is set so that the expected share of holders is the stated one.
struct IdentityPlan: Sendable {
  /// Weights of no identity and of each household identity, for 2 × urban + poor.
  let household: [[Double]]
  /// An identity that has a share but nobody who can hold it; nil where there is none.
  let unreachable: IdentityShare?
  /// Probabilities of each person's identity for somebody who can hold it: not poor, poor.
  let person: [(other: Double, poor: Double)]

  init(_ place: PlaceModel) {
    let cut = place.incomes.poorBelow(urbanShare: place.urbanShare)
    let poor = [false, true].map {
      place.incomes.distribution(urban: $0, urbanShare: place.urbanShare).cumulative(cut)
    }
    let living = [1 - place.urbanShare, place.urbanShare]
    var tables = [[Double]](repeating: [1], count: 4)
    var unreachable: IdentityShare?
    for share in place.householdIdentities {
      let reach = (0...1).reduce(0.0) { sum, urban in
        share.residence.admits(urban: urban == 1)
          ? sum + living[urban] * (1 - poor[urban] + share.poorTimes * poor[urban]) : sum
      }
      if reach <= 0, share.share > 0 { unreachable = unreachable ?? share }
      for cell in 0..<4 {
        let p = share.residence.admits(urban: cell >= 2) && reach > 0 ? share.share / reach : 0
        tables[cell].append(cell & 1 == 1 ? p * share.poorTimes : p)
      }
    }
    for cell in 0..<4 { tables[cell][0] = 1 - tables[cell].dropFirst().reduce(0, +) }
    household = tables
    let reachable = Reach(place)
    var person: [(other: Double, poor: Double)] = []
    for share in place.identities {
      var reach = 0.0
      for cell in 0..<4 where share.residence.admits(urban: cell >= 2) {
        let urban = cell / 2
        let inCell = living[urban] * (cell & 1 == 1 ? poor[urban] * share.poorTimes : 1 - poor[urban])
        reach +=
          inCell * reachable.share(share, urban: urban == 1) * (share.withoutHouseholdIdentity ? tables[cell][0] : 1)
      }
      if reach <= 0, share.share > 0 { unreachable = unreachable ?? share }
      let p = reach > 0 ? share.share / reach : 0
      person.append((p, p * share.poorTimes))
    }
    self.person = person
    self.unreachable = unreachable
  }
}
