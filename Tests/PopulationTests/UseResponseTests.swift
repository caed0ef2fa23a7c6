import Rules
import Settlement
import Testing

@testable import Population

/// How people answer to prices: as many stays as asked for, at the levels asked for, and nothing else changed.
@Suite struct UseResponseTests {
  private static let households = UInt64(20_480)

  /// Blocks without a response and with one, of the same people and luck.
  private static func pair(_ change: UseResponse.Change, holders: Bool = true) throws -> (
    before: PopulationBlock, after: PopulationBlock
  ) {
    let shipped = try Shipped()
    var response = UseResponse()
    for group in response.changes.indices where holders || group == UseResponse.withoutIdentity {
      response.changes[group] = change
    }
    var sampler = try PopulationSampler(
      place: try shipped.place("guizhou"), illness: shipped.illness, year: 2023, seed: 9,
      vocabulary: shipped.vocabulary)
    var (before, after) = (PopulationBlock(), PopulationBlock())
    sampler.draw(replicate: 1, households: 0..<households, into: &before)
    sampler.response = sampler.prepared(response)
    sampler.draw(replicate: 1, households: 0..<households, into: &after)
    return (before, after)
  }

  private static func stays(_ block: PopulationBlock) -> [Episode] {
    block.episodes.filter { $0.facts.value(Facts.kind) == CareKind.inpatient.rawValue }
  }

  private static func stays(_ block: PopulationBlock, of person: Person) -> [Episode] {
    person.episodes.map { block.episodes[Int($0)] }.filter {
      $0.facts.value(Facts.kind) == CareKind.inpatient.rawValue
    }
  }

  @Test func whoDoesNotAnswerIsNotMoved() throws {
    let (before, after) = try Self.pair(UseResponse.Change())
    #expect(before == after && !Self.stays(before).isEmpty)
  }

  /// Fewer stays are some of those that there were: none is new, and what is left costs what it did.
  @Test func fewerStaysAreSomeOfThoseThatThereWere() throws {
    let (before, after) = try Self.pair(.init(admissions: 0.7, levels: [1, 1, 1]))
    let (all, left) = (Self.stays(before), Self.stays(after))
    // A share of 0.7 of so many, each kept by lot.
    let expected = 0.7 * Double(all.count)
    #expect(abs(Double(left.count) - expected) < 4 * (0.3 * expected).squareRoot())
    for (a, b) in zip(before.persons, after.persons) {
      var old = Self.stays(before, of: a)
      for stay in Self.stays(after, of: b) {
        let place = old.firstIndex(of: stay)
        #expect(place != nil)
        if let place { old.remove(at: place) }
      }
    }
  }

  /// What another identity implies counts as that one, and of several the first of the vocabulary.
  @Test func groupsAreOfTheIdentityThatSaysMost() throws {
    let words = try Shipped().vocabulary
    func group(_ ids: String...) throws -> String? {
      let set = try ids.reduce(UInt64(0)) { $0 | 1 << UInt64(try #require(words.identity($1))) }
      let group = UseResponse.group(of: words.closure(of: set), words)
      return words.identities.indices.contains(group) ? words.identities[group].id : nil
    }
    #expect(try group("unstablyLifted") == "unstablyLifted")
    #expect(try group("monitoredAtRisk") == "monitoredAtRisk")
    #expect(try group("severelyDisabled", "minimumLivingAllowance") == "minimumLivingAllowance")
    #expect(try group("severelyDisabled", "urbanThreeWithouts") == "urbanThreeWithouts")
    #expect(UseResponse.group(of: 0, words) == UseResponse.withoutIdentity)
  }

  /// More stays are all of those that there were, and new ones; numbers spread as negative binomial ones of the same size do.
  @Test func moreStaysAreThoseThatThereWereAndOthers() throws {
    let factor = 1.6
    let (before, after) = try Self.pair(.init(admissions: factor, levels: [1, 1, 1]))
    var (sums, squares, lost, added) = ([0.0, 0.0], [0.0, 0.0], 0, 0.0)
    for (a, b) in zip(before.persons, after.persons) {
      let (old, new) = (Self.stays(before, of: a).count, Self.stays(after, of: b).count)
      // Those that there were are the very same, whatever stands beside them.
      #expect(Set(Self.stays(before, of: a)).isSubset(of: Self.stays(after, of: b)))
      lost += new < old ? 1 : 0
      added += Double(new - old)
      for (index, count) in [Double(old), Double(new)].enumerated() {
        sums[index] += count
        squares[index] += count * count
      }
    }
    #expect(lost == 0)
    let n = Double(before.persons.count)
    let means = sums.map { $0 / n }
    // Given who is frail the additions are Poisson; their own spread around 0.6 of what there was bounds the error.
    #expect(abs(added / sums[0] - (factor - 1)) < 0.05)
    // The excess over Poisson's variance is mean² / size in every group of people, and so times factor² in all of them.
    let excess = zip(squares, means).map { $0 / n - $1 * $1 - $1 }
    #expect(abs(excess[1] / excess[0] / (factor * factor) - 1) < 0.15)
  }

  /// Levels have the odds that are asked for: shares times odds, over their sum.
  @Test(arguments: [[1, 1, 1.8], [0.5, 1, 1], [2, 1, 0.25]]) func levelsHaveTheOddsAskedFor(odds: [Double]) throws {
    let (before, after) = try Self.pair(.init(admissions: 1, levels: odds))
    func shares(_ block: PopulationBlock) -> [Double] {
      let stays = Self.stays(block).filter { $0.disease == Episode.noDisease }
      return (1...3).map { level in
        Double(stays.count { $0.facts.value(Facts.level) == level }) / Double(stays.count)
      }
    }
    let mix = try Shipped().illness.hospitals.levels
    let sum = zip(mix, odds).reduce(0) { $0 + $1.0 * $1.1 }
    let (old, new) = (shares(before), shares(after))
    let count = Double(Self.stays(after).count)
    for level in 0..<3 {
      let expected = mix[level] * odds[level] / sum
      #expect(abs(new[level] - expected) < 4 * (expected * (1 - expected) / count).squareRoot())
      // Few move: no level gives and takes at once.
      #expect((new[level] - old[level]) * (expected - mix[level]) >= 0)
    }
    #expect(Self.stays(before).count == Self.stays(after).count)
  }

  /// Only the group that a price moved for answers, and visits never do.
  @Test func othersAndVisitsAreNotMoved() throws {
    let (before, after) = try Self.pair(.init(admissions: 1.9, levels: [1, 1, 2]), holders: false)
    var moved = 0
    for (a, b) in zip(before.persons, after.persons) {
      let (old, new) = (a.episodes.map { before.episodes[Int($0)] }, b.episodes.map { after.episodes[Int($0)] })
      if a.identitySet != 0 { #expect(old == new) } else if old != new { moved += 1 }
      func visits(_ list: [Episode]) -> [Episode] {
        list.filter { $0.facts.value(Facts.kind) != CareKind.inpatient.rawValue }
      }
      #expect(visits(old) == visits(new) && a.visits == b.visits)
    }
    #expect(moved > 1_000)
  }
}
