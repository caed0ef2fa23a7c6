// Poisson: P(X = k) = exp(-m) m^k / k!. Mean and variance m.

import CGSL

/// A Poisson count.
public struct Poisson: Hashable, Sendable {
  /// The expected count, which is the variance as well.
  public let mean: Double

  /// Creates a distribution.
  ///
  /// - Precondition: the mean is not negative.
  public init(mean: Double) {
    precondition(mean >= 0 && mean.isFinite)
    self.mean = mean
  }

  /// P(X = k) for every k up to `largest`, not scaled to add up to one.
  public func probabilities(upTo largest: Int) -> [Double] {
    (0...largest).map { mean > 0 ? gsl_ran_poisson_pdf(UInt32($0), mean) : ($0 == 0 ? 1 : 0) }
  }

  /// One count.
  @inlinable public func draw(_ random: borrowing Philox) -> Int { Int(gsl_ran_poisson(random.generator, mean)) }
}
