import Money
import Population
import Simulation
import Testing

@testable import Analysis

/// A budget leads from the account to the need without losing a fen.
@Suite struct BudgetTests {
  private static let changes = """
    admissions: 4
    costs: 3
    identities: {minimumLivingAllowance: -10, destituteSupport: {count: 90000}}
    oneOffs:
      last: [{name: a, part: inpatient, amount: 1234.56}, {name: b, part: other, amount: -0.07}]
      next: [{name: c, part: outpatient, amount: -99.99}]
    reforms: [{name: r, set: {guizhou.benefits.pool.rate.II: 80}}]
    """

  private static let nothing = """
    admissions: 0
    costs: 0
    incomes: 0
    premiums: 0
    identities: 0
    ageing: false
    """

  @Test func itAddsUpToTheFenForAnyAccount() async throws {
    let one = try await BudgetCase(year: 2023, budget: Self.changes)
    var random = SystemRandomNumberGenerator()
    for _ in 0..<60 {
      let parts = (0..<4).map { _ in Double(Int64.random(in: 200_000...90_000_000_000, using: &random)) / 100 }
      let total = parts.reduce(0, +) + Double(Int.random(in: 0...100_000, using: &random)) / 100
      let times = (0..<3).map { _ in Double(Int.random(in: 1...500_000, using: &random)) }
      let account = BudgetCase.account(parts + [total], year: 2023, times: times)
      for residual in BudgetRequest.Residual.allCases { try expectSums(one.bridge(account, residual: residual)) }
    }
  }

