import Rules

/// Which share of a residence's people meets the conditions of an identity on age, household and insurance.
struct Reach {
  private let place: PlaceModel
  private let members: MemberShares

  init(_ place: PlaceModel) {
    self.place = place
    members = MemberShares(place)
  }

  /// The share of all people who can hold the identity, poor or not.
  func share(_ identity: IdentityShare) -> Double {
    [(false, 1 - place.urbanShare), (true, place.urbanShare)].reduce(0) { sum, part in
      identity.residence.admits(urban: part.0) ? sum + part.1 * share(identity, urban: part.0) : sum
    }
  }

  /// The share of people of a residence who can hold the identity, poor or not.
  func share(_ identity: IdentityShare, urban: Bool) -> Double {
    let sizes = place.householdSizes
    var (heads, others) = (0.0, 0.0)
    for (index, share) in sizes.shares.enumerated() where index + 1 <= identity.householdAtMost {
      heads += share / sizes.mean
      others += share * Double(index) / sizes.mean
    }
    var result = 0.0
    for age in identity.ages {
      let insured = insured(identity.insurance, urban: urban, adult: age >= AgePyramid.adult)
      for cell in [2 * age, 2 * age + 1] {
        result += insured * (heads * members.head[cell] + others * members.other[cell])
      }
    }
    return result
  }

  private func insured(_ kind: InsuranceType?, urban: Bool, adult: Bool) -> Double {
    guard let kind else { return 1 }
    let employee =
      adult
      ? place.insurance.employee(urban: urban, urbanShare: place.urbanShare, adults: place.pyramid.adults) : 0
    let others = place.insurance.others
    switch kind {
    case .employee: return employee
    case .residentTier1: return (1 - employee) * others.tier1
    case .residentTier2: return (1 - employee) * others.tier2
    case .none: return (1 - employee) * others.none
    }
  }
}
