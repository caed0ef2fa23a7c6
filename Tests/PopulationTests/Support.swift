import Rules

@testable import Population

/// The shipped files, read once a test.
struct Shipped {
  let vocabulary: Vocabulary
  let illness: IllnessModel

  init() throws {
    vocabulary = try Vocabulary.shared()
    illness = try IllnessModel.shipped(vocabulary: vocabulary)
  }

  /// What the simulation recognises besides what places state.
  var recognised: UInt8? { vocabulary.identity("illnessImpoverishedPatient") }

  func place(_ id: String) throws -> PlaceModel { try PlaceModel.shipped(id, vocabulary: vocabulary) }

  /// Draws households in parts of 5,000 and hands each part over.
  func draw(
    _ place: PlaceModel, illness other: IllnessModel? = nil, households: Int, replicate: UInt64 = 1, seed: UInt64 = 42,
    usePriceLevel: Bool = true, _ body: (PopulationBlock) -> Void
  ) throws {
    var sampler = try PopulationSampler(
      place: place, illness: other ?? illness, year: 2023, seed: seed, vocabulary: vocabulary,
      usePriceLevel: usePriceLevel)
    var block = PopulationBlock()
    for start in stride(from: 0, to: households, by: 5_000) {
      sampler.draw(
        replicate: replicate, households: UInt64(start)..<UInt64(min(start + 5_000, households)), into: &block)
      body(block)
    }
  }
}

/// Everything that is known of one household, without the places it has in a block.
struct HouseholdPicture: Hashable {
  var household: Household
  var people: [String]

  static func all(_ block: PopulationBlock) -> [HouseholdPicture] {
    block.households.map { household in
      let people = household.persons.map { index -> String in
        let person = block.persons[Int(index)]
        let identities = person.identities.map { "\(block.identities[Int($0)])" }
        let episodes = person.episodes.map { "\(block.episodes[Int($0)])" }
        return
          "\(person.year) \(person.identitySet) \(person.age) \(person.male) \(person.urban) \(identities) \(episodes)"
      }
      var copy = household
      copy.persons = 0..<0
      return HouseholdPicture(household: copy, people: people)
    }
  }
}
