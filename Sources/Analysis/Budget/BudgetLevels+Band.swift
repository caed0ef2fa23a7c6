import Money
import Simulation

extension BudgetLevels {
  /// The years that may come: what was drawn for a year moves the expected one, and its luck is that of the real
  /// population, as many times smaller as the root of how many more people it has.
  ///
  /// - Parameter population: residents of the year of the budget.
  /// - Returns: nil where so few years were drawn that they do not tell it.
  func band(_ draws: BudgetDraws, population: Int) -> BudgetBridge.Band? {
    guard !draws.drawn.isEmpty, draws.persons > 0, population > 0 else { return nil }
    let last = request.steps.count, shrink = (Double(draws.persons) / Double(population)).squareRoot()
    var years = [Double](repeating: 0, count: draws.drawn.count)
    for (part, level) in amounts.enumerated() {
      // What draws move: all of a figure that is scaled, else what is simulated of it, while the rest stays.
      let moved = level.isScaled ? level.stages[last] : level.simulatedLast
      let rest = request.residual == .dropped ? 0 : level.stages[last] - moved
      let expected = draws.expected.map { Double($0[part]) }
      let mean = expected.reduce(0, +) / Double(expected.count)
      for year in years.indices {
        // Of the same luck, so that their quotient is of the parameters but for little.
        let effect = expected[year] > 0 ? Double(draws.drawn[year][part]) / expected[year] : 1
        let luck = mean > 0 ? shrink * (expected[year] / mean - 1) : 0
        years[year] += rest + moved * (effect + luck)
      }
    }
    let oneOffs = request.oneOffsNext.reduce(Int64(0)) { $0 + $1.amount.fen }
    let fixed = Double(oneOffs + Self.without(oneOffs: request, .other).fen)
    let all = Distribution(years: years.map { ($0 + fixed) / 100 })
    let error = errorOfNeed ?? 0
    guard let low = all.quantile(0.05, levelError: error), let middle = all.quantile(0.5, levelError: error),
      let high = all.quantile(0.95, levelError: error)
    else { return nil }
    return .init(low: low, middle: middle, high: high)
  }
}
