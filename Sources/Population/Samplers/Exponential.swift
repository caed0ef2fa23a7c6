// Exponential: P(T > t) = exp(-t), mean 1. Inversion: T = -log(1 - U) with U uniform, as gsl_ran_exponential draws it.

import Foundation

/// A waiting time with mean 1, from a uniform number that was drawn.
enum Exponential {
  /// The time that `gsl_ran_exponential` makes of the same uniform number, to the bit.
  @inline(__always) static func time(_ uniform: Double) -> Double { -log1p(-uniform) }

  /// Not more than that time, without a logarithm: -log(1 - u) is never less than u.
  @inline(__always) static func least(_ uniform: Double) -> Double { uniform * (1 - 1e-12) }
}
