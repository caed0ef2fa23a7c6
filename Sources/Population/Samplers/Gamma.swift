// Gamma: density x^(a - 1) exp(-x / b) / (G(a) b^a). Mean a b, variance a b^2.
// The sum of n independent gamma amounts of one scale is gamma with n times the shape: a year's visits are one draw.

import CGSL

/// The cost of a visit, gamma with a mean and a shape, and of any number of visits together.
public struct Gamma: Hashable, Sendable {
  /// The mean of one amount.
  public let mean: Double
  /// The shape of one amount; its coefficient of variation is 1/√shape.
  public let shape: Double

  /// Creates a distribution.
  ///
  /// - Precondition: both are positive.
  public init(mean: Double, shape: Double) {
    precondition(mean > 0 && shape > 0 && mean.isFinite && shape.isFinite)
    self.mean = mean
    self.shape = shape
  }

  /// mean²/shape.
  public var variance: Double { mean * mean / shape }

  /// The sum of `count` independent amounts, in one draw.
  @inlinable public func sum(of count: Int, _ random: borrowing Philox) -> Double {
    gsl_ran_gamma(random.generator, shape * Double(count), mean / shape)
  }
}
