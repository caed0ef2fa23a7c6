import CGSL

/// The distribution of a total over the years that replicates stand for.
public struct Distribution: Sendable {
  /// In rising order.
  public let sorted: [Double]
  /// Of the real population, in the unit of the totals.
  public let mean: Double
  /// Of one year, not of the mean; nil for a single replicate.
  public let standardDeviation: Double?
  /// The error of the standard deviation besides that of so few years.
  private let spreadError: Double

  /// The distribution of the real population's total from the totals of the people drawn.
  ///
  /// The mean grows with the number of people, the luck of the year with its root: a year's total of `scale` times as
  /// many people is `scale · mean + √scale · (total − mean)`.
  ///
  /// - Parameter spreadError: by how much the years may lie wider or closer together, in the unit of the totals.
  public init(_ totals: [Double], scale: Double, spreadError: Double = 0) {
    let count = totals.count
    let center = totals.withUnsafeBufferPointer { gsl_stats_mean($0.baseAddress, 1, count) }
    let values = totals.map { scale * center + scale.squareRoot() * ($0 - center) }.sorted()
    sorted = values
    mean = scale * center
    standardDeviation = count < 2 ? nil : values.withUnsafeBufferPointer { gsl_stats_sd($0.baseAddress, 1, count) }
    self.spreadError = spreadError
  }

  /// The distribution of years that are the real population's own.
  public init(years: [Double], spreadError: Double = 0) { self.init(years, scale: 1, spreadError: spreadError) }

  /// By how much a value may lie higher or lower since all years may: with their level, and with their spread, the more the
  /// farther it lies from the mean.
  private func common(_ value: Double, _ levelError: Double) -> Double {
    guard let deviation = standardDeviation, deviation > 0 else { return levelError }
    return Self.joined(levelError, spreadError * (value - mean) / deviation)
  }

  /// Whether every year is exactly nothing, as where a document has no force.
  var isNothing: Bool { sorted.allSatisfy { $0 == 0 } }

  /// The quantile of type 7 with the order statistics that bound it; nil where fewer than five years lie beyond it.
  ///
  /// - Parameter levelError: the Monte-Carlo error of the mean, by which all years may lie higher or lower together.
  public func quantile(_ p: Double, levelError: Double = 0) -> Estimate? {
    let count = Double(sorted.count)
    guard count >= 5 / min(p, 1 - p) else { return nil }
    let value = sorted.withUnsafeBufferPointer {
      gsl_stats_quantile_from_sorted_data($0.baseAddress, 1, sorted.count, p)
    }
    let width = 1.96 * (count * p * (1 - p)).squareRoot()
    let low = sorted[max(0, Int((count * p - width).rounded(.down)))]
    let high = sorted[min(sorted.count - 1, Int((count * p + width).rounded(.up)))]
    let common = 1.96 * common(value, levelError)
    let down = Self.joined(value - low, common), up = Self.joined(high - value, common)
    return Estimate(value, standardError: (down + up) / (2 * 1.96), interval: (value - down)...(value + up))
  }

  /// The mean of the years beyond the quantile; nil where they are fewer than five.
  ///
  /// Its error counts the spread of those years and, since the quantile itself is estimated, their distance from it, which
  /// of k years the least tells too small by 1 / k (in an exponential tail exactly). So few years tell their own spread
  /// roughly: the error is widened as Student's t widens an interval of k years.
  public func tailMean(_ p: Double, levelError: Double = 0) -> Estimate? {
    let values = Array(sorted.suffix(Int((Double(sorted.count) * (1 - p)).rounded(.down))))
    guard values.count >= 5, let first = values.first else { return nil }
    let count = Double(values.count)
    let deviation = values.withUnsafeBufferPointer { gsl_stats_sd($0.baseAddress, 1, values.count) }
    let mean = values.withUnsafeBufferPointer { gsl_stats_mean($0.baseAddress, 1, values.count) }
    let distance = (mean - first) * count / (count - 1)
    let variance = (deviation * deviation + p * distance * distance) / count
    let widened = variance.squareRoot() * gsl_cdf_tdist_Pinv(0.975, count - 1) / 1.96
    return Estimate(mean, standardError: Self.joined(widened, common(mean, levelError)))
  }

  /// Two independent errors together.
  private static func joined(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }

  /// The mean, with the error of so few years and that of the level.
  public func center(levelError: Double = 0) -> Estimate {
    let error = standardDeviation.map { Self.joined($0 / Double(sorted.count).squareRoot(), levelError) }
    return Estimate(mean, standardError: error)
  }

  /// The standard deviation s with its error: that of n years, s / 2 · √(2 / (n − 1) + κ / n), where κ is their own excess
  /// kurtosis (that of a normal law is 0, and a few years that stand out make the spread less sure), and that of the spread
  /// of all of them.
  public var spread: Estimate? {
    standardDeviation.map { deviation in
      let count = Double(sorted.count)
      let kurtosis = sorted.withUnsafeBufferPointer { gsl_stats_kurtosis($0.baseAddress, 1, $0.count) }
      let normal = 2 / (count - 1)
      // The kurtosis of few years is too small rather than too large, so it may widen the error and not narrow it.
      let excess = deviation > 0 && kurtosis.isFinite ? max(0, kurtosis) / count : 0
      let ofYears = deviation / 2 * (normal + excess).squareRoot()
      return Estimate(deviation, standardError: Self.joined(ofYears, spreadError))
    }
  }

  /// How likely a year passes an amount, with the 95 % interval of the two errors together.
  ///
  /// - Parameter levelError: the Monte-Carlo error of the mean. The whole distribution may lie that much higher or
  ///   lower: the share of years beyond the amount is read again with the distribution moved by 1.96 errors to both
  ///   sides. The other error is that of so few years, by Clopper and Pearson, so that none of 100 years beyond the
  ///   amount does not mean never.
  public func probability(above amount: Double, levelError: Double = 0) -> Estimate {
    func share(_ amount: Double) -> Double { Double(sorted.count { $0 > amount }) / Double(sorted.count) }
    let value = share(amount)
    let years = Self.bounds(sorted.count { $0 > amount }, of: sorted.count)
    let reach = 1.96 * common(amount, levelError)
    let level = (lower: share(amount + reach), upper: share(amount - reach))
    let down = min(value, Self.joined(value - years.lower, value - level.lower))
    let up = min(1 - value, Self.joined(years.upper - value, level.upper - value))
    return Estimate(value, standardError: (down + up) / (2 * 1.96), interval: (value - down)...(value + up))
  }

  /// The 95 % interval of Clopper and Pearson for a probability of which `count` of `all` trials speak.
  static func bounds(_ count: Int, of all: Int) -> (lower: Double, upper: Double) {
    let (hits, misses) = (Double(count), Double(all - count))
    return (
      count == 0 ? 0 : gsl_cdf_beta_Pinv(0.025, hits, misses + 1),
      count == all ? 1 : gsl_cdf_beta_Pinv(0.975, hits + 1, misses)
    )
  }
}
