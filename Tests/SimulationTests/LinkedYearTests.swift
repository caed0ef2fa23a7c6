import Money
import Rules
import Settlement
import Testing

@testable import Population
@testable import Simulation

/// Recognition over two linked years, on a household whose bills are written down.
@Suite struct LinkedYearTests {
  private let library: RuleLibrary

  init() throws { library = try RuleLibrary() }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? .distantPast
  }

  private static func stay(_ day: Day, _ yuan: Int64) -> Episode {
    // Paid by nobody else, so that all of it stays with the household.
    Episode(
      day: day, facts: Facts(kind: .inpatient, level: 2), cost: CostParts(inPolicy: Yuan(fen: yuan * 100)),
      given: GivenPayments(basic: .zero, criticalIllness: .zero, supplementary: .zero))
  }

  /// One resident of 60,000 yuan a year with bills of two years, who applies 30 days after need.
  private func block(_ before: [Episode], _ year: [Episode], applies: Bool = true, warned: Bool = true)
    -> PopulationBlock
  {
    var block = PopulationBlock()
    block.households = [
      Household(
        number: 0, persons: 0..<1, income: 6_000_000, size: 1, urban: false, poor: false, applies: applies,
        appliesWarned: applies || warned, recognitionDelayDays: 30)
    ]
    (block.episodes, block.earlier) = (year, before)
    block.persons = [
      Person(
        year: PersonYear(birth: Self.day(1960, 5, 5), facts: Facts(insurance: .residentTier1)), identities: 0..<0,
        episodes: 0..<Int32(year.count), earlier: 0..<Int32(before.count), identitySet: 0, household: 0, age: 62,
        male: true, urban: false, poor: false, visits: Visits(chronic: 0, ordinary: 0))
    ]
    return block
  }

  private func settled(
    _ jurisdiction: String, _ block: PopulationBlock, readings: [String: String] = [:], year: Int = 2023,
    isDated: Bool = false
  ) throws -> HouseholdSettler {
    let book = try #require(library.file(jurisdiction)).book(readings: readings, stages: [])
    let settler = HouseholdSettler(
      Plan(book, year: year, isDated: isDated), before: Plan(book, year: year - 1, isDated: isDated))
    settler.settle(block.households[0], block)
    return settler
  }

  /// Flags and benefits of what is paid late are those of the year's plan, which may have others.
  @Test func latePaymentsSpeakOfTheYearsPlan() throws {
    let block = block([Self.stay(Self.day(2021, 10, 1), 30_000)], [Self.stay(Self.day(2022, 2, 1), 40_000)])
    let settler = try settled("bazhong", block, readings: ["BZ-20": "B"], year: 2022)
    let late = try #require(settler.episodes(of: 0).last)
    #expect(settler.late(0) > .zero && late.cost == .zero)
    #expect(late.flags >> UInt64(settler.plan.flags.count) == 0)
    #expect(settler.plan.book.benefits.indices.contains(Int(late.benefit)))
  }

  /// A reform of the test does not reach back to the year before.
  @Test func theTestOfTheYearBeforeIsItsOwn() throws {
    let file = try #require(library.file("guizhou"))
    let literal = Plan(try file.book(readings: ["GZ-1": "B"], stages: []), year: 2023)
    let asRead = Plan(file.book, year: 2022)
    // 10,000 impoverish under the literal line of 15 times only.
    let spring = block([Self.stay(Self.day(2022, 3, 1), 10_000)], [])
    let settler = HouseholdSettler(literal, before: asRead)
    settler.settle(spring.households[0], spring)
    #expect(settler.holders == 0)
    let both = HouseholdSettler(literal, before: Plan(try file.book(readings: ["GZ-1": "B"], stages: []), year: 2022))
    both.settle(spring.households[0], spring)
    #expect(both.holders == 1)
  }

  /// In dated mode nobody is recognised under a document that is not in force yet.
  @Test func recognitionWaitsForTheDocument() throws {
    let bills = [Self.stay(Self.day(2022, 3, 1), 60_000)]
    #expect(try settled("bazhong", block([], bills), year: 2022).recognised == 1)
    #expect(try settled("bazhong", block([], bills), year: 2022, isDated: true).recognised == 0)
  }

  /// The list is made of those who have passed the line, not of those who will.
  @Test func theWarningListDoesNotReachBack() throws {
    // 45,000 of March impoverish whom 60,000 feed; only with those of October does the year pass the line.
    let poor = block(
      [], [Self.stay(Self.day(2023, 3, 1), 10_000), Self.stay(Self.day(2023, 10, 1), 9_000)], applies: false)
    var household = poor.households[0]
    household.income = 2_200_000
    var other = poor
    other.households = [household]
    let book = try #require(library.file("bazhong")).book
    let settler = HouseholdSettler(Plan(book, year: 2023), before: Plan(book, year: 2022))
    settler.settle(household, other)
    #expect(settler.recognised == 1)
    #expect(settler.gained.first.map(\.identity.applied) == Self.day(2023, 10, 1))
  }

  /// Guizhou reaches 12 months back from application: 30,000 of October and 40,000 of February pass what 60,000 a year
  /// leave above 15,480 (1.5 × 12 × 860).
  @Test func guizhouPaysForCareOfTheYearBefore() throws {
    let block = block([Self.stay(Self.day(2022, 10, 1), 30_000)], [Self.stay(Self.day(2023, 2, 1), 40_000)])
    let settler = try settled("guizhou", block)
    #expect(settler.recognised == 1 && settler.holders == 1)
    #expect(settler.late(0) > .zero)
    #expect(settler.episodes(of: 0).count == 2)
    let (year, before) = (settler.episodes(of: 0)[0], settler.episodes(of: 0)[1])
    #expect(year.assistance > .zero && before.assistance > .zero && before.cost == .zero)
    #expect(settler.totals[0].assistance == year.assistance + before.assistance)
    #expect(settler.late(0) == before.assistance + before.tilted)
    // What is paid late is what the document pays somebody who held the class then.
    let book = try #require(library.file("guizhou")).book
    let identity = try #require(library.vocabulary.identity("illnessImpoverishedPatient"))
    let alone = Settler(Plan(book, year: 2022))
    var (results, trace) = ([EpisodeResult](), NoTrace())
    let held = [HeldIdentity(identity)]
    let care = block.earlier
    _ = alone.settle(block.persons[0].year, held.span, care.span, into: &results, trace: &trace)
    #expect(results[0].assistance == before.assistance)
  }

  /// Bazhong reaches back to 1 January, and twelve months under reading B of BZ-20.
  @Test func bazhongReachesBackWithinTheYearOnly() throws {
    let block = block([Self.stay(Self.day(2022, 10, 1), 30_000)], [Self.stay(Self.day(2023, 2, 1), 40_000)])
    let year = try settled("bazhong", block)
    #expect(year.recognised == 1 && year.late(0) == .zero && year.totals[0].assistance > .zero)
    let months = try settled("bazhong", block, readings: ["BZ-20": "B"])
    #expect(months.late(0) > .zero)
  }

  @Test func whoWasRecognisedBeforeHoldsTheIdentityForTwelveMonths() throws {
    // Need on 1 June 2022, recognised on 1 July, until 30 June 2023.
    let before = [Self.stay(Self.day(2022, 6, 1), 60_000)]
    let spring = try settled("guizhou", block(before, [Self.stay(Self.day(2023, 5, 1), 20_000)]))
    #expect(spring.recognised == 0 && spring.holders == 1 && spring.late(0) == .zero)
    #expect(spring.totals[0].assistance > .zero)
    let autumn = try settled("guizhou", block(before, [Self.stay(Self.day(2023, 8, 1), 20_000)]))
    #expect(autumn.holders == 1 && autumn.totals[0].assistance == .zero)
  }

  @Test func paymentsMoreThanTwelveMonthsApartAreNotAddedUp() throws {
    let apart = block([Self.stay(Self.day(2022, 2, 1), 30_000)], [Self.stay(Self.day(2023, 2, 2), 40_000)])
    #expect(try settled("guizhou", apart).holders == 0)
    let within = block([Self.stay(Self.day(2022, 2, 3), 30_000)], [Self.stay(Self.day(2023, 2, 2), 40_000)])
    #expect(try settled("guizhou", within).recognised == 1)
  }

  /// The line of Bazhong's warning list is half of last year's disposable income.
  @Test func theWarningListBringsPeopleWhoWouldNotApply() throws {
    let bills = [Self.stay(Self.day(2023, 2, 1), 50_000)]
    #expect(try settled("bazhong", block([], bills, applies: false)).recognised == 1)
    #expect(try settled("bazhong", block([], bills, applies: false, warned: false)).recognised == 0)
    // No other document has a list.
    #expect(try settled("guizhou", block([], bills, applies: false)).recognised == 0)
    #expect(try settled("guizhou", block([], bills)).recognised == 1)
  }

  @Test func holdersOfBetterIdentitiesAreNotTested() throws {
    var block = block([], [Self.stay(Self.day(2023, 2, 1), 50_000)])
    let allowance = try #require(library.vocabulary.identity("minimumLivingAllowance"))
    block.persons[0].identitySet = 1 << UInt64(allowance)
    #expect(try settled("guizhou", block).holders == 0)
  }
}
