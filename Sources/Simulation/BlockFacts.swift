import Population
import Settlement

/// What tallies ask of the people of a block, whatever the rules: worked out once for all variants.
struct BlockFacts {
  /// The profile of each person as if no identity were held.
  private(set) var profiles: [Int] = []
  /// Stays in hospital of each person.
  private(set) var admissions: [Int32] = []

  /// - Parameter fifths: income per head, fen, below which the first, second, third and fourth fifth end.
  mutating func read(_ block: PopulationBlock, fifths: [Int64]) {
    profiles.removeAll(keepingCapacity: true)
    admissions.removeAll(keepingCapacity: true)
    for household in block.households {
      let perHead = household.income / Int64(household.size)
      let fifth = fifths.count { perHead >= $0 }
      for index in household.persons {
        let person = block.persons[Int(index)]
        profiles.append(Groups.profile(person, fifth: fifth))
        admissions.append(Int32(block.count(.inpatient, of: person)))
      }
    }
  }
}
