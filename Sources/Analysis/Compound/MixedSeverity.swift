// A mixture of scaled laws: X = c_i Z_i with probability w_i, so that E min(X, u)^k = sum of w_i c_i^k E min(Z_i, u / c_i)^k.
// What the probabilities leave of 1 is an amount of nothing.

/// An amount that is one of several laws, each times a factor; nothing with the probability that is left.
public struct MixedSeverity<Part: Severity>: Severity {
  /// One of the laws.
  public struct Component: Sendable {
    /// How likely it is this one.
    public var probability: Double
    /// By what the law is multiplied, above 0.
    public var factor: Double
    /// The law.
    public var part: Part

    /// Creates a component.
    public init(_ probability: Double, factor: Double = 1, _ part: Part) {
      (self.probability, self.factor, self.part) = (probability, factor, part)
    }
  }

  /// The laws, whose probabilities add up to 1 or less.
  public var components: [Component]

  /// Creates a mixture.
  public init(_ components: [Component]) { self.components = components }

  /// P(X ≤ x).
  public func cumulative(_ x: Double) -> Double {
    guard x >= 0 else { return 0 }
    return components.reduce(1) { $0 - $1.probability * (1 - $1.part.cumulative(x / $1.factor)) }
  }

  /// E min(X, u).
  public func limitedMean(_ limit: Double) -> Double {
    components.reduce(0) { $0 + $1.probability * $1.factor * $1.part.limitedMean(limit / $1.factor) }
  }

  /// E min(X, u)².
  public func limitedSquare(_ limit: Double) -> Double {
    components.reduce(0) {
      $0 + $1.probability * $1.factor * $1.factor * $1.part.limitedSquare(limit / $1.factor)
    }
  }
}
