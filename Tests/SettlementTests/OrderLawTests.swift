import Money
import Rules
import Settlement
import Testing

/// Where the order of a year's episodes matters, and where it does not.
@Suite struct OrderLawTests {
  /// One class all year and one rate: a pool pays the same total in any order. Round amounts, so that no rounding per
  /// episode can differ.
  @Test(arguments: Jurisdictions.all)
  func aPoolOfOneRatePaysTheSameInAnyOrder(jurisdiction: String) throws {
    let library = try Shipped.library()
    let book = try #require(library.file(jurisdiction)).book
    var people = RandomPeople(seed: 13, vocabulary: library.vocabulary, year: 2023)
    people.givesPayments = true
    let settler = Settler(Plan(book, year: 2023))
    for number in 0..<2_000 {
      var one = people.next()
      // Away from birthdays, and with one rate for all: no referral missing, one level.
      one.person.birth = Day.first(of: 1970)
      one.identities = [HeldIdentity(UInt8(people.below(library.vocabulary.identities.count)))]
      one.episodes = one.episodes.map(Self.plain)
      var other = one
      let days = one.episodes.map(\.day)
      other.episodes = Array(one.episodes.reversed())
      for index in days.indices { other.episodes[index].day = days[index] }
      let (a, b) = (settler.outcome(one).total, settler.outcome(other).total)
      #expect(a.assistance == b.assistance, "case \(number)")
    }
  }

  private static func plain(_ episode: Episode) -> Episode {
    let kind: CareKind = episode.facts.value(Facts.kind) == 0 ? .inpatient : .chronicOutpatient
    let hundreds = episode.cost.inPolicy.fen / 100_00 * 100_00
    return Episode(
      day: episode.day, facts: Facts(kind: kind, level: 2), disease: episode.disease,
      cost: CostParts(inPolicy: Yuan(fen: hundreds)),
      given: GivenPayments(basic: .zero, criticalIllness: .zero, supplementary: .zero))
  }

  /// With a deductible and two rates it matters in Guizhou which stay comes first.
  @Test func reducedAndFullRatesDependOnTheOrderInGuizhou() throws {
    let library = try Shipped.library()
    let settler = Settler(Plan(try #require(library.file("guizhou")).book, year: 2023))
    let margin = HeldIdentity(try #require(library.vocabulary.identity("allowanceMarginFamily")))
    func assistance(_ referrals: [Referral]) throws -> Yuan {
      let days = ["2023-03-01", "2023-04-01"]
      let episodes = try zip(days, referrals).map { day, referral in
        Episode(
          day: try #require(Day(day)), facts: Facts(kind: .inpatient, level: 2, referral: referral),
          cost: CostParts(inPolicy: Yuan(fen: 1_000_00)),
          given: GivenPayments(basic: .zero, criticalIllness: .zero, supplementary: .zero))
      }
      let person = PersonYear(birth: .first(of: 1970), facts: Facts(insurance: .residentTier1))
      return settler.outcome(RandomCase(person: person, identities: [margin], episodes: episodes)).total.assistance
    }
    #expect(try assistance([.missing, .notRequired]) == Yuan(fen: 600_00))
    #expect(try assistance([.notRequired, .missing]) == Yuan(fen: 500_00))
  }

  /// Assistance jumps up at the gate in Banan and may fall in Kaizhou, as the documents are written.
  @Test(arguments: [("banan", 0, 7_200_00), ("kaizhou", 6_000_00, 8_400_00)] as [(String, Int64, Int64)])
  func theGateIsAStep(jurisdiction: String, below: Int64, above: Int64) throws {
    let library = try Shipped.library()
    let settler = Settler(Plan(try #require(library.file(jurisdiction)).book, year: 2023))
    let name = jurisdiction == "banan" ? "allowanceMarginFamily" : "minimumLivingAllowance"
    let identity = HeldIdentity(try #require(library.vocabulary.identity(name)))
    func assistance(_ inPolicy: Int64) throws -> Int64 {
      let episode = Episode(
        day: try #require(Day("2023-06-01")), facts: Facts(kind: .inpatient, level: 2),
        cost: CostParts(inPolicy: Yuan(fen: inPolicy)),
        given: GivenPayments(basic: Yuan(fen: inPolicy - 12_000_00), criticalIllness: .zero, supplementary: .zero))
      let person = PersonYear(birth: .first(of: 1970), facts: Facts(insurance: .residentTier1))
      return settler.outcome(RandomCase(person: person, identities: [identity], episodes: [episode])).total.assistance
        .fen
    }
    #expect(try assistance(30_000_00) == below)
    #expect(try assistance(30_000_01) == above)
  }
}
