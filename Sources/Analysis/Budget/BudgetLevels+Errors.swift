import Money
import Simulation

extension BudgetLevels {
  /// Indices of the simulated parts of a column.
  private func simulated(_ column: BudgetBridge.Column) -> [Int] {
    Self.parts(column).filter { $0 < amounts.count }
  }

  /// What each cluster brings to several figures together.
  private func sum(_ figures: [[Double]]) -> [Double] {
    figures.reduce(estimates.nothing) { zip($0, $1).map { $0 + $1 } }
  }

  /// What each cluster brings to a figure after so many rows.
  private func contributions(_ level: BudgetLevel, after row: Int) -> [Double] {
    let end = request.steps.count
    // After the account and its one-offs the first stage stands; from the residual on there may be what is simulated alone.
    if request.residual == .dropped, row > end + 1 { return level.simulatedContributions }
    return level.contributions(min(max(0, row - 1), end))
  }

  /// What each cluster brings to a column after so many rows.
  func brought(_ column: BudgetBridge.Column, after row: Int) -> BudgetFigures.Brought {
    let parts = Self.parts(column)
    let person = parts.count == 1 && parts[0] < persons.count ? persons[parts[0]] : nil
    let times = Self.counted(column).map { $0.compactMap { counts[$0] } }
    return .init(
      amount: sum(simulated(column).map { contributions(amounts[$0], after: row) }),
      persons: person.map { contributions($0, after: row) },
      personTimes: times.map { sum($0.map { contributions($0, after: row) }) })
  }

  /// The Monte-Carlo error of all that is needed, yuan; nil where clusters are too few to tell.
  var errorOfNeed: Double? {
    estimates.error(brought(.total, after: kinds.count).amount).map { $0 / 100 }
  }

  /// How far the simulation explains each column of the account.
  var explained: [BudgetBridge.Column: BudgetBridge.Explained] {
    let last = request.steps.count
    var found: [BudgetBridge.Column: BudgetBridge.Explained] = [:]
    for column in BudgetBridge.Column.all {
      let parts = self.simulated(column)
      guard !parts.isEmpty else { continue }
      func yuan(_ value: (Int) -> Double) -> Double { parts.reduce(0) { $0 + value($1) } / 100 }
      func error(_ contributions: [Double]) -> Double? { estimates.error(contributions).map { $0 / 100 } }
      func simulated(_ stage: Int) -> [Double] { sum(parts.map { estimates.clusters($0, .amount, stage) }) }
      func expected(_ stage: Int) -> Estimate {
        Estimate(yuan { estimates.mean($0, .amount, stage) }, standardError: error(simulated(stage)))
      }
      let next = expected(last)
      let need = request.residual == .dropped ? next.value : yuan { amounts[$0].stages[last] }
      let beyond = zip(brought(column, after: kinds.count).amount, simulated(last)).map { $0 - $1 }
      found[column] = .init(
        account: yuan { Double(Self.without(oneOffs: request, BudgetPart.simulated[$0]).fen) }, simulated: expected(0),
        simulatedTimes: Self.counted(column).map { counted in
          Estimate(
            counted.reduce(0) { $0 + estimates.mean($1, .personTimes, 0) },
            standardError: estimates.error(sum(counted.map { estimates.clusters($0, .personTimes, 0) })))
        },
        simulatedNext: next, carried: Estimate(need - next.value, standardError: error(beyond)))
    }
    return found
  }
}
