import Money
import Rules
import Settlement
import Testing

@testable import Simulation

/// One clause of a document in another: what it settles then, and that every pair of documents allows it.
@Suite struct TransplantTests {
  private static let ids = ["bazhong", "banan", "dianjiang", "kaizhou", "guizhou"]
  private let library: RuleLibrary

  init() throws { library = try RuleLibrary() }

  /// Every ordered pair of documents.
  static let pairs = ids.flatMap { own in ids.filter { $0 != own }.map { [own, $0] } }

  private func book(_ id: String) throws -> RuleBook { try #require(library.file(id)).book }

  /// What one stay of an allowance recipient is paid of 10,000 yuan that insurance left.
  private func paid(
    _ book: RuleBook, _ identity: String = "minimumLivingAllowance", left: Int = 10_000, _ facts: Facts = Self.stay
  ) throws -> Yuan {
    let settler = Settler(Plan(book, year: 2023))
    let held = [HeldIdentity(try #require(book.vocabulary.identity(identity)))]
    return settle(settler, held, facts, left, Episode.noDisease).assistance
  }

  private static let stay = Facts(
    kind: .inpatient, level: 2, designated: true, location: .county, referral: .notRequired)

  private func settle(
    _ settler: Settler, _ held: [HeldIdentity], _ facts: Facts, _ left: Int, _ disease: UInt8
  ) -> PersonResult {
    let cost = CostParts(inPolicy: Yuan(fen: 4_000_000), upfrontB: Yuan(fen: 100_000))
    let given = GivenPayments(
      basic: cost.inPolicy - Yuan(fen: Int64(left) * 100), criticalIllness: .zero, supplementary: .zero)
    let episode = Episode(
      day: Day.first(of: 2023), facts: facts, disease: disease, cost: cost, given: given)
    let person = PersonYear(birth: Day.first(of: 1955), facts: Facts(insurance: .residentTier1))
    var results: [EpisodeResult] = []
    var trace = NoTrace()
    return settler.settle(person, held.span, [episode].span, into: &results, trace: &trace)
  }

  /// What people of every identity are paid for every kind of care, listed disease or none.
  private func grid(_ book: RuleBook) -> [[Yuan]] {
    let settler = Settler(Plan(book, year: 2023))
    return book.vocabulary.identities.indices.flatMap { identity in
      CareKind.allCases.flatMap { kind in
        [UInt8(0), Episode.noDisease].flatMap { disease in
          [1, 3].map { level in
            let facts = Facts(kind: kind, level: level, designated: true, location: .city, referral: .compliant)
            let paid = settle(settler, [HeldIdentity(UInt8(identity))], facts, 39_000, disease)
            return [paid.assistance, paid.tilted, paid.premiumSubsidy]
          }
        }
      }
    }
  }

  @Test func aRateSettlesAtTheDonorsRate() throws {
    // Guizhou pays class II 70 percent; the large stays of Banan, its last route for inpatient care, are paid 90.
    let own = try book("guizhou"), other = try book("banan")
    #expect(try paid(own) == Yuan(fen: 770_000))
    #expect(try paid(Clause.rate.moved(from: other, into: own)) == Yuan(fen: 990_000))
  }

  @Test func aDeductibleIsTheDonors() throws {
    let own = try book("guizhou"), other = try book("kaizhou")
    let margin = "illnessImpoverishedPatient"
    // 50 percent of what 2,000 yuan leave of 11,000; Kaizhou has no deductible.
    #expect(try paid(own, margin) == Yuan(fen: 450_000))
    #expect(try paid(Clause.deductible.moved(from: other, into: own), margin) == Yuan(fen: 550_000))
  }

  @Test func aPoolTakesTheCapOfStaysNotOfVisits() throws {
    // Dianjiang caps ordinary stays at 6,000 yuan and ordinary visits at 300.
    let moved = Clause.cap.moved(from: try book("dianjiang"), into: try book("guizhou"))
    #expect(try paid(moved) == Yuan(fen: 600_000))
  }

  @Test func classesBringWhoIsAssistedOnTheOwnTerms() throws {
    let own = try book("guizhou"), moved = Clause.classes.moved(from: try book("kaizhou"), into: own)
    // Kaizhou assists severely disabled persons, Guizhou does not; Guizhou's next lower class is IV.
    #expect(try paid(own, "severelyDisabled") == .zero)
    #expect(try paid(moved, "severelyDisabled") == Yuan(fen: 450_000))
    // Margin families are no class of Kaizhou's.
    #expect(try paid(own, "allowanceMarginFamily") > .zero)
    #expect(try paid(moved, "allowanceMarginFamily") == .zero)
  }

  @Test(arguments: ids)
  func aCopyOfItselfChangesNothing(id: String) throws {
    let own = try book(id)
    let usual = grid(own)
    #expect(usual.contains { $0[0] > .zero })
    for clause in Clause.allCases {
      #expect(grid(clause.moved(from: own, into: own)) == usual, "\(clause.rawValue)")
      if ![.benefits, .tilt].contains(clause) { #expect(!clause.differs(own, own), "\(clause.rawValue)") }
    }
  }

  @Test(arguments: pairs)
  func everyClauseOfEveryPairSettles(pair: [String]) throws {
    let own = try book(pair[0]), other = try book(pair[1])
    let usual = grid(own)
    for clause in Clause.allCases {
      let moved = grid(clause.moved(from: other, into: own))
      #expect(moved.count == usual.count)
      // The invented bill is 41,000 yuan, of which insurance paid 1,000.
      #expect(moved.allSatisfy { $0[0] >= .zero && $0[0] + $0[1] <= Yuan(fen: 4_000_000) })
      // A clause that is held to be equal must not change a payment.
      if !clause.differs(own, other) { #expect(moved == usual, "\(clause.rawValue)") }
    }
  }
}
