import Input
import Rules
import Testing

@testable import Population

/// What fills the gaps of a place file.
@Suite struct DefaultsTests {
  private static let head = """
    format: medaid-place/1
    id: small
    name: {en: Small, zh: 小}
    population: {value: 1001, source: office, year: 2023, confidence: M}

    """

  private func place(_ more: String = "") throws -> PlaceModel {
    try PlaceModel.read(Self.head + more, file: "small.yaml", vocabulary: Vocabulary.shared())
  }

  private func national() throws -> PlaceModel { try .shipped("national", vocabulary: Vocabulary.shared()) }

  @Test func aPopulationAloneIsTheCountryInSmall() throws {
    let (place, national) = (try place(), try national())
    #expect(place.population == 1001)
    #expect(abs(place.urbanShare - national.urbanShare) < 0.001)
    #expect(abs(place.householdSizes.mean - national.householdSizes.mean) < 0.02)
    #expect(place.incomes == national.incomes && place.insurance == national.insurance)
    #expect(place.identities.map(\.identity) == national.identities.map(\.identity))
    for (a, b) in zip(place.pyramid.shares, national.pyramid.shares) { #expect(abs(a - b) < 0.001) }
  }

  @Test func everyDefaultSaysThatItIsOne() throws {
    let place = try place()
    let own = place.sources.filter { !$0.isDefault }.map(\.key)
    #expect(own == ["population"])
    #expect(place.sources.filter(\.isDefault).allSatisfy { $0.source == nil && $0.isAssumption })
    #expect(place.sources.first { $0.key == "income.sigma" }?.reason == "default: the national profile")
    #expect(Set(place.gaps.map(\.key)) == Set(place.sources.filter(\.isDefault).map(\.key)))
    #expect(place.gaps.first { $0.key == "income.sigma" }?.origin.confidence == .medium)
    let takeUp = try #require(place.gaps.first { $0.key == "takeUp" })
    #expect(
      takeUp.value.contains("lateDays 15 to 90, byHand (county 0, city 0.02, province 0.1, outside 0.3), claimed"))
  }

  @Test func countsAreSharesOfThePeopleWhoLiveHere() throws {
    let place = try place(
      "identities: {person: {孤儿: {count: 7, source: office, year: 2023, confidence: M}}}\n")
    let orphans = try #require(place.identities.first { $0.key.hasSuffix("孤儿") })
    #expect(orphans.share == 7.0 / 1001)
    #expect(orphans.ages == 0...17 && orphans.poorTimes == 4)
    #expect(place.identities.count { $0.identity == orphans.identity } == 1)
  }

  @Test func aStatedConditionStays() throws {
    let place = try place(
      "identities: {person: {orphan: {count: 7, ages: [0, 20], source: office, year: 2023, confidence: M}}}\n")
    #expect(place.identities.first { $0.key.hasSuffix("orphan") }?.ages == 0...20)
  }

  @Test func aWiderIdentityStandsForItsParts() throws {
    let place = try place(
      """
      identities: {household: {monitoredAtRisk: {count: 4, residence: rural, source: office, year: 2023, confidence: M}}}

      """)
    let names = place.householdIdentities.compactMap { $0.key.split(separator: ".").last.map(String.init) }
    #expect(names.contains("monitoredAtRisk") && !names.contains("unstablyLifted"))
    #expect(names.contains("stablyLifted"))
  }

  @Test func ruralIdentitiesFollowTheCountryside() throws {
    let place = try place("urban: {value: 0, source: office, year: 2023, confidence: M}\n")
    let national = try national()
    func share(_ place: PlaceModel) -> Double? {
      place.householdIdentities.first { $0.key.hasSuffix("stablyLifted") }?.share
    }
    let (here, there) = (try #require(share(place)), try #require(share(national)))
    #expect(abs(here - there / (1 - national.urbanShare)) < 0.0005)
  }

  @Test func thePovertyLineFollowsTheOwnStandard() throws {
    let place = try place("allowanceStandard: {value: 500, source: office, year: 2023, confidence: M}\n")
    #expect(place.povertyLine.description == "6000.00")
    #expect(place.sources.first { $0.key == "povertyLine" }?.reason == "default: twelve times the allowance standard")
  }

  @Test func aShippedPlaceHasNoGaps() throws {
    for id in PlaceModel.shippedIDs {
      #expect(try PlaceModel.shipped(id, vocabulary: Vocabulary.shared()).gaps.isEmpty)
    }
  }
}
