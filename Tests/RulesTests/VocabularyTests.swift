import Testing

@testable import Rules

@Suite struct VocabularyTests {
  @Test func knowsEveryWordByBothNames() throws {
    let words = try Vocabulary.shared()
    #expect(words.identities.count == 26)
    #expect(words.diseases.count == 29)
    #expect(words.identity("低保对象") == words.identity("minimumLivingAllowance"))
    #expect(words.identity("allowance") == nil)
  }

  @Test func closesSets() throws {
    let words = try Vocabulary.shared()
    func set(_ names: String...) throws -> UInt64 {
      try names.reduce(0) { $0 | 1 << UInt64(try #require(words.identity($1))) }
    }
    #expect(words.closure(of: try set("ruralFiveGuarantees")) == (try set("ruralFiveGuarantees", "destituteSupport")))
    #expect(
      words.closure(of: try set("ruralPriorityEntitled", "disabledSoldierGrade1to6"))
        == (try set("disabledSoldierGrade1to6")))
  }

  @Test(arguments: [(1970, 1, 1, 0), (2000, 2, 29, 11016), (2023, 12, 31, 19722), (1935, 6, 1, -12633)])
  func countsDays(year: Int, month: Int, day: Int, number: Int32) {
    #expect(Day(year: year, month: month, day: day)?.number == number)
    let civil = Day(number: number).civil
    #expect((civil.year, civil.month, civil.day) == (year, month, day))
  }

  @Test func knowsTheCalendar() throws {
    #expect(Day("2023-02-29") == nil && Day("2023-2-1") == nil && Day("20230201") == nil)
    let leap = try #require(Day("2024-02-29"))
    #expect(leap.adding(months: -12).description == "2023-02-28")
    #expect(leap.endOfMonth == leap)
    #expect(try #require(Day("1943-02-02")).age(on: #require(Day("2023-02-01"))) == 79)
    for number in stride(from: Int32(-40_000), to: 40_000, by: 1) {
      let civil = Day(number: number).civil
      #expect(Day(year: civil.year, month: civil.month, day: civil.day)?.number == number)
    }
  }
}
