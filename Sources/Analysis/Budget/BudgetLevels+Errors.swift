import Money
import Simulation

extension BudgetLevels {
  /// Indices of the simulated parts of a column.
  private func simulated(_ column: BudgetBridge.Column) -> [Int] {
    switch column {
    case .part(let part): BudgetPart.simulated.firstIndex(of: part).map { [$0] } ?? []
    case .assistance: [0, 1, 2]
    case .total: [0, 1, 2, 3]
    }
  }

  /// The error of a sum over a column's parts, yuan.
  private func error(_ column: BudgetBridge.Column, _ contributions: (Int) -> [Double]) -> Double? {
    let parts = self.simulated(column)
    guard let first = parts.first else { return nil }
    let all = parts.dropFirst().reduce(contributions(first)) { sum, part in zip(sum, contributions(part)).map(+) }
    return estimates.error(all).map { $0 / 100 }
  }

  /// The Monte-Carlo error of a row, yuan; nil where nothing of it is simulated.
  func error(_ kind: BudgetBridge.Kind, _ column: BudgetBridge.Column) -> Double? {
    let last = request.steps.count
    switch kind {
    case .account, .oneOffsLast, .oneOffsNext: return nil
    case .step(let step):
      guard let stage = request.steps.firstIndex(of: step) else { return nil }
      return error(column) { amounts[$0].contributions(from: stage, to: stage + 1) }
    case .residual:
      guard request.residual == .dropped else { return nil }
      return error(column) { estimates.clusters($0, .amount, 0) }
    case .need:
      guard request.residual == .dropped else { return error(column) { amounts[$0].contributions(from: 0, to: last) } }
      return error(column) { estimates.clusters($0, .amount, last) }
    }
  }

  /// How far the simulation explains each column of the account.
  var explained: [BudgetBridge.Column: BudgetBridge.Explained] {
    let last = request.steps.count
    var found: [BudgetBridge.Column: BudgetBridge.Explained] = [:]
    for column in BudgetBridge.Column.all {
      let parts = self.simulated(column)
      guard !parts.isEmpty else { continue }
      func sum(_ value: (Int) -> Double) -> Double { parts.reduce(0) { $0 + value($1) } / 100 }
      func expected(_ stage: Int) -> Estimate {
        Estimate(
          sum { estimates.mean($0, .amount, stage) },
          standardError: error(column) { estimates.clusters($0, .amount, stage) })
      }
      let next = expected(last)
      let need = request.residual == .dropped ? next.value : sum { amounts[$0].stages[last] }
      found[column] = .init(
        account: sum { Double(Self.without(oneOffs: request, BudgetPart.simulated[$0]).fen) }, simulated: expected(0),
        simulatedTimes: Self.counted(column).map { $0.reduce(0) { $0 + estimates.mean($1, .personTimes, 0) } },
        simulatedNext: next, carried: need - next.value)
    }
    return found
  }

}
