import Rules
import Settlement
import Testing

@testable import Population

/// Identities are given out in whole people whose running total is the stated one, whatever the shares are.
@Suite struct AllotmentTests {
  /// Hands over one allotment after the other, without anybody's illness.
  private func visit(
    _ place: PlaceModel, _ shipped: Shipped, allotments: Int, seed: UInt64 = 42, _ body: (Allotment) -> Void
  ) throws {
    var sampler = try PopulationSampler(
      place: place, illness: Clinic.plain(shipped.illness), year: 2023, seed: seed, vocabulary: shipped.vocabulary)
    for number in 0..<UInt64(allotments) {
      sampler.prepare(number * UInt64(Allotment.size))
      body(sampler.allotment)
    }
  }

  /// What a person holds, the household's identity included.
  private func identities(_ person: Int, _ allotment: Allotment, _ place: PlaceModel) -> Set<UInt8> {
    let own = place.identities.indices.filter { allotment.people[person].choices >> UInt64($0) & 1 == 1 }
    let household = allotment.householdChoice(of: person).map { place.householdIdentities[$0].identity }
    return Set(own.map { place.identities[$0].identity } + [household].compactMap(\.self))
  }

  /// Holders by identity and allotment.
  private func holders(
    _ place: PlaceModel, _ shipped: Shipped, allotments: Int, seed: UInt64 = 42
  ) throws -> [[Int]] {
    var counts = [[Int]](repeating: [], count: shipped.vocabulary.identities.count)
    try visit(place, shipped, allotments: allotments, seed: seed) { allotment in
      for identity in counts.indices { counts[identity].append(0) }
      for person in allotment.people.indices {
        for identity in identities(person, allotment, place) {
          counts[Int(identity)][counts[Int(identity)].count - 1] += 1
        }
      }
    }
    return counts
  }

  private func people(_ place: PlaceModel) -> Double { place.householdSizes.mean * Double(Allotment.size) }

  /// A place whose identities have random shares, conditions that many people meet, and random weights of poverty.
  private func randomPlace(_ shipped: Shipped, seed: UInt64) throws -> PlaceModel {
    let random = Philox(seed: seed)
    random.seek(replicate: 1, household: seed, purpose: Purpose(.household))
    var place = try shipped.place(PlaceModel.shippedIDs[random.below(PlaceModel.shippedIDs.count)])
    for index in place.householdIdentities.indices {
      place.householdIdentities[index].share = 0.015 * random.uniform()
      place.householdIdentities[index].residence = [.any, .urban, .rural][random.below(3)]
      place.householdIdentities[index].poorTimes = 1 + 9 * random.uniform()
    }
    for index in place.identities.indices {
      place.identities[index].share = 0.02 * random.uniform()
      place.identities[index].overlaps = []
      place.identities[index].poorTimes = 1 + 9 * random.uniform()
      place.identities[index].ages = random.below(20)...40 + random.below(40)
      place.identities[index].householdAtMost = .max
      place.identities[index].insurance = nil
      place.identities[index].withoutHouseholdIdentity = random.uniform() < 0.3
    }
    return place
  }

  /// After any number of allotments the running total is within one person of the stated share, and an allotment has
  /// the whole people below or above its own.
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func totalsAreMetToThePerson(seed: UInt64) throws {
    let shipped = try Shipped()
    let place = try randomPlace(shipped, seed: seed)
    let counts = try holders(place, shipped, allotments: 30, seed: seed)
    for share in place.householdIdentities + place.identities {
      let should = share.share * people(place)
      var total = 0.0
      for (number, count) in counts[Int(share.identity)].enumerated() {
        total += Double(count)
        #expect(abs(total - should * Double(number + 1)) < 1, "\(share.key) after \(number + 1)")
        #expect(abs(Double(count) - should) < 1, "\(share.key) in \(number)")
      }
    }
  }

  /// A share of a third of a person is given to a third of the allotments: over seeds the expected number is exact.
  @Test func aPartOfAPersonIsAnExpectation() throws {
    let shipped = try Shipped()
    var place = try shipped.place("guizhou")
    place.householdIdentities = []
    for index in place.identities.indices {
      place.identities[index].share = 1 / 3 / people(place)
      place.identities[index].overlaps = []
      place.identities[index].ages = 0...99
      place.identities[index].householdAtMost = .max
      place.identities[index].insurance = nil
    }
    var all = 0
    let seeds = 40
    for seed in 0..<seeds {
      all += try holders(place, shipped, allotments: 1, seed: UInt64(seed)).reduce(0) { $0 + $1[0] }
    }
    let draws = Double(seeds * place.identities.count)
    #expect(abs(Double(all) - draws / 3) < 4 * (draws * 2 / 9).squareRoot())
  }

