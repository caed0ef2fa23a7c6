/// How the costs of admissions at one level scatter around their mean.
public struct CostSpread: Hashable, Sendable {
  /// Spread of the logarithm.
  public var sigma: Double
  /// The share of its variance that all admissions of a person have in common.
  public var shared: Double
  /// The share of admissions whose cost is in the Pareto tail.
  public var tailShare: Double
  /// Index of the tail: the larger, the lighter.
  public var tailIndex: Double

  /// The factor that all admissions of a person have in common, with mean 1.
  var person: LogNormal { LogNormal(mean: 1, sigma: sigma * shared.squareRoot()) }

  /// The cost of one admission around `mean`, without that factor.
  func cost(mean: Double) -> SplicedLogNormal {
    SplicedLogNormal(
      mean: mean, sigma: sigma * (1 - shared).squareRoot(), tailShare: tailShare, tailIndex: tailIndex)
  }
}
