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

  /// Whether both agree: within 2 %, or within the published figure's stated uncertainty (1.96 standard errors).
  ///
  /// The simulation's own error is no excuse: where it is large, more people must be drawn.
  public var agrees: Bool {
    abs(simulated.value - figure.value) <= max(0.02 * figure.value, 1.96 * figure.uncertainty)
  }
}
