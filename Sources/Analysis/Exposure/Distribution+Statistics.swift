import Simulation

extension Distribution {
  /// Quantiles that are told of a fund's years.
  static let quantiles: [(id: String, p: Double)] = [
    ("p05", 0.05), ("p25", 0.25), ("p50", 0.5), ("p75", 0.75), ("p90", 0.9), ("p95", 0.95), ("p99", 0.99),
  ]

  /// The statistics of a fund's years, which are in fen, with everything uncertain.
  ///
  /// What so few years cannot tell is there all the same: who looks for it must not think it was forgotten. The luck of the
  /// year alone has no quantiles: nobody should mistake it for all that can happen.
  ///
  /// - Parameters:
  ///   - levelError: nil where so few were paid that the error of the level is not known; then that of no statistic is.
  ///   - budget: the appropriation that years are held against; nil for none.
  func statistics(
    levelError: Double?, budget: Scenario.Budget?
  ) -> [(statistic: String, estimate: Estimate, unit: String)] {
    let level = levelError ?? 0
    func yuan(_ id: String, _ fen: Estimate?) -> (statistic: String, estimate: Estimate, unit: String) {
      (id, fen?.times(0.01) ?? .tooFew, "yuan")
    }
    var all = [yuan("expected", center(levelError: level)), yuan("sd", spread)]
    all += Self.quantiles.map { yuan($0.id, quantile($0.p, levelError: level)) }
    all += [("tvar95", 0.95), ("tvar99", 0.99)].map { yuan($0, tailMean($1, levelError: level)) }
    if let fen = budget.map({ Double($0.amount.fen) }) {
      all.append(("probabilityOverBudget", probability(above: fen, levelError: level), "share"))
      for (id, p) in [("reserve95", 0.95), ("reserve99", 0.99)] {
        all.append(yuan(id, quantile(p, levelError: level).map { $0.above(fen) }))
      }
    }
    guard levelError == nil else { return all }
    return all.map { ($0.statistic, Estimate($0.estimate.value, standardError: nil), $0.unit) }
  }

  /// The mean of the years.
  ///
  /// - Parameter levelError: nil where it is not known.
  func expected(levelError: Double?) -> Estimate {
    levelError.map { center(levelError: $0) } ?? Estimate(mean, standardError: nil)
  }
}
