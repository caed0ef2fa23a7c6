import Input

extension IdentityPlan {
  /// What makes the shares of a place impossible; nil where they can be met.
  static func fault(of place: PlaceModel) -> Refusal? {
    func refuse(_ key: String, _ reason: String, _ hint: String? = nil, line: Int = 1) -> Refusal {
      Refusal(Diagnostic(at: Place(file: place.file, line: line), key: key, reason, hint: hint))
    }
    let employees = [false, true].map {
      place.insurance.employee(urban: $0, urbanShare: place.urbanShare, adults: place.pyramid.adults)
    }
    guard employees.allSatisfy({ $0 <= 1 }) else {
      return refuse(
        "insurance", "more adults of one residence would be employees than there are",
        "lower employee, or bring employeeUrbanTimes nearer to 1")
    }
    guard place.pyramid.adults > 1 / place.householdSizes.mean else {
      return refuse("ages", "there are fewer adults than households to head")
    }
    let plan = IdentityPlan(place)
    if let nobody = plan.unreachable {
      return refuse(
        nobody.key, "nobody of this place can hold the identity",
        "look at its residence, ages, householdAtMost and insurance, or set its share to 0", line: nobody.line)
    }
    for (cell, weights) in plan.household.enumerated() where !(weights[0] >= 0) {
      let who = "\(cell & 1 == 1 ? "poor" : "other") \(cell >= 2 ? "urban" : "rural") household"
      return refuse(
        "identities.household", "a \(who) would hold \((1 - weights[0]).plain) identities on average",
        "a household holds one at most: lower shares or poorTimes, or raise income.poorShare",
        line: place.householdIdentities.first?.line ?? 1)
    }
    // One draw decides for all identities of a person, so their probabilities together must not pass one.
    for age in 0...AgePyramid.oldest {
      let sum = zip(place.identities, plan.person).reduce(0) {
        $1.0.ages.contains(age) ? $0 + max($1.1.other, $1.1.poor) : $0
      }
      guard sum <= 1 else {
        return refuse(
          "identities.person", "somebody of age \(age) could hold \(sum.plain) identities on average",
          "too few people can hold them: lower shares or poorTimes, or widen ages and householdAtMost",
          line: place.identities.first?.line ?? 1)
      }
    }
    return nil
  }
}
