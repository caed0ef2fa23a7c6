import Input
import Money
import Population
import Rules
import Testing

@testable import Simulation

/// What an account of a scenario says; what it may not say is in `Bad`.
@Suite struct AccountReaderTests {
  private static let library = Result { () throws in try RuleLibrary() }

  /// The accounts of a scenario as they are read for several years.
  private func accounts(
    _ account: String, _ years: ClosedRange<Int>, place: String = "kaizhou", further: String = ""
  ) throws -> [Scenario.Account] {
    let library = try Self.library.get()
    let head = "format: medaid-scenario/1\nname: x\nyear: \(years.lowerBound)\nplaces: [\(place)]\n\(further)"
    let scenario = try ScenarioReader(library: library, places: PlaceName.shipped()).read(head, file: "s.yaml")
    let findings = Findings()
    let fields = Fields(try YAMLReader.read("account: \(account)", file: "a.yaml"), "", findings)
    let accounts = AccountReader(scenario, library, years: Array(years), findings).read(fields)
    try findings.refuseIfAny()
    return accounts
  }

  private func refusal(_ account: String, _ years: ClosedRange<Int>) -> String? {
    #expect(throws: Refusal.self) { try accounts(account, years) }?.description
  }

  private func fen(_ amounts: [Yuan]?) -> [Int64]? { amounts?.map(\.fen) }

  @Test func aScenarioHasOneAccountOrSeveral() throws {
    let head = "format: medaid-scenario/1\nname: x\nyear: 2023\nplaces: [kaizhou, guizhou]\naccount:"
    let kaizhou = "{place: 重庆市开州区, balance: 3.5, transferBefore: 100, transfers: 110}"
    let guizhou = "{place: guizhou, balance: 0, transfers: 7, local: 2, donations: 0.01}"
    func read(_ text: String) throws -> [Scenario.Account] {
      try ScenarioReader(library: Self.library.get(), places: PlaceName.shipped()).read(text, file: "s").accounts
    }
    #expect(try read("\(head) \(kaizhou)\n").map(\.place) == ["kaizhou"])
    let both = try read("\(head) [\(kaizhou), \(guizhou)]\n")
    #expect(both.map(\.place) == ["kaizhou", "guizhou"])
    #expect(both[0].years == [2023] && both[0].balance == Yuan(fen: 350) && both[0].local == nil)
    #expect(both[0].transferBefore == Yuan(fen: 10_000) && fen(both[0].donations) == [0])
    #expect(fen(both[1].local) == [200] && fen(both[1].donations) == [1] && both[1].transferBefore == nil)
    #expect(both[0].surplus == SurplusRule())
  }

  @Test func amountsAreConstantGrowOrAreStated() throws {
    let account = try accounts(
      """
      {place: kaizhou, balance: 0, transferBefore: 1, transfers: {first: 100.33, growth: 2.5},
        local: {2023: 5, 2024: 6.5, 2025: 0}, donations: 0.5}
      """, 2023...2025)[0]
    // 100.33 · 1.025 = 102.838…, and 102.84 · 1.025 = 105.411.
    #expect(fen(account.transfers) == [10_033, 10_284, 10_541])
    #expect(fen(account.local) == [500, 650, 0] && fen(account.donations) == [50, 50, 50])
    let shrinking = "{place: kaizhou, balance: 0, transferBefore: 1, transfers: {first: 100, growth: -10}}"
    #expect(fen(try accounts(shrinking, 2023...2025)[0].transfers) == [10_000, 9_000, 8_100])
  }

  @Test func aSurplusRuleIsReadByIdentifierAndChineseName() throws {
    let head = "{place: kaizhou, balance: 0, transferBefore: 1, transfers: 1, "
    let english = try accounts(head + "surplusLimit: 12.5, surplusOf: cumulative, excess: returned}", 2023...2023)[0]
    let chinese = try accounts(head + "surplusLimit: none, surplusOf: 累计结余, excess: 上缴}", 2023...2023)[0]
    #expect(
      english.surplus == SurplusRule(limit: .stated(Rate(basisPoints: 1_250)), basis: .cumulative, excess: .returned))
    #expect(chinese.surplus == SurplusRule(limit: .none, basis: .cumulative, excess: .returned))
  }

  @Test func everyYearIsNamed() {
    #expect(
      refusal("{place: kaizhou, balance: 0, transferBefore: 1, transfers: {2023: 1, 2025: 1, 2029: 1}}", 2023...2026)
        == """
        error: a.yaml:1: account.transfers.2029: this is not a year of the scenario (allowed: 2023 to 2026, or first and growth)
        error: a.yaml:1: account.transfers: no amount of 2024, 2026 (name every year of the scenario, 2023 to 2026, or give first and growth)
        """)
  }

  @Test func nothingGrowsBeyondAllMoney() {
    #expect(
      refusal(
        "{place: kaizhou, balance: 0, transferBefore: 1, transfers: {first: 200000000000, growth: 100}}", 2023...2099)
        == "error: a.yaml:1: account.transfers.growth: grows beyond 999,999,999,999.00 yuan by 2026")
  }

  /// A document that asks for no least local budget any more leaves nothing that could stand in for one.
  @Test func thePatchedDocumentDecidesWhatMustBeStated() throws {
    let without = "set: {kaizhou.fund.localBudgetFloor: unquantified}\n"
    let account = try accounts("{place: kaizhou, balance: 0, transfers: 1, local: 0}", 2023...2024, further: without)
    #expect(account.count == 1)
    let refusal = #expect(throws: Refusal.self) {
      try accounts("{place: kaizhou, balance: 0, transfers: 1}", 2023...2024, further: without)
    }
    #expect(refusal?.description.contains("account.local: the key is missing") == true)
  }
}
