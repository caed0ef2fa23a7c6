/// How the cost of care falls into the four parts of the national settlement interface.
public struct CostSplit: Hashable, Sendable {
  /// Mean shares: in-policy, class-B upfront, over the price limit, out of the catalogues.
  public var means: SIMD4<Double>
  /// Concentration of the Dirichlet distribution of an admission's shares; outpatient care has the means.
  public var concentration: Double
}
