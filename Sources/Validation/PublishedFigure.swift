import Population

/// A published figure that simulated ones are held against.
public struct PublishedFigure: Hashable, Sendable {
  /// How a figure is used.
  public enum Use: String, CaseIterable, Sendable {
    /// Parameters of the illness model were set so that the figure is met.
    case calibrated
    /// It is shown beside the simulated one and nothing was set by it.
    case checked
  }

  /// What is measured.
  public var measure: Measure
  /// The figure, in the unit of the measure.
  public var value: Double
  /// One standard error as far as can be told, in the same unit.
  public var uncertainty: Double
  /// How it is used.
  public var use: Use
  /// Where it comes from.
  public var provenance: Provenance
}