  /// Rows add up in each column, columns in each row, counts and means with them.
  private func expectSums(_ bridge: BudgetBridge) throws {
    for column in BudgetBridge.Column.all {
      let account = try #require(bridge.cell(.account, column)), need = try #require(bridge.cell(.need, column))
      let steps = bridge.rows.filter { !$0.kind.isLevel }.compactMap { $0.cells[column] }
      #expect(steps.reduce(account.amount) { $0 + $1.amount } == need.amount)
      if let first = account.personTimes {
        #expect(steps.reduce(first) { $0 + ($1.personTimes ?? 0) } == need.personTimes)
      }
      if let first = account.persons { #expect(steps.reduce(first) { $0 + ($1.persons ?? 0) } == need.persons) }
      // Of nobody there is no mean: another level than the account's may come down to that where the residual is not kept.
      if let first = account.perPersonTime, steps.allSatisfy({ $0.perPersonTime != nil }) {
        #expect(steps.reduce(first) { $0 + ($1.perPersonTime ?? .zero) } == need.perPersonTime)
      }
    }
    for row in bridge.rows {
      let parts = BudgetPart.allCases.compactMap { row.cells[.part($0)]?.amount }
      #expect(parts.reduce(.zero, +) == row.cells[.total]?.amount)
    }
  }

  @Test func anAccountThatEqualsTheSimulationHasNoResidual() async throws {
    let one = try await BudgetCase(year: 2023)
    let found = BudgetPart.simulated.map { one.bridge().explained[.part($0)]?.simulated.value ?? .nan }
    let bridge = one.bridge(BudgetCase.account(found + [found.reduce(0, +)], year: 2023))
    for column in BudgetBridge.Column.all.compactMap({ bridge.explained[$0] }) {
      #expect(abs(column.residual.value) < 0.03)
    }
    for residual in BudgetRequest.Residual.allCases {
      let other = one.bridge(bridge.request.account, residual: residual)
      let (need, same) = (try #require(other.cell(.need)?.amount.fen), try #require(bridge.cell(.need)?.amount.fen))
      #expect(abs(need - same) <= 4)
    }
  }

  /// No value of the rules is dated after 2025, and both years have 365 days.
  @Test func changingNothingNeedsTheAccount() async throws {
    let one = try await BudgetCase(
      year: 2025, budget: Self.nothing)
    let bridge = one.bridge()
    for row in bridge.rows where !row.kind.isLevel {
      #expect(row.cells[.total]?.amount == .zero, "\(row.kind.id)")
      #expect(row.cells[.assistance]?.personTimes == 0)
    }
    #expect(bridge.cell(.need)?.amount == bridge.cell(.account)?.amount)
    #expect(bridge.cell(.need)?.errors.amount == 0)
  }

  /// Guizhou's rules date the premium and the allowance standard alone: neither is the step of the rules. Both years, and those
  /// before them, have 365 days.
  @Test func datedPremiumsAndLinesAreStepsOfTheirOwn() async throws {
    let bridge = try await BudgetCase(year: 2022, budget: Self.nothing).bridge()
    #expect(bridge.cell(.step(.premium))?.amount != .zero)
    #expect(bridge.cell(.step(.rules))?.amount == .zero)
    #expect(bridge.cell(.step(.premium), .assistance)?.amount == .zero)
  }

  /// By hand: recipients of destitute support are the only holders, all year, in resident insurance, and known to the office.
  /// The fund pays their whole premium, 380 yuan in 2024 and 400 in 2025: 1,234 persons cost 468,920.00 and then 24,680.00 more.
  @Test func aPremiumStepIsPersonsTimesTheDifference() async throws {
    let account = BudgetCase.account([0, 0, 0, 468_920, 468_920], year: 2024, times: [0, 0, 1234])
    let one = try await BudgetCase(year: 2024, account: account, budget: Self.nothing) { place, words in
      let only = words.identity("destituteSupport")
      place.householdIdentities.removeAll { $0.identity != only }
      place.identities.removeAll { $0.identity != only }
      (place.changes.begin, place.changes.end) = (0, 0)
      place.insurance.shares = [1, 0, 0, 0]
      (place.takeUp.registered, place.takeUp.late) = (1, 0)
    }
    let bridge = one.bridge()
    #expect(bridge.cell(.step(.premium))?.amount == Yuan(fen: 2_468_000))
    #expect(bridge.cell(.step(.premium), .part(.premiumSubsidy))?.persons == 0)
    #expect(bridge.cell(.step(.premium), .part(.premiumSubsidy))?.perPersonTime == Yuan(fen: 2000))
    #expect(bridge.cell(.need, .part(.premiumSubsidy))?.amount == Yuan(fen: 1234 * 40_000))
    // Without the account's level: as many as are simulated, each 20 yuan more.
    let simulated = one.bridge(residual: .dropped)
    let persons = try #require(simulated.cell(.need, .part(.premiumSubsidy))?.persons)
    let step = try #require(simulated.cell(.step(.premium), .part(.premiumSubsidy))?.amount.fen)
    #expect(persons > 1000 && abs(step - persons * 2000) <= 1000)
  }

  @Test func theBandLiesAroundTheNeedAndOneOffsMoveIt() async throws {
    let one = try await BudgetCase(year: 2023, draws: 100, people: 600)
    let bridge = one.bridge(), band = try #require(bridge.band)
    let need = Double(try #require(bridge.cell(.need)?.amount.fen)) / 100
    #expect(band.low.value < band.middle.value && band.middle.value < band.high.value)
    #expect(band.low.value < need && need < band.high.value)
    var request = one.request
    request.oneOffsNext = [.init(name: "x", part: .other, amount: Yuan(fen: 10_000_000))]
    let moved = BudgetBridge(request, one.sums, populations: one.populations, draws: one.draws)
    #expect(abs((moved.band?.low.value ?? 0) - band.low.value - 100_000) < 0.01)
  }

  @Test func theLargerUnitAddsUpToo() {
    #expect(LargestRemainder.whole([0.6, 0.6, 0], sum: 1) == [1, 0, 0])
    #expect(LargestRemainder.whole([-1.4, 2.7, 1], sum: 2) == [-2, 3, 1])
    #expect(LargestRemainder.whole([0.5, 0.5], sum: 0) == [0, 0])
    #expect(LargestRemainder.whole([], sum: 0) == [])
  }
}
