import Money
import Testing

@testable import Analysis
@testable import Simulation

/// Every figure of a budget has an error: that which leaving out one cluster of households after the other tells, too.
@Suite struct BudgetErrorTests {
  private static let changes = """
    admissions: 4
    costs: 3
    identities: {minimumLivingAllowance: -10}
    oneOffs: {last: [{name: a, part: inpatient, amount: 123456.78}], next: [{name: b, part: outpatient, amount: 99.99}]}
    reforms: [{name: r, set: {guizhou.benefits.pool.rate.II: 80}}]
    """

  /// A figure of a row, in persons, settlements or fen, with its error.
  private struct Figure {
    var value: Double
    var error: Double?
  }

  private func figures(_ bridge: BudgetBridge) -> [String: Figure] {
    var found: [String: Figure] = [:]
    for row in bridge.rows {
      for (column, cell) in row.cells {
        let all: [(String, Int64?, Double?)] = [
          ("amount", cell.amount.fen, cell.errors.amount.map { $0 * 100 }),
          ("persons", cell.persons, cell.errors.persons), ("personTimes", cell.personTimes, cell.errors.personTimes),
          ("mean", cell.perPersonTime?.fen, cell.errors.perPersonTime.map { $0 * 100 }),
        ]
        for case (let measure, let value?, let error) in all {
          found["\(row.kind.id) \(column.id) \(measure)"] = Figure(value: Double(value), error: error)
        }
      }
    }
    return found
  }

  @Test func errorsAreThoseOfAJackknife() async throws {
    // Large, so that rounding to persons and fen is small beside the errors.
    let account = BudgetCase.account([4e9, 5e8, 1e6, 3e8, 4.9e9], year: 2023, times: [3e7, 2e7, 9e6])
    let one = try await BudgetCase(year: 2023, account: account, budget: Self.changes, people: 6_000)
    for residual in BudgetRequest.Residual.allCases {
      let whole = figures(one.bridge(residual: residual))
      var request = one.request
      request.residual = residual
      let left = one.sums.leavingOutEach().map { sums in
        figures(BudgetBridge(request, sums, populations: one.populations, draws: one.draws))
      }
      let count = Double(left.count)
      var told = 0
      for (name, figure) in whole {
        let error = try #require(figure.error, "\(residual) \(name)")
        let values = left.compactMap { $0[name]?.value }
        let mean = values.reduce(0, +) / count
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let expected = ((count - 1) / count * squares).squareRoot()
        // Quotients of so few people are not quite straight, and rounding alone spreads the values a little.
        let allowed = 0.15 * expected + count.squareRoot()
        #expect(abs(error - expected) < allowed, "\(residual) \(name): \(error), \(expected)")
        if expected > 20 * count.squareRoot() { told += 1 }
      }
      #expect(told > 40, "\(residual): \(told)")
    }
  }

  @Test func whatIsStatedAndWhatAStepLeavesHaveTheErrorZero() async throws {
    let one = try await BudgetCase(year: 2023, budget: Self.changes)
    let bridge = one.bridge()
    let stated = try #require(bridge.cell(.account, .part(.inpatient))).errors
    #expect(stated.amount == 0 && stated.personTimes == 0 && stated.perPersonTime == 0)
    // An account counts settlements: how many persons they are of is simulated, but for the premium subsidy.
    #expect(try #require(stated.persons) > 0)
    #expect(bridge.cell(.account, .part(.premiumSubsidy))?.errors.persons == 0)
    // A premium moves no care, and admissions move no subsidy.
    let premium = try #require(bridge.cell(.step(.premium), .assistance)).errors
    #expect(premium.amount == 0 && premium.personTimes == 0 && premium.perPersonTime == 0)
    #expect(bridge.cell(.step(.premium), .part(.premiumSubsidy))?.errors.amount ?? 0 > 0)
    #expect(bridge.cell(.step(.costs), .part(.premiumSubsidy))?.errors.persons == 0)
    // What is carried on as it was is not simulated.
    #expect(bridge.rows.allSatisfy { $0.cells[.part(.other)]?.errors.amount == 0 })
    // The same people and luck before and after: a step is surer than its level.
    let need = try #require(bridge.cell(.need, .assistance)).errors
    let step = try #require(bridge.cell(.step(.admissions), .assistance)).errors
    #expect(try #require(step.personTimes) > 0 && #require(step.personTimes) < #require(need.personTimes))
  }

  @Test func theResidualHasTheErrorOfWhatIsSimulated() async throws {
    let bridge = try await BudgetCase(year: 2023, budget: Self.changes).bridge()
    let total = try #require(bridge.explained[.total])
    #expect(total.residual.standardError == total.simulated.standardError)
    let found = try #require(total.found), error = try #require(total.simulated.standardError)
    #expect(abs(found.value - total.simulated.value / total.account) < 1e-12)
    #expect(abs((found.standardError ?? 0) - error / total.account) < 1e-12 && found.value > 1)
    #expect(total.carried.standardError ?? 0 > 0 && total.simulatedTimes == nil)
    #expect(bridge.explained[.assistance]?.simulatedTimes?.standardError ?? 0 > 0)
  }
}

extension BudgetSums {
  /// The sums without each of the clusters in turn.
  fileprivate func leavingOutEach() -> [BudgetSums] {
    let cells = (0..<stages).map { stage in
      BudgetPart.simulated.indices.flatMap { part in Measure.allCases.map { clusterSums(part, $0, stage: stage) } }
    }
    return (0..<clusters).map { left in
      var sums = BudgetSums(stages: stages, clusters: clusters - 1, replicates: replicates)
      for (number, cluster) in (0..<clusters).filter({ $0 != left }).enumerated() {
        sums.add(residents: residents[cluster], cluster: number)
        for stage in 0..<stages { sums.add(cells[stage].map { $0[cluster] }, stage: stage, cluster: number) }
      }
      return sums
    }
  }
}
