// Log-normal: ln X is normal with mean mu and standard deviation sigma. E X = exp(mu + sigma^2 / 2),
// Var X = (exp(sigma^2) - 1) (E X)^2, median exp(mu).

import CGSL
import Foundation

/// A log-normal amount given by its mean and the spread of its logarithm.
public struct LogNormal: Hashable, Sendable {
  /// The mean of the logarithm.
  public let mu: Double
  /// The standard deviation of the logarithm.
  public let sigma: Double

  /// Creates a distribution with expectation `mean`.
  ///
  /// - Precondition: the mean is positive and sigma not negative.
  public init(mean: Double, sigma: Double) {
    precondition(mean > 0 && sigma >= 0 && mean.isFinite && sigma.isFinite)
    mu = log(mean) - sigma * sigma / 2
    self.sigma = sigma
  }

  /// The expectation.
  public var mean: Double { exp(mu + sigma * sigma / 2) }
  /// The variance.
  public var variance: Double { (exp(sigma * sigma) - 1) * mean * mean }

  /// P(X <= x).
  public func cumulative(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    return sigma > 0 ? gsl_cdf_lognormal_P(x, mu, sigma) : (x >= mean ? 1 : 0)
  }

  /// One amount.
  @inlinable public func draw(_ random: borrowing Philox) -> Double { gsl_ran_lognormal(random.generator, mu, sigma) }
}
