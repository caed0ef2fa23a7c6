import Simulation

/// What each provision of a package brings of its whole effect on a figure.
public struct Attribution: Sendable {
  /// What one provision brings.
  public struct Part: Sendable {
    /// The provision.
    public var provision: Provision
    /// Its Shapley value: the mean, over all orders, of what it adds to those before it.
    public var value: Estimate
    /// The value in whole fen, such that all add up to the whole effect; nil for figures that are no sums of the fund.
    public var fen: Int64?
    /// The value over the whole effect; nil where that is 0.
    public var share: Estimate?
    /// What it would bring without the others.
    public var alone: Estimate
    /// What it adds to all the others.
    public var last: Estimate
  }

  /// The figure.
  public let figure: PolicyFigure
  /// Under the rules as they are. Yuan or a share of persons.
  public let baseline: Estimate
  /// Under all provisions.
  public let reformed: Estimate
  /// The difference of the two.
  public let effect: Estimate
  /// What all bring together beyond the sum of what each brings alone; 0 where none acts on what another changes.
  public let interaction: Estimate
  /// In the order of the package.
  public let parts: [Part]
  /// The two levels in whole fen; nil for figures that are no sums of the fund.
  public let fen: (baseline: Int64, reformed: Int64)?

  /// Reads what was simulated.
  ///
  /// - Parameter figure: one of those that the runner was prepared for.
  public init(
    _ figure: PolicyFigure, _ sums: RuleSetSums, _ runner: AttributionRunner, _ scenario: Scenario
  ) {
    let players = runner.provisions.count, all = (1 << players) - 1
    let estimate = RuleSetFigure.estimator(figure, sums, runner.sets, scenario)
    self.figure = figure
    baseline = estimate(.level(0))
    reformed = estimate(.level(all))
    effect = estimate(.difference(all, from: 0))
    interaction = estimate(.beyondSum(of: players))
    let whole = Contrast.difference(all, from: 0)
    var parts = runner.provisions.enumerated().map { index, provision in
      let brought = Shapley.contrast(of: index, among: players)
      return Part(
        provision: provision, value: estimate(brought), fen: nil, share: brought.share(of: whole, estimate),
        alone: estimate(.difference(1 << index, from: 0)), last: estimate(.difference(all, from: all ^ 1 << index)))
    }
    guard figure.burden == nil, figure != .probabilityOverBudget else {
      fen = nil
      self.parts = parts
      return
    }
    let before = Int64((baseline.value * 100).rounded()), after = Int64((reformed.value * 100).rounded())
    let fen = LargestRemainder.whole(parts.map { $0.value.value * 100 }, sum: after - before)
    for index in parts.indices { parts[index].fen = fen[index] }
    self.fen = (before, after)
    self.parts = parts
  }
}
