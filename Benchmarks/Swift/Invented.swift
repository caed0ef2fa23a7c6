import Money
import Population
import Rules
import Settlement

/// People whom no place has: every fact, identity and day by lot, amounts at the gates and ceilings. Rare clauses that
/// hardly a drawn person meets are met by thousands here.
struct Invented: ~Copyable {
  private let random = Philox(seed: Options.seed)
  private let vocabulary: Vocabulary
  private let begin = Day.first(of: Options.year)

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  func sample(_ count: Int) -> Sample {
    var sample = Sample()
    for _ in 0..<count {
      let person = person()
      sample.append(
        person, (0..<random.below(4)).map { _ in identity() }, (0..<random.below(6)).map { _ in episode() })
    }
    return sample
  }

  private func one(in bound: Int) -> Bool { random.below(bound) == 0 }

  private func word<Value: Word>(_ type: Value.Type) -> Value {
    let all = Array(Value.allCases)
    return all[random.below(all.count)]
  }

  /// A day so many before and after the first of the year.
  private func day(_ before: Int, _ after: Int) -> Day {
    Day(number: begin.number + Int32(random.below(before + after)) - Int32(before))
  }

  private func person() -> PersonYear {
    // Birthdays within the year at the ages that the documents name.
    let age = [18, 60, 80, random.below(100)][random.below(4)]
    let birth = Day(number: day(365, 365).adding(months: -12 * age).number)
    return PersonYear(
      birth: birth,
      facts: Facts(
        insurance: word(InsuranceType.self), enrolledAfterIllness: one(in: 2), needsMaintenance: one(in: 4)),
      premiumPaid: one(in: 2) ? .distantPast : day(120, 120),
      designatedAs: one(in: 2) ? UInt8(random.below(vocabulary.identities.count)) : nil)
  }

  private func identity() -> HeldIdentity {
    let from = one(in: 3) ? .distantPast : day(400, 700)
    let first = from == .distantPast ? begin : from
    let to = one(in: 2) ? .distantFuture : Day(number: first.number + Int32(random.below(400)))
    let applied = from == .distantPast ? from : Day(number: from.number - Int32(random.below(400)))
    return HeldIdentity(
      UInt8(random.below(vocabulary.identities.count)), from: from, to: to, applied: applied,
      medicalExpense: one(in: 2))
  }

  private func episode() -> Episode {
    let day = day(0, 365)
    let claim = [Day.distantPast, .distantFuture, Day(number: day.number + Int32(random.below(800)))][random.below(3)]
    let gate = Int64(random.below(3)) + 2_999_999
    let inPolicy = [
      gate, Int64(random.below(500_000)), Int64(random.below(10_000_000)), Int64(random.below(60_000_000)),
    ]
    return Episode(
      day: day,
      facts: Facts(
        kind: word(CareKind.self), level: random.below(4), designated: !one(in: 8), emergency: one(in: 4),
        location: word(CareLocation.self), referral: word(Referral.self), treatment: word(Treatment.self),
        chronicClass: 1 + random.below(2), manualClaim: claim != .distantPast),
      disease: one(in: 2) ? Episode.noDisease : UInt8(random.below(vocabulary.diseases.count)),
      cost: CostParts(
        inPolicy: Yuan(fen: inPolicy[random.below(4)]), upfrontB: Yuan(fen: Int64(random.below(300_000))),
        overLimit: Yuan(fen: Int64(random.below(100_000))), outOfCatalogue: Yuan(fen: Int64(random.below(100_000)))),
      claimDay: claim)
  }
}
