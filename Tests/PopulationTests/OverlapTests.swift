import Rules
import Settlement
import Testing

@testable import Population

@Suite struct OverlapTests {
  /// A third of the severely disabled live in allowance households because the place says so, and nobody else holds two
  /// identities of persons.
  @Test func overlapsHaveTheirShares() throws {
    let shipped = try Shipped()
    var place = try shipped.place("guizhou")
    let words = shipped.vocabulary
    let allowance = try #require(words.identity("minimumLivingAllowance"))
    let disabled = try #require(words.identity("severelyDisabled"))
    let index = try #require(place.identities.firstIndex { $0.identity == disabled })
    place.identities[index].overlaps = [Overlap(identity: allowance, share: 0.3)]
    (place.takeUp.registered, place.takeUp.late) = (1, 0)
    let own = place.identities.reduce(UInt64(0)) { $0 | 1 << UInt64($1.identity) }
    var (all, both) = (0.0, 0.0)
    try shipped.draw(place, households: 400 * Allotment.size) { block in
      for person in block.persons {
        let held = person.identities.map { block.identities[Int($0)].identity }
        #expect(held.count { own >> UInt64($0) & 1 == 1 } <= 1)
        guard held.contains(disabled) else { continue }
        all += 1
        both += held.contains(allowance) ? 1 : 0
      }
    }
    #expect(all > 500 && abs(both / all - 0.3) < 0.005)
  }

  /// An identity that overlaps with another one of persons is held besides it.
  @Test func identitiesOfPersonsCanOverlap() throws {
    let shipped = try Shipped()
    var place = try shipped.place("bazhong")
    let words = shipped.vocabulary
    let destitute = try #require(words.identity("destituteSupport"))
    let disabled = try #require(words.identity("severelyDisabled"))
    let index = try #require(place.identities.firstIndex { $0.identity == disabled })
    place.identities[index].overlaps = [Overlap(identity: destitute, share: 0.1)]
    var (all, both) = (0.0, 0.0)
    try shipped.draw(place, households: 400 * Allotment.size) { block in
      for person in block.persons {
        let held = person.identities.map { block.identities[Int($0)].identity }
        guard held.contains(disabled) else { continue }
        all += 1
        both += held.contains(destitute) ? 1 : 0
      }
    }
    #expect(all > 500 && abs(both / all - 0.1) < 0.01)
  }
}
