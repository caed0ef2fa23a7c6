import Input
import Money
import Rules
import Simulation
import Testing

@testable import Analysis

/// A fund account balances to the fen, and says how sure it is.
@Suite struct FundAccountTests {
  private static let library = Result { () throws in try RuleLibrary() }

  private func book(_ jurisdiction: String = "kaizhou") throws -> RuleBook {
    try #require(try Self.library.get().file(jurisdiction)).book
  }

  private func account(
    _ years: ClosedRange<Int>, balance: Int64, before: Int64? = nil, transfers: [Int64], local: [Int64]? = nil,
    donations: [Int64]? = nil, surplus: SurplusRule = SurplusRule()
  ) -> Scenario.Account {
    Scenario.Account(
      place: "kaizhou", years: Array(years), balance: Yuan(fen: balance), transferBefore: before.map(Yuan.init(fen:)),
      transfers: transfers.map(Yuan.init(fen:)), local: local?.map(Yuan.init(fen:)),
      donations: donations?.map(Yuan.init(fen:)) ?? years.map { _ in .zero }, surplus: surplus)
  }

  private func fund(_ account: Scenario.Account, _ spending: YearlySpending) throws -> FundAccount {
    FundAccount(
      scenario: "baseline", account, try book(), jurisdiction: "kaizhou", status: .assumption, spending)
  }

  /// Three years of one path by hand, in yuan: transfers 80, 90 and 100 after 70, local budget 15 % of the year before's.
  ///
  ///     year  opening  transfers  local  spent            closing
  ///     2023     5.00      80.00  10.50  60.00 + 20.004     15.50   surplus 10.50 of 90.50: 15 % are 13.575 → 13.58
  ///     2024    15.50      90.00  12.00  90.00 + 40.005    −12.51   surplus −28.01: the debt is carried
  ///     2025   −12.51     100.00  13.50  50.00 + 20.00      30.99   surplus 43.50 of 113.50: 15 % are 17.03 (17.025)
  @Test func threeYearsByHand() throws {
    let account = account(2023...2025, balance: 500, before: 7_000, transfers: [8_000, 9_000, 10_000])
    let fund = try fund(
      account,
      YearlySpending(
        years: [2023, 2024, 2025], assistance: [[6_000], [9_000], [5_000]],
        premiumSubsidy: [[2_000.4], [4_000.5], [2_000]]))
    #expect(fund.terms.years.map(\.local.fen) == [1_050, 1_200, 1_350])
    #expect(fund.terms.years.map(\.largestSurplus?.fen) == [1_358, 1_530, 1_703])
    #expect(fund.paths.map { $0[0].premiumSubsidy.fen } == [2_000, 4_001, 2_000])
    #expect(fund.paths.map { $0[0].closing.fen } == [1_550, -1_251, 3_099])
    #expect(fund.paths.map { $0[0].uncovered.fen } == [0, 1_251, 0])
    #expect((0..<3).map { fund.probabilityDry($0).value } == [0, 1, 0])
    #expect((0..<3).map { fund.probabilityDrySoFar($0).value } == [0, 1, 1])
    #expect((0..<3).map { fund.probabilityOverLimit(.year, $0)?.value } == [0, 0, 1])
    // All that is in the account: 15.50 of 13.58, and 30.99 of 17.03.
    #expect((0..<3).map { fund.probabilityOverLimit(.cumulative, $0)?.value } == [1, 0, 1])
  }

  @Test(arguments: [
    // Of the year alone: 43.50 − 17.03 go back, of the 30.99 that are left when the debt is made up.
    (SurplusRule.Basis.year, [0, 0, 2_647], [1_550, -1_251, 452] as [Int64]),
    // Of all: 15.50 − 13.58 in the first year, and then 30.99 − 1.92 − 17.03.
    (.cumulative, [192, 0, 1_204], [1_358, -1_443, 1_703]),
  ])
  func whatPassesTheLimitIsReturned(basis: SurplusRule.Basis, returned: [Int64], closing: [Int64]) throws {
    let rule = SurplusRule(basis: basis, excess: .returned)
    let account = account(2023...2025, balance: 500, before: 7_000, transfers: [8_000, 9_000, 10_000], surplus: rule)
    let fund = try fund(
      account,
      YearlySpending(
        years: [2023, 2024, 2025], assistance: [[6_000], [9_000], [5_000]],
        premiumSubsidy: [[2_000], [4_001], [2_000]]))
    #expect(fund.paths.map { $0[0].returned.fen } == returned)
    #expect(fund.paths.map { $0[0].closing.fen } == closing)
  }

