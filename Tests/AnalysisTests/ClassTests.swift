import Simulation
import Testing

@testable import Analysis

/// Classes of the place's own document as groups of people.
@Suite struct ClassTests {
  @Test func everybodyCountsUnderOneClassAtMost() async throws {
    let place = try await SmallRun().run(seed: 5, people: 4_000).places[0]
    let tally = place.variants[0].tally
    let reader = TallyReader(tally, scale: place.scale)
    func persons(_ dimension: String) -> [String: Double] {
      let groups = tally.groups.names.enumerated().filter { $1.dimension == dimension }
      return Dictionary(uniqueKeysWithValues: groups.map { ($1.group, reader.sum(.persons, group: $0)) })
    }
    let classes = persons("class"), identities = persons("identity")
    #expect(classes.keys.sorted() == ["I", "II", "III", "IV"])
    // Nobody without an identity is of a class, and nobody is of two.
    let holders = reader.sum(.persons) - (identities["none"] ?? 0)
    let classed = classes.values.reduce(0, +)
    #expect(classed > 0 && classed <= holders)
    // The highest class is not diminished by any other.
    #expect(try #require(classes["I"]) >= (try #require(identities["destituteSupport"])))
    #expect(try #require(classes["II"]) >= (try #require(identities["minimumLivingAllowance"])) * 0.9)
  }

  @Test func classesStandInBurdenAndComparison() async throws {
    let result = try await SmallRun().run(
      seed: 5, people: 2_000, jurisdictions: "guizhou, banan", extra: "comparisonReplicates: 1")
    let burden = Burden(result).rows.filter { $0.dimension == "class" }
    #expect(burden.contains { $0.group == "II" && $0.measure == "benefitRate" })
    let comparison = Comparison(result).rows.filter { $0.dimension == "class" }
    // The same people under the other document, whose own numbers say on what ground the figure stands: it has none
    // for orphans, who are of class I here.
    let other = comparison.filter { $0.jurisdiction == "banan" && $0.measure == "assistance" && $0.group == "I" }
    #expect(other.count == 2)
    #expect(other.allSatisfy { $0.status.lacksNumber })
    let persons = burden.filter { $0.measure == "persons" }.map(\.group)
    #expect(Set(comparison.map(\.group)) == Set(persons))
  }
}
