/// Age and sex of the first member of a household, who is an adult, and of the others.
///
/// Every household needs an adult. If the first member is drawn from the adults of the census, and the others from what
/// the census holds beyond those, then all members together have the census's ages and sexes exactly.
struct MemberShares: Sendable {
  /// Shares of first members by 2 × age + sex.
  let head: [Double]
  /// Shares of the other members.
  let other: [Double]

  init(_ place: PlaceModel) {
    let (all, adults) = (place.pyramid.shares, place.pyramid.adults)
    let heads = 1 / place.householdSizes.mean
    let head = all.enumerated().map { $0.offset >= 2 * AgePyramid.adult ? $0.element / adults : 0 }
    self.head = head
    // Not below zero while there are more adults than households, which the reader checks.
    other = zip(all, head).map { max(0, ($0 - heads * $1) / (1 - heads)) }
  }
}
