import Rules
import Settlement
import Testing

@testable import Population

@Suite struct TakeUpTests {
  private func place(_ id: String, _ change: (inout TakeUp) -> Void) throws -> PlaceModel {
    var place = try Shipped().place(id)
    change(&place.takeUp)
    return place
  }

  @Test func someHoldersAreNeverRegisteredAndSomeLate() throws {
    let shipped = try Shipped()
    let place = try place("bazhong") {
      ($0.registered, $0.late, $0.lateDays) = (0.8, 0.25, 10...19)
    }
    let own = place.identities.reduce(UInt64(0)) { $0 | 1 << UInt64($1.identity) }
    let first = Day.first(of: 2023)
    var (people, known, late, firstTen) = (0.0, 0.0, 0.0, [Double](repeating: 0, count: 10))
    try shipped.draw(place, households: 400 * Allotment.size) { block in
      for person in block.persons where person.identitySet & own != 0 {
        people += 1
        let held = person.identities.map { block.identities[Int($0)] }.filter { own >> UInt64($0.identity) & 1 == 1 }
        #expect(held.count <= 1)
        guard let one = held.first else { continue }
        known += 1
        // Those recognised within the year are late by the same days, which only begin later.
        guard one.from >= first, !one.medicalExpense, one.applied == one.from else { continue }
        let days = Int(one.from.number - first.number)
        guard days < 20 else { continue }
        late += 1
        if days >= 10 { firstTen[days - 10] += 1 }
      }
    }
    #expect(people > 2_000)
    // An identity that ends within the year may end before it is entered: 5 % end, and so early one in twenty of these.
    #expect(abs(known / people - 0.8) < 4 * (0.16 / people).squareRoot() + 0.001)
    #expect(abs(late / known - 0.25 * 0.95) < 4 * (0.19 / known).squareRoot() + 0.02)
    let expected = late / 10
    let chi = firstTen.reduce(0) { $0 + ($1 - expected) * ($1 - expected) / expected }
    #expect(chi < 27.9, "9 degrees of freedom, one in a thousand: \(chi)")
  }

  @Test func careIsClaimedAsStatedByLocation() throws {
    let shipped = try Shipped()
    let place = try place("guizhou") {
      ($0.byHand, $0.claimed, $0.claimDays) = ([0, 0.5, 0.2, 1], 0.6, 5...24)
    }
    var (all, byHand, claimed) = ([0.0, 0, 0, 0], [0.0, 0, 0, 0], [0.0, 0, 0, 0])
    try shipped.draw(place, households: 30_000) { block in
      for episode in block.episodes {
        let location = episode.facts.value(Facts.location)
        let manual = episode.facts.value(Facts.claim) == 1
        #expect(manual == (episode.claimDay != .distantPast))
        guard episode.facts.value(Facts.kind) == CareKind.inpatient.rawValue else {
          #expect(!manual)
          continue
        }
        all[location] += 1
        guard manual else { continue }
        byHand[location] += 1
        guard episode.claimDay != .distantFuture else { continue }
        claimed[location] += 1
        #expect((5...24).contains(episode.claimDay.number - episode.day.number))
      }
    }
    for (location, share) in [0, 0.5, 0.2, 1].enumerated() {
      #expect(all[location] > 300)
      #expect(abs(byHand[location] / all[location] - share) <= 4 * (share * (1 - share) / all[location]).squareRoot())
      guard share > 0 else { continue }
      #expect(abs(claimed[location] / byHand[location] - 0.6) < 4 * (0.24 / byHand[location]).squareRoot())
    }
  }

  /// A scenario of take-up is compared on the same people, who fall ill in the same way.
  @Test func takeUpMovesNothingElse() throws {
    let shipped = try Shipped()
    func drawn(_ place: PlaceModel) throws -> [PopulationBlock] {
      var blocks: [PopulationBlock] = []
      try shipped.draw(place, households: 2_000) { blocks.append($0) }
      return blocks
    }
    let full = try drawn(place("kaizhou") { ($0.registered, $0.late, $0.claimed) = (1, 0, 1) })
    let little = try drawn(place("kaizhou") { ($0.registered, $0.late, $0.claimed) = (0.5, 0.5, 0.1) })
    for (a, b) in zip(full, little) {
      #expect(a.households == b.households)
      #expect(a.persons.map(\.identitySet) == b.persons.map(\.identitySet))
      #expect(a.episodes.map(\.cost) == b.episodes.map(\.cost) && a.episodes.map(\.day) == b.episodes.map(\.day))
      #expect(a.identities.count > b.identities.count)
    }
  }
}
