import Money
import Rules
import Settlement
import Testing

@testable import Population

@Suite struct DrawTests {
  private func pictures(_ cuts: [UInt64], replicate: UInt64 = 3, order: Bool = true) throws -> [HouseholdPicture] {
    let shipped = try Shipped()
    var sampler = try PopulationSampler(
      place: shipped.place("guizhou"), illness: shipped.illness, year: 2023, seed: 5, vocabulary: shipped.vocabulary)
    var block = PopulationBlock()
    var result: [HouseholdPicture] = []
    let parts = zip(cuts, cuts.dropFirst()).map { $0..<$1 }
    for part in order ? parts : parts.reversed() {
      sampler.draw(replicate: replicate, households: part, into: &block)
      result = order ? result + HouseholdPicture.all(block) : HouseholdPicture.all(block) + result
    }
    return result
  }

  @Test func anyCuttingGivesTheSamePeople() throws {
    let whole = try pictures([0, 200])
    #expect(whole.count == 200)
    #expect(try pictures(Array(0...200)) == whole)
    #expect(try pictures([0, 7, 8, 150, 200]) == whole)
    #expect(try pictures([0, 50, 60, 200], order: false) == whole)
  }

  @Test func replicatesShareTheirPeopleNotTheirIllness() throws {
    let (one, two) = (try pictures([0, 300], replicate: 1), try pictures([0, 300], replicate: 2))
    #expect(one != two)
    #expect(one.map(\.household.income) == two.map(\.household.income))
    #expect(one.map(\.household.size) == two.map(\.household.size))
    #expect(one.flatMap(\.people) != two.flatMap(\.people))
    #expect(one.flatMap { $0.people.map { $0.prefix(40) } } == two.flatMap { $0.people.map { $0.prefix(40) } })
  }

  @Test func aYearIsWhole() throws {
    let shipped = try Shipped()
    let (first, last) = (Day.first(of: 2023), Day.last(of: 2023))
    var place = try shipped.place("kaizhou")
    (place.takeUp.registered, place.takeUp.late) = (1, 0)
    try shipped.draw(place, households: 5_000) { block in
      var (person, identity, episode, earlier) = (Int32(0), Int32(0), Int32(0), Int32(0))
      for (index, household) in block.households.enumerated() {
        #expect(household.persons.lowerBound == person && household.persons.count == Int(household.size))
        #expect(household.income > 0)
        person = household.persons.upperBound
        let members = household.persons.map { block.persons[Int($0)] }
        #expect(members.contains { $0.age >= 18 })
        for member in members {
          #expect(member.household == Int32(index))
          #expect(member.identities.lowerBound == identity && member.episodes.lowerBound == episode)
          (identity, episode) = (member.identities.upperBound, member.episodes.upperBound)
          #expect(member.earlier.lowerBound == earlier)
          earlier = member.earlier.upperBound
          #expect(member.year.birth.age(on: first) == Int(member.age))
          let days = member.episodes.map { block.episodes[Int($0)].day }
          #expect(days == days.sorted() && days.allSatisfy { $0 >= first && $0 <= last })
          let before = member.earlier.map { block.earlier[Int($0)].day }
          #expect(before == before.sorted() && before.allSatisfy { $0 >= Day.first(of: 2022) && $0 < first })
          // Who applies for nothing needs no year before, and who was not born has none.
          #expect(before.isEmpty || (household.appliesWarned && member.age > 0))
          var set: UInt64 = 0
          for held in member.identities {
            set |= 1 << UInt64(block.identities[Int(held)].identity)
            #expect(block.identities[Int(held)].from <= last && block.identities[Int(held)].to >= first)
          }
          #expect(member.identitySet == shipped.vocabulary.closure(of: set))
        }
      }
      #expect(Int(identity) == block.identities.count && Int(episode) == block.episodes.count)
      #expect(Int(earlier) == block.earlier.count && earlier > 0)
    }
  }

  @Test func costsAddUpToTheFen() throws {
    let shipped = try Shipped()
    try shipped.draw(shipped.place("banan"), households: 2_000) { block in
      for episode in block.episodes {
        let cost = episode.cost
        #expect(
          cost.inPolicy >= .zero && cost.upfrontB >= .zero && cost.overLimit >= .zero && cost.outOfCatalogue >= .zero)
        #expect(cost.total.fen > 0)
      }
    }
    for total in [Int64(1), 2, 3, 99, 767_433, 999_999_999_999] {
      for shares in [SIMD4(0.85, 0.05, 0.01, 0.09), SIMD4(0, 0.333, 0.333, 0.334), SIMD4(1, 0, 0, 0)] {
        let parts = PopulationSampler.parts(total, shares)
        #expect(parts.total.fen == total && parts.inPolicy >= .zero)
      }
    }
  }

  @Test func aCommonPriceLevelChangesCostsAndNothingElse() throws {
    let shipped = try Shipped()
    var place = try shipped.place("bazhong")
    place.priceLevel = 0.5
    var (own, common) = ((0, Int64(0)), (0, Int64(0)))
    try shipped.draw(place, households: 3_000) {
      own = ($0.episodes.count, $0.episodes.reduce(0) { $0 + $1.cost.total.fen })
    }
    try shipped.draw(place, households: 3_000, usePriceLevel: false) {
      common = ($0.episodes.count, $0.episodes.reduce(0) { $0 + $1.cost.total.fen })
    }
    #expect(own.0 == common.0)
    #expect(abs(Double(own.1) / Double(common.1) - 0.5) < 1e-5)
  }
}

private func - (day: Day, days: Int32) -> Day { Day(number: day.number - days) }
