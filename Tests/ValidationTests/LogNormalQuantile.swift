import CGSL

/// Quantiles of a log-normal with median 1.
enum LogNormalQuantile {
  static func value(_ probability: Double, sigma: Double) -> Double {
    gsl_cdf_lognormal_Pinv(probability, 0, sigma)
  }
}
