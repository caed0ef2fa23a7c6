// Log-normal body with a Pareto tail. Let q be the 1 - t quantile of a log-normal (mu, sigma), z that of the standard
// normal: below q the density is the log-normal's, and P(X > x) = t (q / x)^a for x > q.
// E X = exp(mu) [exp(sigma^2 / 2) Phi(z - sigma) + t exp(sigma z) a / (a - 1)].

import CGSL
import Foundation

/// An amount with a log-normal body and a Pareto tail, given by its mean.
public struct SplicedLogNormal: Hashable, Sendable {
  /// The log-normal whose part below the splice is the body.
  public let body: LogNormal
  /// The probability of the tail.
  public let tailShare: Double
  /// The Pareto index of the tail.
  public let tailIndex: Double
  /// Where the tail begins; infinite without a tail.
  public let splice: Double

  /// Creates a distribution with expectation `mean`.
  ///
  /// - Precondition: the mean is positive, sigma not negative, the share from 0 to below 1, the index above 1.
  public init(mean: Double, sigma: Double, tailShare: Double, tailIndex: Double) {
    precondition(mean > 0 && sigma >= 0 && tailShare >= 0 && tailShare < 1 && tailIndex > 1)
    self.tailShare = tailShare
    self.tailIndex = tailIndex
    guard tailShare > 0, sigma > 0 else {
      body = LogNormal(mean: mean, sigma: sigma)
      splice = .infinity
      return
    }
    let z = gsl_cdf_ugaussian_Qinv(tailShare)
    let unit =
      exp(sigma * sigma / 2) * gsl_cdf_ugaussian_P(z - sigma)
      + tailShare * exp(sigma * z) * tailIndex / (tailIndex - 1)
    body = LogNormal(mean: mean / unit * exp(sigma * sigma / 2), sigma: sigma)
    splice = exp(body.mu + sigma * z)
  }

  /// P(X <= x).
  public func cumulative(_ x: Double) -> Double {
    x <= splice ? body.cumulative(x) : 1 - tailShare * pow(splice / x, tailIndex)
  }

  /// One amount.
  @inlinable public func draw(_ random: borrowing Philox) -> Double {
    let amount = body.draw(random)
    return amount <= splice ? amount : gsl_ran_pareto(random.generator, tailIndex, splice)
  }
}
