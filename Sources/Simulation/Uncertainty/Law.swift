import CGSL
import Foundation

/// How an uncertain parameter is distributed around what is assumed.
///
/// A value is a factor of the assumed one (1 leaves it), or, for rates of insurance, a change in hundredths (0 leaves
/// them).
public enum Law: Hashable, Sendable {
  /// As assumed.
  case fixed
  /// A factor with mean 1 whose standard deviation is given, 0.1 for 10 %.
  case logNormal(Double)
  /// A value with a standard deviation, around the assumed one.
  case normal(Double)
  /// Any value between two, each equally likely.
  case uniform(Double, Double)
  /// A value between two, the middle one the likeliest.
  case triangular(Double, Double, Double)

  /// The variance of the value.
  public var variance: Double {
    switch self {
    case .fixed: 0
    case .logNormal(let deviation), .normal(let deviation): deviation * deviation
    case .uniform(let low, let high): (high - low) * (high - low) / 12
    case .triangular(let low, let mode, let high):
      (low * low + mode * mode + high * high - low * mode - low * high - mode * high) / 18
    }
  }

  /// The value below which a draw falls with probability `p`.
  ///
  /// - Parameters:
  ///   - p: above 0 and below 1.
  ///   - center: what leaves the parameter as assumed: 1 for factors, 0 for changes.
  public func quantile(_ p: Double, center: Double) -> Double {
    switch self {
    case .fixed: return center
    case .logNormal(let deviation):
      let sigma = log(1 + deviation * deviation).squareRoot()
      return exp(sigma * gsl_cdf_ugaussian_Pinv(p) - sigma * sigma / 2)
    case .normal(let deviation): return center + deviation * gsl_cdf_ugaussian_Pinv(p)
    case .uniform(let low, let high): return gsl_cdf_flat_Pinv(p, low, high)
    case .triangular(let low, let mode, let high):
      let (width, left) = (high - low, mode - low)
      guard width > 0 else { return mode }
      let turn = left / width
      return p < turn
        ? low + (p * width * left).squareRoot() : high - ((1 - p) * width * (high - mode)).squareRoot()
    }
  }
}
