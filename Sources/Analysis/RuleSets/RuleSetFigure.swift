import Simulation

/// Figures of rule sets that were settled on the same people and luck.
enum RuleSetFigure {
  /// What makes an estimate of any weighted sum of the sets' figures, with the error of just that sum.
  ///
  /// - Parameter figure: one of those that the runner was prepared for.
  static func estimator(
    _ figure: PolicyFigure, _ sums: RuleSetSums, _ runner: RuleSetRunner, _ scenario: Scenario
  ) -> (Contrast) -> Estimate {
    guard !figure.isOfYears else { return RuleSetYears(sums, figure, runner, scenario).estimate }
    return RuleSetMeans(sums, figure.burden, population: runner.place.population).estimate
  }
}
