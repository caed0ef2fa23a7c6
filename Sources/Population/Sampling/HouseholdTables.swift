/// A place made ready for drawing its households and their members.
struct HouseholdTables: ~Copyable {
  /// Members - 1.
  let sizes: Discrete
  /// Age and sex, 2 × age + sex: of first members (0), of others (1).
  let members: Discrete
  /// The household's identity (0 for none) by 2 × urban + poor.
  let identity: Discrete
  /// Income per head: countryside, town.
  let income: [LogNormal]
  let poorBelow: Double
  /// The probability that an adult is insured as an employee: countryside, town.
  let employee: [Double]
  /// Of people who are not: the probability of tier 1, and of tier 1 or 2.
  let tier1: Double
  let insured: Double
  let plan: IdentityPlan
  /// For each age, what the probabilities of a person's identities add up to at most: one comparison settles most
  /// people.
  let anyIdentity: [Double]

  init(_ place: PlaceModel) {
    let plan = IdentityPlan(place)
    let shares = MemberShares(place)
    sizes = Discrete([place.householdSizes.shares])
    members = Discrete([shares.head, shares.other])
    identity = Discrete(plan.household)
    income = [false, true].map { place.incomes.distribution(urban: $0, urbanShare: place.urbanShare) }
    poorBelow = place.incomes.poorBelow(urbanShare: place.urbanShare)
    employee = [false, true].map {
      place.insurance.employee(urban: $0, urbanShare: place.urbanShare, adults: place.pyramid.adults)
    }
    let others = place.insurance.others
    tier1 = others.tier1
    insured = others.tier1 + others.tier2
    anyIdentity = (0...AgePyramid.oldest).map { age in
      zip(place.identities, plan.person).reduce(0) {
        $1.0.ages.contains(age) ? $0 + max($1.1.other, $1.1.poor) : $0
      }
    }
    self.plan = plan
  }
}
