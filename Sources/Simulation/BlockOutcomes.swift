/// What the people of a block got under a variant, for the variants that are compared with it.
struct BlockOutcomes: Sendable {
  /// Assistance and premium subsidy of each person, fen.
  var got: [Int64] = []
  /// Who is counted among those who hold the identity of the illness-impoverished, by household, as bits by member.
  var holders: [UInt64] = []

  mutating func begin(persons: Int, households: Int) {
    got.removeAll(keepingCapacity: true)
    got.append(contentsOf: repeatElement(0, count: persons))
    holders.removeAll(keepingCapacity: true)
    holders.append(contentsOf: repeatElement(0, count: households))
  }
}
