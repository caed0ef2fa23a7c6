import Money
import Rules
import Settlement

/// A person-year made up at random, for laws that must hold whatever the input.
struct RandomCase {
  var person: PersonYear
  var identities: [HeldIdentity]
  var episodes: [Episode]
}

/// Draws person-years from a seed: the same seed gives the same people.
struct RandomPeople {
  private var state: UInt64
  private let vocabulary: Vocabulary
  private let year: Int
  /// Every payment of insurance is given, so that what a class changes is assistance alone.
  var givesPayments = false
  /// Identities have no dates.
  var holdsAllYear = false

  init(seed: UInt64, vocabulary: Vocabulary, year: Int) {
    state = seed
    self.vocabulary = vocabulary
    self.year = year
  }

  /// SplitMix64: 64 well-mixed bits a call.
  private mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ count: Int) -> Int { Int(bits() % UInt64(count)) }
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
  mutating func pick<T>(_ items: [T]) -> T { items[below(items.count)] }

  mutating func next() -> RandomCase {
    let insurance: InsuranceType = pick([
      .residentTier1, .residentTier1, .residentTier1, .residentTier2, .employee, .none,
    ])
    let first = Day.first(of: year)
    let birth = first.adding(months: -12 * pick([3, 17, 40, 59, 60, 79, 80, 85]) + below(24) - 12)
    let facts = Facts(
      insurance: insurance, enrolledAfterIllness: insurance == .none && chance(60), needsMaintenance: chance(20))
    var person = PersonYear(
      birth: birth, facts: facts, premiumPaid: chance(70) ? .distantPast : first.adding(months: below(6) - 3))
    if chance(20) { person.designatedAs = UInt8(below(vocabulary.identities.count)) }
    let identities = (0..<pick([0, 1, 1, 2, 2, 3])).map { _ in identity() }
    let days = (0..<pick([0, 1, 2, 2, 3, 4, 6])).map { _ in day() }.sorted()
    return RandomCase(
      person: person, identities: identities, episodes: days.map { episode(on: $0, insured: insurance != .none) })
  }

  private mutating func day() -> Day { Day(number: Day.first(of: year).number + Int32(below(365))) }

  private mutating func identity() -> HeldIdentity {
    let index = UInt8(below(vocabulary.identities.count))
    guard !holdsAllYear, chance(40) else { return HeldIdentity(index) }
    // Some are recognised only in the next year: look-backs reach over 1 January.
    let from = day().adding(months: pick([0, 0, 0, -5, 5]))
    let to = chance(50) ? Day(number: from.number + Int32(below(200))) : .distantFuture
    return HeldIdentity(index, from: from, to: to, applied: from.adding(months: -below(4)), medicalExpense: chance(60))
  }

  private mutating func episode(on day: Day, insured: Bool) -> Episode {
    let kind: CareKind = pick([.inpatient, .inpatient, .chronicOutpatient, .outpatient])
    let manual = chance(10)
    let facts = Facts(
      kind: kind, level: pick([0, 1, 2, 2, 3, 3]), designated: chance(93), emergency: chance(10),
      location: pick([.county, .county, .city, .province, .outside]),
      referral: pick([.notRequired, .notRequired, .compliant, .compliant, .missing, .missingOther]),
      treatment: pick([.unstated, .dialysis, .chemoradiotherapy, .other]), chronicClass: pick([1, 2, 2]),
      manualClaim: manual)
    let disease = chance(40) ? UInt8(below(vocabulary.diseases.count)) : Episode.noDisease
    let scale = pick([300, 5_000, 20_000, 60_000, 200_000, 900_000])
    let inPolicy = Yuan(fen: Int64(kind == .outpatient && chance(50) ? below(90_000) : below(scale * 100)))
    let cost = CostParts(
      inPolicy: inPolicy, upfrontB: Yuan(fen: chance(50) ? Int64(below(300_000)) : 0),
      overLimit: Yuan(fen: chance(30) ? Int64(below(200_000)) : 0),
      outOfCatalogue: Yuan(fen: chance(30) ? Int64(below(500_000)) : 0))
    var given: GivenPayments?
    if givesPayments || chance(30) {
      let basic = insured ? inPolicy.fen * Int64(below(90)) / 100 : 0
      given = GivenPayments(
        basic: Yuan(fen: basic),
        criticalIllness: Yuan(fen: insured ? (inPolicy.fen - basic) * Int64(below(50)) / 100 : 0),
        supplementary: .zero)
    }
    let claimDay = manual ? day.adding(months: below(24)) : .distantPast
    return Episode(day: day, facts: facts, disease: disease, cost: cost, given: given, claimDay: claimDay)
  }
}

extension Settler {
  /// The outcome of a case without its steps.
  func outcome(_ one: RandomCase) -> (total: PersonResult, episodes: [EpisodeResult]) {
    var results: [EpisodeResult] = []
    var trace = NoTrace()
    let total = settle(one.person, one.identities.span, one.episodes.span, into: &results, trace: &trace)
    return (total, results)
  }
}

/// The shipped jurisdictions, named so that a failing test says which one failed.
enum Jurisdictions {
  static let all = ["bazhong", "banan", "dianjiang", "kaizhou", "guizhou"]
}
