import Input
import Rules

/// The probabilities with which identities are given out, solved from the shares of a place.
///
/// A share is of all people, but only some can hold the identity, and poor ones hold it more often: the probability of
/// those who can is set so that the expected share of holders is the stated one.
struct IdentityPlan: Sendable {
  /// Weights of no identity and of each household identity, for 2 × urban + poor.
  let household: [[Double]]
  /// Probabilities of each person's identity for somebody who can hold it: not poor, poor.
  let person: [(other: Double, poor: Double)]

  init(_ place: PlaceModel) {
    let cut = place.incomes.poorBelow(urbanShare: place.urbanShare)
    let poor = [false, true].map {
      place.incomes.distribution(urban: $0, urbanShare: place.urbanShare).cumulative(cut)
    }
    let living = [1 - place.urbanShare, place.urbanShare]
    var tables = [[Double]](repeating: [1], count: 4)
    for share in place.householdIdentities {
      let reach = (0...1).reduce(0.0) { sum, urban in
        share.residence.admits(urban: urban == 1)
          ? sum + living[urban] * (1 - poor[urban] + share.poorTimes * poor[urban]) : sum
      }
      for cell in 0..<4 {
        let p = share.residence.admits(urban: cell >= 2) && reach > 0 ? share.share / reach : 0
        tables[cell].append(cell & 1 == 1 ? p * share.poorTimes : p)
      }
    }
    for cell in 0..<4 { tables[cell][0] = 1 - tables[cell].dropFirst().reduce(0, +) }
    household = tables
    let reachable = Reach(place)
    person = place.identities.map { share in
      var reach = 0.0
      for cell in 0..<4 where share.residence.admits(urban: cell >= 2) {
        let urban = cell / 2
        let inCell = living[urban] * (cell & 1 == 1 ? poor[urban] * share.poorTimes : 1 - poor[urban])
        reach +=
          inCell * reachable.share(share, urban: urban == 1) * (share.withoutHouseholdIdentity ? tables[cell][0] : 1)
      }
      let p = share.share == 0 ? 0 : share.share / reach
      return (p, p * share.poorTimes)
    }
  }

  /// What makes the shares of a place impossible; nil where they can be met.
  static func fault(of place: PlaceModel) -> Refusal? {
    let at = Place(file: place.file, line: 1)
    let employee = place.insurance.employee(urban: true, urbanShare: place.urbanShare, adults: place.pyramid.adults)
    let country = place.insurance.employee(urban: false, urbanShare: place.urbanShare, adults: place.pyramid.adults)
    if !(max(employee, country) <= 1) {
      return Refusal(
        Diagnostic(
          at: at, key: "insurance", "more adults of one residence would be employees than there are",
          hint: "lower employee, or bring employeeUrbanTimes nearer to 1"))
    }
    if place.pyramid.adults <= 1 / place.householdSizes.mean {
      return Refusal(Diagnostic(at: at, key: "ages", "there are fewer adults than households to head"))
    }
    let plan = IdentityPlan(place)
    for (cell, weights) in plan.household.enumerated() where !(weights[0] >= 0) {
      let who = "\(cell & 1 == 1 ? "poor" : "other") \(cell >= 2 ? "urban" : "rural") household"
      return Refusal(
        Diagnostic(
          at: at, key: "identities.household", "a \(who) would hold \((1 - weights[0]).plain) identities on average",
          hint: "a household holds one at most: lower shares or poorTimes, or raise income.poorShare"))
    }
    // One draw decides for all identities of a person, so their probabilities together must not pass one.
    for age in 0...AgePyramid.oldest {
      let sum = zip(place.identities, plan.person).reduce(0) { sum, pair in
        pair.0.ages.contains(age) && pair.0.share > 0 ? sum + max(pair.1.other, pair.1.poor) : sum
      }
      guard sum <= 1 else {
        return Refusal(
          Diagnostic(
            at: at, key: "identities.person", "somebody of age \(age) could hold \(sum.plain) identities on average",
            hint: "too few people can hold them: lower shares or poorTimes, or widen ages and householdAtMost"))
      }
    }
    return nil
  }
}
