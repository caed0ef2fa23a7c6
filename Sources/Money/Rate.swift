/// A share of an amount (比例), held in basis points: 100 % is 10,000.
public struct Rate: Hashable, Comparable, BitwiseCopyable, Sendable {
  /// Hundredths of a percent.
  public var basisPoints: Int64

  /// Creates a rate from basis points.
  @inlinable public init(basisPoints: Int64) { self.basisPoints = basisPoints }

  /// Nothing is paid: 0 %.
  @inlinable public static var zero: Rate { Rate(basisPoints: 0) }
  /// All is paid: 100 %.
  @inlinable public static var full: Rate { Rate(basisPoints: 10_000) }

  /// Less than.
  @inlinable public static func < (a: Rate, b: Rate) -> Bool { a.basisPoints < b.basisPoints }

  /// The share of `amount`, rounded half-up to the fen.
  ///
  /// - Precondition: neither the amount nor the rate is negative.
  @inlinable public func of(_ amount: Yuan) -> Yuan {
    Yuan(fen: (amount.fen * basisPoints + 5_000) / 10_000)
  }

  /// This rate less `points` percentage points, never below 0 %.
  @inlinable public func minus(_ points: Rate) -> Rate {
    Rate(basisPoints: max(0, basisPoints - points.basisPoints))
  }

  /// This rate plus `points` percentage points, never above 100 %.
  @inlinable public func plus(_ points: Rate) -> Rate {
    Rate(basisPoints: min(10_000, basisPoints + points.basisPoints))
  }

  /// This rate multiplied by `share`, rounded half-up to a basis point.
  @inlinable public func times(_ share: Rate) -> Rate {
    Rate(basisPoints: (basisPoints * share.basisPoints + 5_000) / 10_000)
  }
}

extension Rate: CustomStringConvertible {
  /// Percent without idle zeros: `"70 %"`, `"32.5 %"`.
  public var description: String {
    let sign = basisPoints < 0 ? "-" : ""
    let magnitude = basisPoints.magnitude
    let cents = magnitude % 100
    let decimals = cents == 0 ? "" : cents % 10 == 0 ? ".\(cents / 10)" : cents < 10 ? ".0\(cents)" : ".\(cents)"
    return "\(sign)\(magnitude / 100)\(decimals) %"
  }
}
