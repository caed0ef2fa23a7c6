// Log-normal with z = (ln u - mu) / sigma: E min(X, u)^k = exp(k mu + k^2 sigma^2 / 2) Phi(z - k sigma) + u^k (1 - Phi(z))
// (Klugman, Panjer, Willmot: Loss Models, appendix A.4.1.1).

import CGSL
import Foundation
import Population

extension LogNormal: Severity {
  /// E X^k for the part of X up to `limit`: `exp(kμ + k²σ²/2) Φ(z − kσ)`.
  func partialMoment(_ power: Double, _ limit: Double) -> Double {
    guard limit > 0 else { return 0 }
    let whole = exp(power * mu + power * power * sigma * sigma / 2)
    guard limit.isFinite else { return whole }
    guard sigma > 0 else { return limit >= exp(mu) ? whole : 0 }
    return whole * gsl_cdf_ugaussian_P((log(limit) - mu) / sigma - power * sigma)
  }

  /// P(X > limit).
  func survival(_ limit: Double) -> Double {
    guard limit > 0 else { return 1 }
    guard sigma > 0 else { return limit >= exp(mu) ? 0 : 1 }
    return gsl_cdf_ugaussian_Q((log(limit) - mu) / sigma)
  }

  /// E min(X, u).
  public func limitedMean(_ limit: Double) -> Double {
    partialMoment(1, limit) + (limit.isFinite ? limit * survival(limit) : 0)
  }

  /// E min(X, u)².
  public func limitedSquare(_ limit: Double) -> Double {
    partialMoment(2, limit) + (limit.isFinite ? limit * limit * survival(limit) : 0)
  }
}