  @Test func aDebtIsMadeUpBeforeAnythingIsReturned() throws {
    let rule = SurplusRule(limit: .stated(.zero), excess: .returned)
    let account = account(
      2023...2024, balance: 0, transfers: [0, 1_000], local: [0, 0], surplus: rule)
    let fund = try fund(
      account, YearlySpending(years: [2023, 2024], assistance: [[900], [300]], premiumSubsidy: [[0], [0]]))
    #expect(fund.paths.map { $0[0].returned.fen } == [0, 0])
    #expect(fund.paths.map { $0[0].closing.fen } == [-900, -200])
  }

  /// Nothing is lost and nothing appears: on every path what came in less what went out is what the balance moved by.
  @Test(arguments: 1...40) func itBalancesToTheFenOverYears(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let years = 2023...Int(2023 + random.next() % 12), replicates = 1 + Int(random.next() % 30)
    func amounts(_ largest: UInt64) -> [Int64] { years.map { _ in Int64(random.next() % largest) } }
    func spent(_ largest: UInt64) -> [[Double]] {
      years.map { _ in (0..<replicates).map { _ in Double(random.next() % largest) / 7 } }
    }
    let rule = SurplusRule(
      limit: [.document, .none, .stated(Rate(basisPoints: Int64(random.next() % 10_001)))][Int(random.next() % 3)],
      basis: random.next() % 2 == 0 ? .year : .cumulative, excess: random.next() % 2 == 0 ? .kept : .returned)
    let account = account(
      years, balance: Int64(random.next() % 1_000_000_000), before: 5_000_000_000, transfers: amounts(10_000_000_000),
      local: random.next() % 2 == 0 ? amounts(2_000_000_000) : nil, donations: amounts(1_000_000), surplus: rule)
    let spending = YearlySpending(
      years: Array(years), assistance: spent(60_000_000_000), premiumSubsidy: spent(10_000_000_000))
    let fund = try fund(account, spending)
    for replicate in 0..<replicates {
      let path = fund.paths.map { $0[replicate] }
      #expect(path.first?.opening == account.balance)
      for (one, next) in zip(path, path.dropFirst()) { #expect(next.opening == one.closing) }
      let came = path.map { $0.transfers.fen + $0.local.fen + $0.donations.fen }.reduce(0, +)
      let went = path.map { $0.assistance.fen + $0.premiumSubsidy.fen + $0.returned.fen }.reduce(0, +)
      #expect(path.last.map { $0.closing.fen - account.balance.fen } == came - went)
      #expect(path.allSatisfy { $0.returned >= .zero && ($0.returned == .zero || $0.closing >= .zero) })
      for (index, one) in path.enumerated() {
        #expect(abs(Double(one.assistance.fen) - Double(spending.assistance(index, replicate).fen)) <= 0.5)
        guard rule.excess == .returned, rule.basis == .cumulative, let limit = one.largestSurplus else { continue }
        #expect(one.closing <= limit)
      }
    }
    for index in fund.terms.years.indices.dropFirst() {
      #expect(fund.probabilityDrySoFar(index).value >= fund.probabilityDrySoFar(index - 1).value)
      #expect(fund.probabilityDrySoFar(index).value >= fund.probabilityDry(index).value)
    }
  }

  @Test func theOrderOfReplicatesChangesNothing() throws {
    var random = SplitMix(seed: 3)
    let years = [2023, 2024, 2025]
    let assistance = years.map { _ in (0..<200).map { _ in 5e9 + Double(random.next() % 9_000_000_000) / 3 } }
    let premium = years.map { _ in (0..<200).map { _ in Double(random.next() % 900_000_000) / 3 } }
    let account = account(
      2023...2025, balance: 100, before: 6_000_000_000, transfers: [7, 7, 7].map { $0 * 1_000_000_000 })
    func rows(_ order: [Int]) throws -> [String] {
      try fund(
        account,
        YearlySpending(
          years: years, assistance: assistance.map { year in order.map { year[$0] } },
          premiumSubsidy: premium.map { year in order.map { year[$0] } })
      ).rows.map { "\($0)" }
    }
    #expect(try rows(Array(0..<200)) == rows((0..<200).map { ($0 * 37 + 11) % 200 }))
  }

  @Test func fewReplicatesTellNoTailsAndNoCertainty() throws {
    let account = account(2023...2023, balance: 0, before: 0, transfers: [1_000])
    let spending = YearlySpending(
      years: [2023], assistance: [(0..<40).map { Double($0) }], premiumSubsidy: [Array(repeating: 0, count: 40)])
    let rows = try fund(account, spending).rows
    func row(_ item: String, _ statistic: String) throws -> AccountRow {
      try #require(rows.first { $0.item == item && $0.statistic == statistic })
    }
    #expect(try row("balance", "p05").statusWord == "tooFew" && row("balance", "p50").statusWord == "assumption")
    // In the mean 19.5 fen of 1,000 are spent: of what is left half a fen is rounded up, and spending takes the difference.
    #expect(abs(try row("balance", "mean").estimate.value - 9.81) < 1e-9)
    #expect(abs(try row("spending", "mean").estimate.value - 0.19) < 1e-9)
    let dry = try row("balance", "probabilityDry").estimate
    #expect(dry.value == 0 && (dry.bounds?.upper ?? 0) > 0.05)
    #expect(try row("transfers", "amount").statusWord == "scenario")
    #expect(try row("localFloor", "amount").estimate.value == 0)
    // 10 yuan, of which 15 % are 1.50; nearly all of it is left.
    #expect(try row("surplusLimit", "amount").estimate.value == 1.5)
    #expect(try row("surplus", "probabilityOverLimitOfYear").estimate.value == 1)
  }

  /// The same people are drawn in every year: the errors of the level add up in the balance.
  @Test func errorsOfTheLevelWidenTheBalance() throws {
    let account = account(2023...2024, balance: 0, before: 0, transfers: [1_000, 1_000])
    let spent = [Array(repeating: 500.0, count: 20), Array(repeating: 500.0, count: 20)]
    let none = [Array(repeating: 0.0, count: 20), Array(repeating: 0.0, count: 20)]
    let errors = YearlySpending.LevelErrors(assistance: [100, 200], premiumSubsidy: [0, 0], total: [100, 200])
    let fund = try fund(
      account, YearlySpending(years: [2023, 2024], assistance: spent, premiumSubsidy: none, errors: errors))
    #expect(fund.estimate(.spending, 1).standardError == 2)
    #expect(fund.estimate(.balance, 0).standardError == 1 && fund.estimate(.balance, 1).standardError == 3)
    #expect(fund.estimate(.opening, 1).standardError == 1)
  }

  /// Where too few were drawn to know the error of a year's level, those of the balances from then on are not known either.
  @Test func anUnknownErrorIsNotNothing() throws {
    let account = account(2023...2024, balance: 0, transfers: [1_000, 1_000], local: [0, 0])
    let spent = [Array(repeating: 500.0, count: 20), Array(repeating: 1_600.0, count: 20)]
    let none = [Array(repeating: 0.0, count: 20), Array(repeating: 0.0, count: 20)]
    let errors = YearlySpending.LevelErrors(assistance: [100, nil], premiumSubsidy: [0, 0], total: [100, nil])
    let fund = try fund(
      account, YearlySpending(years: [2023, 2024], assistance: spent, premiumSubsidy: none, errors: errors))
    #expect(fund.estimate(.balance, 0).standardError == 1 && fund.probabilityDry(0).standardError != nil)
    for item in [AccountItem.spending, .balance, .uncovered] {
      for p in [nil, 0.5] { #expect(fund.estimate(item, 1, quantile: p).standardError == nil) }
    }
    #expect(fund.estimate(.uncovered, 1).value == 1 && fund.estimate(.opening, 1).standardError == 1)
    #expect(fund.estimate(.uncovered, 0, quantile: 0.5).value == 0)
    let dry = fund.probabilityDrySoFar(1)
    #expect(dry.value == 1 && dry.bounds == nil)
  }

  /// What is owed is never less than nothing, nor is its interval, and an account far from dry owes nothing for sure.
  @Test func whatIsOwedStopsAtZero() throws {
    let account = account(2023...2023, balance: 0, before: 0, transfers: [1_000])
    let errors = YearlySpending.LevelErrors(assistance: [30], premiumSubsidy: [0], total: [30])
    let spending = YearlySpending(
      years: [2023], assistance: [(0..<200).map { 6 * Double($0) }],
      premiumSubsidy: [Array(repeating: 0, count: 200)], errors: errors)
    let fund = try fund(account, spending)
    let never = fund.estimate(.uncovered, 0, quantile: 0.05), often = fund.estimate(.uncovered, 0, quantile: 0.95)
    #expect(never.value == 0 && never.standardError == 0)
    #expect(abs(often.value + fund.estimate(.balance, 0, quantile: 0.05).value) < 1e-9 && often.value > 1)
    for p in [nil, 0.75, 0.95] { #expect((fund.estimate(.uncovered, 0, quantile: p).bounds?.lower ?? -1) >= 0) }
  }

  /// What passes the limit is kept: nothing is returned, for sure. Where it is returned, nothing so far may yet be something.
  @Test(arguments: [SurplusRule.Excess.kept, .returned]) func nothingReturnedIsSureWhereItIsKept(
    excess: SurplusRule.Excess
  ) throws {
    let account = account(
      2023...2024, balance: 0, transfers: [1_000, 1_000], local: [0, 0], surplus: SurplusRule(excess: excess))
    let spent = [Array(repeating: 900.0, count: 200), Array(repeating: 900.0, count: 200)]
    let none = [Array(repeating: 0.0, count: 200), Array(repeating: 0.0, count: 200)]
    let errors = YearlySpending.LevelErrors(assistance: [100, 100], premiumSubsidy: [0, 0], total: [100, 100])
    let fund = try fund(
      account, YearlySpending(years: [2023, 2024], assistance: spent, premiumSubsidy: none, errors: errors))
    for p in [nil, 0.05, 0.5, 0.95] {
      let returned = fund.estimate(.returned, 1, quantile: p)
      #expect(returned.value == 0 && (returned.standardError == 0) == (excess == .kept))
    }
  }

  @Test func aDocumentWithoutLimitsHasNone() throws {
    let account = account(2023...2024, balance: 0, transfers: [10, 10], local: [1, 1])
    let spending = YearlySpending(years: [2023, 2024], assistance: [[1], [1]], premiumSubsidy: [[0], [0]])
    let fund = FundAccount(
      scenario: "baseline", account, try book("guizhou"), jurisdiction: "guizhou", status: .assumption, spending)
    #expect(fund.terms.years.allSatisfy { $0.localFloor == nil && $0.limit == nil && $0.localShortfall == .zero })
    #expect(!fund.rows.contains { $0.item == "surplusLimit" || $0.statistic.hasPrefix("probabilityOverLimit") })
    #expect(fund.estimate(.returned, 0) == Estimate(0, standardError: 0))
  }

  @Test func aLocalBudgetBelowTheLeastIsSeen() throws {
    let account = account(2023...2024, balance: 0, before: 1_000, transfers: [2_000, 10], local: [151, 200])
    #expect(AccountTerms(account, try book()).years.map(\.localShortfall.fen) == [0, 100])
  }

  /// Random numbers that need no seed of the system (SplitMix64).
  private struct SplitMix {
    var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}
