/// What each source of uncertainty brings of the variance of a year's total.
///
/// Luck is the spread of the years whose parameters are as assumed. A parameter brings the square of its slope times the
/// variance of its law; sources are independent of each other, so these add up. What they do only together is left out.
public struct VarianceShares: Sendable {
  /// One source: `luck`, `yearEffect`, or a parameter's name.
  public struct Share: Sendable {
    /// Its name.
    public var source: String
    /// Of the sum over all sources.
    public var share: Estimate
    /// The standard deviation that the source alone gives, in the unit of the totals.
    public var deviation: Double
  }

  /// Luck, the year effect, then the parameters by falling share.
  public let shares: [Share]

  /// A stratum's totals by replicate.
  struct Stratum {
    /// With the parameters as assumed.
    var luck: [Double]
    /// As drawn.
    var drawn: [Double]
    /// How many people one drawn person stands for in the real population.
    var weight: Double
  }

  /// Groups of replicates that are left out in turn for the errors.
  static let groups = 20

  /// - Returns: nil with too few replicates for a regression, or where nothing moves.
  init?(_ fit: ParameterFit, _ strata: [Stratum]) {
    let replicates = Array((strata.first?.luck ?? []).indices)
    guard let all = Self.variances(fit, strata, replicates), let parts = Self.shares(all) else { return nil }
    // Leaving out a group of replicates at a time tells how far the shares rest on those drawn (jackknife).
    let without = (0..<Self.groups).compactMap { group in
      Self.variances(fit, strata, replicates.filter { $0 % Self.groups != group }).flatMap(Self.shares)
    }
    var shares = all.enumerated().map { index, source in
      let mean = without.reduce(0) { $0 + $1[index] } / Double(max(1, without.count))
      let spread = without.reduce(0) { $0 + ($1[index] - mean) * ($1[index] - mean) }
      let error = (Double(Self.groups - 1) / Double(Self.groups) * spread).squareRoot()
      return Share(
        source: source.source,
        share: Estimate(parts[index], standardError: without.count == Self.groups ? error : nil),
        deviation: source.variance.squareRoot())
    }
    let fixed = shares.prefix { ["luck", ParameterFit.yearEffect].contains($0.source) }.count
    shares[fixed...].sort { $0.share.value > $1.share.value }
    self.shares = shares
  }

  /// The standard deviation that a source of this share would give alone, sd · √share, in the unit of the deviation.
  ///
  /// Errors are joined as if those of share and deviation were independent.
  public static func alone(_ share: Estimate, of deviation: Estimate) -> Estimate { share.root.times(deviation) }

  private static func shares(_ parts: [(source: String, variance: Double)]) -> [Double]? {
    let sum = parts.reduce(0) { $0 + $1.variance }
    return sum > 0 ? parts.map { $0.variance / sum } : nil
  }

  /// The variance of luck and of each source, from some replicates.
  private static func variances(
    _ fit: ParameterFit, _ strata: [Stratum], _ chosen: [Int]
  ) -> [(source: String, variance: Double)]? {
    var luck = 0.0
    var slopes = fit.columns.map { _ in 0.0 }
    var scatter = slopes
    for stratum in strata {
      luck += stratum.weight * variance(chosen.map { stratum.luck[$0] })
      guard let found = fit.coefficients(luck: stratum.luck, drawn: stratum.drawn, chosen) else { return nil }
      for (index, slope) in found.slopes.enumerated() {
        let squares = chosen.reduce(0) { $0 + fit.columns[index].values[$1] * fit.columns[index].values[$1] }
        slopes[index] += stratum.weight * slope
        scatter[index] += stratum.weight * stratum.weight * found.residual / squares
      }
    }
    return [("luck", luck)] + fit.variances(slopes, scatter: scatter)
  }

  private static func variance(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(max(1, values.count))
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, values.count - 1))
  }
}
