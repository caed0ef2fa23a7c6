import Input
import Money
import Population
import Rules
import Simulation

@testable import Analysis

/// A budget of few people, simulated once and held against any account.
struct BudgetCase {
  let request: BudgetRequest
  let sums: BudgetSums
  let draws: BudgetDraws
  let populations: [Int]

  /// - Parameters:
  ///   - change: changes the place, before the request is made.
  ///   - budget: lines of the budget file after its format.
  init(
    year: Int, account: AssistanceAccount? = nil, budget: String = "", draws: Int = 0, people: Int = 1500,
    change: (inout PlaceModel, Vocabulary) -> Void = { _, _ in }
  ) async throws {
    let library = try RuleLibrary()
    var place = try PlaceModel.shipped("guizhou", vocabulary: library.vocabulary)
    place.account = account ?? Self.account([4_000_000, 500_000, 1000, 300_000, 4_900_000], year: year)
    change(&place, library.vocabulary)
    let scenario = try ScenarioReader(library: library, places: PlaceName.shipped()).read(
      """
      {format: medaid-scenario/1, name: small, year: \(year), seed: 3, people: \(people), replicates: 2, places: [guizhou]}
      """, file: "small.yaml")
    var request = try BudgetReader(library: library, place: place).read(
      ("format: medaid-budget/1\n" + budget, "b.yaml"), scenario: scenario)
    request.draws = draws
    let runner = try BudgetRunner(request, library: library, threads: 2)
    self.request = request
    sums = try await runner.simulate(Progress())
    self.draws = try await runner.simulateDraws(Progress())
    populations = runner.populations
  }

  /// The bridge, of another account than the one it was simulated with if need be.
  func bridge(_ account: AssistanceAccount? = nil, residual: BudgetRequest.Residual = .kept) -> BudgetBridge {
    var request = request
    request.account = account ?? request.account
    request.residual = residual
    return BudgetBridge(request, sums, populations: populations, draws: draws)
  }

  /// Inpatient, outpatient, tilted, premium subsidy and all, yuan.
  static func account(_ yuan: [Double], year: Int, times: [Double] = [3000, 2000, 900]) -> AssistanceAccount {
    AssistanceAccount(
      year: String(year),
      figures: [
        .inpatient: yuan[0], .outpatient: yuan[1], .tilted: yuan[2], .premiumSubsidy: yuan[3], .total: yuan[4],
        .inpatientTimes: times[0], .outpatientTimes: times[1], .premiumTimes: times[2],
      ])
  }
}
