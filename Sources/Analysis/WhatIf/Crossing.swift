/// Where a figure passes its target, as a rule's value rises.
public struct Crossing: Sendable {
  /// Neighbouring values, in hundredths, with the target between their figures; one value twice where it is met exactly.
  public var lower: Int64
  /// The higher of the two.
  public var upper: Int64
  /// The figure at `lower`.
  public var below: Estimate
  /// The figure at `upper`.
  public var above: Estimate
  /// The figure at `upper` less that at `lower`, paired.
  public var step: Estimate
  /// Of the two values the one whose figure is nearer to the target.
  public var found: Int64
  /// The figure there.
  public var level: Estimate
  /// How the figure changes for one hundredth more, between the ends of `window`, paired.
  public var slope: Estimate
  /// The values between which the slope is taken, around `found`.
  public var window: (low: Int64, high: Int64)
  /// Standard error of the value that meets the target, in hundredths; nil where the slope cannot be told from 0.
  public var standardError: Double?
  /// The 95 % interval of the value that meets the target, in hundredths, not cut off at the range; nil as above.
  public var interval: (low: Double, high: Double)?
  /// Whether the smallest step of the rule's value moves the figure across the target at once, far more than other steps.
  public var isJump: Bool
}

extension Crossing {
  /// The interval of x where a line meets 0: all x at which level + slope · x is less than 1.96 of its own errors from 0
  /// (Fieller). Beside the errors of level and slope it takes their covariance, as both are of the same people.
  ///
  /// - Returns: the standard error at the root (delta method) and the interval; nil where the slope is within 1.96 of its
  ///   errors of 0, since then every x might do.
  static func fieller(
    level: Double, slope: Double, levelVariance: Double, slopeVariance: Double, covariance: Double
  ) -> (standardError: Double, low: Double, high: Double)? {
    let square = 1.96 * 1.96
    let a = slope * slope - square * slopeVariance
    guard a > 0 else { return nil }
    let half = level * slope - square * covariance
    let c = level * level - square * levelVariance
    let root = max(0, half * half - a * c).squareRoot()
    let x = -level / slope
    let variance = max(0, levelVariance + 2 * covariance * x + slopeVariance * x * x)
    return (variance.squareRoot() / abs(slope), (-half - root) / a, (-half + root) / a)
  }
}
