import Money
import Rules
import Settlement
import Testing

/// What a further identity may and may not do.
@Suite struct IdentityLawTests {
  /// On a given burden, a further identity never lowers assistance before tilt. Only grades of disabled soldiers are
  /// left out, which take another identity away, and end-of-month grace, which ends when a lower class is left.
  @Test(arguments: Jurisdictions.all)
  func aFurtherIdentityNeverLowersAssistance(jurisdiction: String) throws {
    let library = try Shipped.library()
    let book = try #require(library.file(jurisdiction)).book
    let excluding = try #require(library.vocabulary.identity("disabledSoldierGrade1to6"))
    var people = RandomPeople(seed: 7, vocabulary: library.vocabulary, year: 2023)
    people.givesPayments = true
    people.holdsAllYear = true
    let settler = Settler(Plan(book, year: 2023))
    var raised = 0
    for number in 0..<4_000 {
      let one = people.next()
      var more = one
      let added = UInt8(people.below(library.vocabulary.identities.count))
      guard added != excluding else { continue }
      more.identities.append(HeldIdentity(added))
      let (before, after) = (settler.outcome(one).total, settler.outcome(more).total)
      #expect(after.assistance >= before.assistance, "case \(number), \(library.vocabulary.identities[Int(added)].id)")
      if after.assistance > before.assistance { raised += 1 }
    }
    #expect(raised > 100)
  }

  /// It may leave the patient more to pay all the same: two large stays in Banan, of which the worked cases have the
  /// arithmetic. The text says so, and nothing is smoothed.
  @Test func aHigherClassMayPayMoreItselfInBanan() throws {
    let library = try Shipped.library()
    let words = library.vocabulary
    let settler = Settler(Plan(try #require(library.file("banan")).book, year: 2023))
    func stay(_ day: String, _ inPolicy: Int64, _ basic: Int64) throws -> Episode {
      Episode(
        day: try #require(Day(day)), facts: Facts(kind: .inpatient, level: 2),
        cost: CostParts(inPolicy: Yuan(fen: inPolicy)),
        given: GivenPayments(basic: Yuan(fen: basic), criticalIllness: .zero, supplementary: .zero))
    }
    let margin = HeldIdentity(try #require(words.identity("allowanceMarginFamily")))
    let allowance = HeldIdentity(try #require(words.identity("minimumLivingAllowance")))
    var one = RandomCase(
      person: PersonYear(birth: .first(of: 1970), facts: Facts(insurance: .residentTier1)), identities: [margin],
      episodes: [try stay("2023-06-01", 100_000_00, 10_000_00), try stay("2023-07-01", 40_000_00, 30_000_00)])
    #expect(settler.outcome(one).total.selfPaid == Yuan(fen: 21_400_00))
    one.identities.append(allowance)
    #expect(settler.outcome(one).total.selfPaid == Yuan(fen: 22_000_00))
  }
}
