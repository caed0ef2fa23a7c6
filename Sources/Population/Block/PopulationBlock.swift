import Settlement

/// People of one block with their year, in flat arrays that are filled again and again.
public struct PopulationBlock: Hashable, Sendable {
  /// Households in the order of their numbers.
  public internal(set) var households: [Household] = []
  /// Persons, household by household.
  public internal(set) var persons: [Person] = []
  /// Identities, person by person.
  public internal(set) var identities: [HeldIdentity] = []
  /// Episodes, person by person in order of date.
  public internal(set) var episodes: [Episode] = []
  /// Episodes of the year before, person by person in order of date.
  public internal(set) var earlier: [Episode] = []

  /// Creates an empty block.
  public init() {}

  /// Empties the block but keeps its memory.
  mutating func removeAll() {
    households.removeAll(keepingCapacity: true)
    persons.removeAll(keepingCapacity: true)
    identities.removeAll(keepingCapacity: true)
    episodes.removeAll(keepingCapacity: true)
    earlier.removeAll(keepingCapacity: true)
  }
}
