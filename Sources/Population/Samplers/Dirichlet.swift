// Dirichlet over four shares: density proportional to the product of x_i^(a_i - 1) on x_1 + ... + x_4 = 1.
// With A = a_1 + ... + a_4: E x_i = a_i / A, Var x_i = a_i (A - a_i) / (A^2 (A + 1)).

import CGSL

/// Four shares that add up to one, scattered around their means.
public struct Dirichlet: Hashable, Sendable {
  /// The parameters a_i = mean_i × concentration.
  public let alpha: SIMD4<Double>

  /// Creates a distribution with these mean shares.
  ///
  /// - Parameter concentration: the greater, the nearer draws are to the means; it is the sum of the parameters.
  /// - Precondition: all means and the concentration are positive.
  public init(means: SIMD4<Double>, concentration: Double) {
    precondition(means.min() > 0 && concentration > 0 && concentration.isFinite)
    alpha = means * (concentration / means.sum())
  }

  /// The mean shares.
  public var means: SIMD4<Double> { alpha / alpha.sum() }
  /// The variances of the shares.
  public var variances: SIMD4<Double> {
    let sum = alpha.sum()
    return alpha * (sum - alpha) / (sum * sum * (sum + 1))
  }

  /// Four shares.
  @inlinable public func draw(_ random: borrowing Philox) -> SIMD4<Double> {
    let x = SIMD4(
      gsl_ran_gamma(random.generator, alpha[0], 1), gsl_ran_gamma(random.generator, alpha[1], 1),
      gsl_ran_gamma(random.generator, alpha[2], 1), gsl_ran_gamma(random.generator, alpha[3], 1))
    let sum = x.sum()
    // Parameters far below one can let all four underflow; the means are then as good a draw as any.
    return sum > 0 ? x / sum : alpha / alpha.sum()
  }
}
