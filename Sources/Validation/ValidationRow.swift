import Rules

/// One published figure beside its simulated one.
public struct ValidationRow: Sendable {
  /// The published figure.
  public var figure: PublishedFigure
  /// The rule set it was simulated under; nil for figures that no document moves.
  public var rules: RuleFile?
  /// The simulated figure in the same unit, with its Monte-Carlo error.
  public var simulated: (value: Double, standardError: Double)

  /// Simulated over published.
  public var ratio: Double { simulated.value / figure.value }

  /// Whether both agree: within 2 %, within the published figure's stated uncertainty (1.96 standard errors), or
  /// closer than the simulation can tell.
  public var agrees: Bool {
    let distance = abs(simulated.value - figure.value)
    return distance <= max(0.02 * figure.value, 1.96 * figure.uncertainty, 1.96 * simulated.standardError)
  }
}
