import Input
import Money
import Population
import Rules
import Settlement

/// Settles some of a place's people as the rules are and as reforms make them, to find what patients would pay for the same
/// stays in hospital.
struct PricePilot {
  private let job: PlaceJob
  private let terms: ResponseTerms

  /// Households and replicates that are settled at most: they tell a price to some hundredths of itself where a group is not
  /// small, in a few seconds.
  private static let most = (households: UInt64(65_536), replicates: 8)

  init(_ job: PlaceJob, _ terms: ResponseTerms) {
    self.job = job
    self.terms = terms
  }

  /// The change of prices by each of some variants.
  ///
  /// - Parameter reforms: indices of variants; the price before is that of their references.
  /// - Throws: `Refusal` where no people can be made.
  func changes(_ reforms: [Int]) throws(Refusal) -> [PriceChange] {
    var sampler = try PopulationSampler(
      place: job.place, illness: job.illness, year: job.year, seed: job.seed, vocabulary: job.vocabulary)
    sampler.yearsBefore = job.yearsBefore
    sampler.neverRecognised = job.neverRecognised
    var changes = reforms.map { _ in PriceChange(terms, job.vocabulary) }
    let needed = Set(reforms + reforms.compactMap { job.variants[$0].variant.reference })
    let settlers = Dictionary(
      uniqueKeysWithValues: needed.map { index in
        let variant = job.variants[index].variant
        return (
          index, HouseholdSettler(variant.plan, before: variant.before, monthsRecognised: job.monthsRecognised)
        )
      })
    let households = min(job.households, Self.most.households)
    let replicates = min(job.variants.map(\.replicates).max() ?? 0, Self.most.replicates)
    var block = PopulationBlock()
    for first in stride(from: 0, to: households, by: Allotment.size) {
      for replicate in 1...max(1, replicates) {
        let range = first..<min(first + UInt64(Allotment.size), households)
        sampler.draw(replicate: UInt64(replicate), households: range, into: &block)
        for household in block.households {
          for settler in settlers.values { settler.settle(household, block) }
          let part = Int(household.number * UInt64(PriceChange.parts) / households)
          for (number, reform) in reforms.enumerated() {
            guard let reference = job.variants[reform].variant.reference, let before = settlers[reference],
              let after = settlers[reform]
            else { continue }
            add(household, block, before, after, part, to: &changes[number])
          }
        }
      }
    }
    return changes
  }

  private func add(
    _ household: Household, _ block: PopulationBlock, _ before: HouseholdSettler, _ after: HouseholdSettler,
    _ part: Int,
    to change: inout PriceChange
  ) {
    for (member, index) in household.persons.enumerated() {
      let person = block.persons[Int(index)]
      guard !person.episodes.isEmpty else { continue }
      let group = UseResponse.group(of: person.identitySet, job.vocabulary)
      let (old, new) = (before.episodes(of: member), after.episodes(of: member))
      for (place, episode) in person.episodes.enumerated() {
        let facts = block.episodes[Int(episode)].facts
        guard facts.value(Facts.kind) == CareKind.inpatient.rawValue else { continue }
        let (a, b) = (old[place], new[place])
        change.add(
          PriceChange.Sums(stays: 1, before: Self.price(a), after: Self.price(b)), part: part, group: group,
          level: facts.value(Facts.level))
      }
    }
  }
}

extension PricePilot {
  /// The share of a stay's cost that the patient pays, in millionths.
  fileprivate static func price(_ stay: EpisodeResult) -> Int64 {
    // A cost is at least one fen and at most such that this fits.
    stay.outOfPocket.fen * 1_000_000 / max(1, stay.cost.fen)
  }
}

extension PlaceJob {
  /// Adds to each reform of the place's own rules the same on people who answer to its prices: once against the rules as they
  /// are, and once against the reform without an answer.
  ///
  /// - Throws: `Refusal` where no people can be made.
  mutating func respond(_ terms: ResponseTerms) throws(Refusal) {
    let reforms = variants.indices.filter { variants[$0].variant.reformName != nil }
    guard !reforms.isEmpty else { return }
    for (reform, price) in zip(reforms, try PricePilot(self, terms).changes(reforms)) {
      let (variant, replicates) = variants[reform]
      guard let name = variant.reformName else { continue }
      responses.append((price, price.response))
      for (role, reference) in [
        (Variant.Role.responding(name), variant.reference), (.response(name), reform),
      ] {
        var one = variant
        (one.role, one.reference, one.later) = (role, reference, [])
        one.answers = responses.count - 1
        variants.append((one, replicates))
      }
    }
  }
}
