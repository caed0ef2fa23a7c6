import Rules
import Settlement
import Testing

@testable import Population

@Suite struct CompositionTests {
  @Test(arguments: ["bazhong", "banan", "dianjiang", "kaizhou", "guizhou"])
  func everyShippedPlaceCanBeRead(id: String) throws {
    let shipped = try Shipped()
    let place = try shipped.place(id)
    #expect(place.id == id)
    #expect(abs(place.pyramid.shares.reduce(0, +) - 1) < 1e-12)
    #expect(place.sources.allSatisfy { $0.source != nil || $0.isAssumption })
    #expect(place.sources.allSatisfy { !$0.isAssumption || $0.reason != nil })
    let households = place.households(forPeople: 100_000)
    #expect(households % UInt64(Allotment.size) == 0)
    #expect((0..<Double(Allotment.size)).contains(Double(households) - 100_000 / place.householdSizes.mean))
    _ = try PopulationSampler(
      place: place, illness: shipped.illness, year: 2024, seed: 1, vocabulary: shipped.vocabulary)
  }

  /// The correction of `MemberShares`: first members and others together have the census's ages and sexes exactly.
  @Test func membersTogetherAreTheCensus() throws {
    let place = try Shipped().place("guizhou")
    let (members, heads) = (MemberShares(place), 1 / place.householdSizes.mean)
    for (cell, share) in place.pyramid.shares.enumerated() {
      #expect(abs(heads * members.head[cell] + (1 - heads) * members.other[cell] - share) < 1e-12)
    }
  }

  @Test func drawnPeopleAreThoseOfTheCensus() throws {
    let shipped = try Shipped()
    let place = try shipped.place("dianjiang")
    // 329,061 of 650,694 are male, 132,002 are 65 or older and 117,629 younger than 15; 86,456 of 264,555 households
    // have one member, and households have 617,434 in all.
    var (people, male, old, young, urban, households, single) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    try shipped.draw(place, households: 60_000) { block in
      households += Double(block.households.count)
      single += Double(block.households.count { $0.size == 1 })
      people += Double(block.persons.count)
      male += Double(block.persons.count { $0.male })
      old += Double(block.persons.count { $0.age >= 65 })
      young += Double(block.persons.count { $0.age < 15 })
      urban += Double(block.persons.count { $0.urban })
    }
    func near(_ hits: Double, _ share: Double, of n: Double, spread: Double = 1) -> Bool {
      abs(hits / n - share) < 4 * spread * (share * (1 - share) / n).squareRoot()
    }
    #expect(near(male, 329_061.0 / 650_694, of: people))
    #expect(near(old, 0.2029, of: people))
    #expect(near(young, 0.1808, of: people))
    #expect(near(single, 86_456.0 / 264_555, of: households))
    // Members of a household live together, which widens the error by the root of the mean size over members, about 2.
    #expect(near(urban, 320_460.0 / 650_694, of: people, spread: 2))
    #expect(abs(people / households - 617_434.0 / 264_555) < 4 * 1.3 / households.squareRoot())
  }

  @Test(arguments: PlaceModel.shippedIDs)
  func identitiesHaveTheirShares(id: String) throws {
    let shipped = try Shipped()
    var place = try shipped.place(id)
    (place.takeUp.registered, place.takeUp.late) = (1, 0)
    var holders = [Double](repeating: 0, count: shipped.vocabulary.identities.count)
    var (people, poor) = (0.0, 0.0)
    try shipped.draw(place, households: 938 * Allotment.size) { block in
      people += Double(block.persons.count)
      poor += Double(block.households.reduce(0) { $1.poor ? $0 + Int($1.size) : $0 })
      for person in block.persons {
        for index in person.identities { holders[Int(block.identities[Int(index)].identity)] += 1 }
      }
    }
    #expect(abs(poor / people - place.incomes.poorShare) < 4 * 2 * (0.09 / people).squareRoot())
    // Identities are given out in whole people of the place's mean households, to the person.
    let expected = 938 * Double(Allotment.size) * place.householdSizes.mean
    for share in place.householdIdentities + place.identities where share.identity != shipped.recognised {
      let found = holders[Int(share.identity)]
      let name = shipped.vocabulary.identities[Int(share.identity)].id
      let should = share.share * expected
      #expect(abs(found - should) < 1, "\(name): \(found) people, not \(should)")
    }
  }

  @Test func conditionsOfIdentitiesHold() throws {
    let shipped = try Shipped()
    let place = try shipped.place("guizhou")
    let words = shipped.vocabulary
    func bit(_ name: String) throws -> UInt64 { 1 << UInt64(try #require(words.identity(name))) }
    let (orphan, destitute, worker) = (try bit("orphan"), try bit("destituteSupport"), try bit("workerDeepHardship"))
    let lifted = try bit("stablyLifted")
    var poorHolders = 0, otherHolders = 0
    let allowance = try bit("minimumLivingAllowance")
    try shipped.draw(place, households: 50_000) { block in
      for person in block.persons {
        let household = block.households[Int(person.household)]
        if person.identitySet & orphan != 0 { #expect(person.age < 18) }
        if person.identitySet & destitute != 0 {
          #expect(person.age >= 60 && household.size <= 2 && person.identitySet & words.household == 0)
        }
        if person.identitySet & worker != 0 { #expect(person.year.facts.value(Facts.insurance) == 2) }
        if person.identitySet & lifted != 0 { #expect(!person.urban) }
        if person.identitySet & allowance != 0 { if household.poor { poorHolders += 1 } else { otherHolders += 1 } }
      }
    }
    #expect(poorHolders > otherHolders)
  }

  @Test func identitiesBeginAndEndWithinTheYearAsStated() throws {
    let shipped = try Shipped()
    var place = try shipped.place("bazhong")
    (place.takeUp.registered, place.takeUp.late) = (1, 0)
    var (all, begun, ended, expense, applies, households) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    try shipped.draw(place, households: 60_000) { block in
      households += Double(block.households.count)
      applies += Double(block.households.count { $0.applies })
      for household in block.households { #expect((15...60).contains(household.recognitionDelayDays)) }
      for held in block.identities {
        all += 1
        if held.from != .distantPast {
          begun += 1
          expense += held.medicalExpense ? 1 : 0
          #expect(held.applied <= held.from && held.applied >= Day(number: held.from.number - 60))
        }
        if held.to != .distantFuture { ended += 1 }
      }
    }
    // Members of a household share its dates, which widens the errors of the counts about twofold.
    #expect(abs(begun / all - 0.05) < 8 * (0.05 * 0.95 / all).squareRoot())
    #expect(abs(ended / all - 0.05) < 8 * (0.05 * 0.95 / all).squareRoot())
    #expect(abs(expense / begun - 0.2) < 8 * (0.2 * 0.8 / begun).squareRoot())
    #expect(abs(applies / households - 0.6) < 4 * (0.6 * 0.4 / households).squareRoot())
  }
}
