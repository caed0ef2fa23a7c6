/// A place made ready for drawing its households and their members.
struct HouseholdTables: ~Copyable {
  /// Shares of households with 1, 2, ... members.
  let sizeShares: [Double]
  /// Age and sex, 2 × age + sex: of first members (0), of others (1).
  let members: Discrete
  /// Income per head: countryside, town.
  let income: [LogNormal]
  let poorBelow: Double
  /// The probability that an adult is insured as an employee: countryside, town.
  let employee: [Double]
  /// Of people who are not: the probability of tier 1, and of tier 1 or 2.
  let tier1: Double
  let insured: Double

  init(_ place: PlaceModel) {
    let shares = MemberShares(place)
    sizeShares = place.householdSizes.shares
    members = Discrete([shares.head, shares.other])
    income = [false, true].map { place.incomes.distribution(urban: $0, urbanShare: place.urbanShare) }
    poorBelow = place.incomes.poorBelow(urbanShare: place.urbanShare)
    employee = [false, true].map {
      place.insurance.employee(urban: $0, urbanShare: place.urbanShare, adults: place.pyramid.adults)
    }
    let others = place.insurance.others
    tier1 = others.tier1
    insured = others.tier1 + others.tier2
  }
}
