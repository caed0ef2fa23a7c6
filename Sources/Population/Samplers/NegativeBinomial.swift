// Negative binomial: P(X = k) = G(k + r) / (k! G(r)) p^r (1 - p)^k with p = r / (r + m).
// Mean m, variance m + m^2 / r. Counts of admissions and visits spread wider than Poisson; r tells how much.

import CGSL

/// A negative binomial count with a mean and a size (the smaller the size, the more unequal people are).
public struct NegativeBinomial: Hashable, Sendable {
  /// The expected count.
  public let mean: Double
  /// The size r; the variance is mean + mean²/size.
  public let size: Double

  /// Creates a distribution.
  ///
  /// - Precondition: the mean is not negative, the size is positive.
  public init(mean: Double, size: Double) {
    precondition(mean >= 0 && size > 0 && mean.isFinite && size.isFinite)
    self.mean = mean
    self.size = size
  }

  /// mean + mean²/size.
  public var variance: Double { mean + mean * mean / size }

  /// P(X = 0), P(X = 1), ... up to the count beyond which less than 1e-12 is left, at most 20,000 counts.
  ///
  /// A discrete table of these is four times faster to draw from than the sum of a gamma and a Poisson draw.
  public var probabilities: [Double] {
    guard mean > 0 else { return [1] }
    var result: [Double] = []
    var left = 1.0
    while left > 1e-12, result.count < 20_000 {
      let p = gsl_ran_negative_binomial_pdf(UInt32(result.count), size / (size + mean), size)
      result.append(p)
      left -= p
    }
    return result
  }
}