  /// Whatever stands first in a file: the totals are the same, also where an overlap names what comes later.
  @Test func theOrderOfTheFileDoesNotMatter() throws {
    let shipped = try Shipped()
    var place = try randomPlace(shipped, seed: 3)
    let last = try #require(place.identities.indices.last)
    for index in place.identities.indices { place.identities[index].withoutHouseholdIdentity = false }
    place.identities[0].share = 0.02
    place.identities[last].share = 0.015
    place.identities[0].ages = 0...99
    place.identities[last].ages = 0...99
    place.identities[0].overlaps = [Overlap(identity: place.identities[last].identity, share: 0.25)]
    var turned = place
    turned.identities.reverse()
    turned.householdIdentities.reverse()
    for place in [place, turned] {
      let counts = try holders(place, shipped, allotments: 20)
      for share in place.householdIdentities + place.identities {
        let total = counts[Int(share.identity)].reduce(0, +)
        #expect(abs(Double(total) - share.share * people(place) * 20) <= 2, "\(share.key)")
      }
    }
  }

  /// Holders of both are rarer than allotments: they are met nevertheless.
  @Test(arguments: ["civilAffairsFiledHardship", "suddenSevereHardship"])
  func rareOverlapsAreMet(name: String) throws {
    let shipped = try Shipped()
    var place = try shipped.place("dianjiang")
    let other = try #require(shipped.vocabulary.identity(name))
    let disabled = try #require(shipped.vocabulary.identity("severelyDisabled"))
    for index in place.identities.indices where place.identities[index].identity == other {
      place.identities[index].withoutHouseholdIdentity = false
    }
    let index = try #require(place.identities.firstIndex { $0.identity == disabled })
    place.identities[index].overlaps = [Overlap(identity: other, share: 0.03)]
    let allotments = 300
    var (all, both) = (0, 0)
    try visit(place, shipped, allotments: allotments) { allotment in
      for person in allotment.people.indices {
        let held = identities(person, allotment, place)
        guard held.contains(disabled) else { continue }
        all += 1
        both += held.contains(other) ? 1 : 0
      }
    }
    let should = 0.011 * people(place) * Double(allotments)
    #expect(abs(Double(all) - should) <= 0.01 * should)
    #expect(abs(Double(both) - 0.03 * should) <= 1 + 0.03 * 0.03 * should, "\(both)")
  }

  /// Where holders are few, a poor person holds an identity `poorTimes` times as often as another.
  @Test func povertyWeighsAsStated() throws {
    let shipped = try Shipped()
    var place = try shipped.place("guizhou")
    place.householdIdentities = []
    place.identities = Array(place.identities.prefix(1))
    place.identities[0].share = 0.003
    place.identities[0].poorTimes = 5
    place.identities[0].ages = 0...99
    place.identities[0].householdAtMost = .max
    place.identities[0].insurance = nil
    var (held, all) = ([0.0, 0], [0.0, 0])
    try visit(place, shipped, allotments: 300) { allotment in
      for person in allotment.people {
        let poor = allotment.homes[person.home].poor ? 1 : 0
        all[poor] += 1
        held[poor] += person.choices == 0 ? 0 : 1
      }
    }
    // The logarithm of a ratio of two rates has the variance 1/n + 1/m.
    let ratio = held[1] / all[1] / (held[0] / all[0])
    #expect(held[1] > 50 && abs(ratio / 5 - 1) < 4 * (1 / held[0] + 1 / held[1]).squareRoot())
  }

  @Test func overlapsInACircleAreRefused() throws {
    let shipped = try Shipped()
    var place = try shipped.place("dianjiang")
    let (a, b) = (place.identities[1].identity, place.identities[2].identity)
    place.identities[1].overlaps = [Overlap(identity: b, share: 0.1)]
    place.identities[2].overlaps = [Overlap(identity: a, share: 0.1)]
    #expect(
      place.fault?.diagnostics.map(\.description) == [
        "\(place.file):\(place.identities[1].line): \(place.identities[1].key).overlaps: identities of persons overlap "
          + "with each other in a circle (state each overlap at one of its two identities)"
      ])
  }
}
