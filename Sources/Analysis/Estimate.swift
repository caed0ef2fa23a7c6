/// A figure with its Monte-Carlo error.
public struct Estimate: Hashable, Sendable {
  /// In the unit that whoever holds it states.
  public var value: Double
  /// Nil where the run is too small to tell.
  public var standardError: Double?
  /// Bounds of the 95 % interval, where they are not value ± 1.96 standard errors.
  public var interval: ClosedRange<Double>?

  /// Creates an estimate.
  public init(_ value: Double, standardError: Double?, interval: ClosedRange<Double>? = nil) {
    self.value = value
    self.standardError = standardError
    self.interval = interval
  }

  /// What cannot be told from so few years or persons: no value, and no error.
  public static let tooFew = Estimate(.nan, standardError: nil)

  /// False for what too few were drawn for.
  public var isKnown: Bool { value.isFinite }

  /// Lower and upper bound of the 95 % interval.
  public var bounds: (lower: Double, upper: Double)? {
    if let interval { return (interval.lowerBound, interval.upperBound) }
    return standardError.map { (value - 1.96 * $0, value + 1.96 * $0) }
  }

  /// The quotient with another estimate whose error is independent of this one's.
  public func over(_ other: Estimate) -> Estimate {
    guard other.value != 0 else { return Estimate(0, standardError: nil) }
    let quotient = value / other.value
    guard let error = standardError, let otherError = other.standardError else {
      return Estimate(quotient, standardError: nil)
    }
    let variance = error * error + quotient * quotient * otherError * otherError
    return Estimate(quotient, standardError: variance.squareRoot() / abs(other.value))
  }

  /// The share of it in the sum of itself and others. Errors are joined as if independent, which is cautious for parts that rise
  /// and fall together.
  public func share(beside others: [Estimate]) -> Estimate {
    let rest = others.reduce(0) { $0 + $1.value }, sum = value + rest
    guard sum > 0 else { return Estimate(0, standardError: nil) }
    let errors = others.map(\.standardError)
    guard let error = standardError, !errors.contains(nil) else { return Estimate(value / sum, standardError: nil) }
    let squares = errors.reduce(0) { $0 + ($1 ?? 0) * ($1 ?? 0) }
    let variance = rest * rest * error * error + value * value * squares
    return Estimate(value / sum, standardError: variance.squareRoot() / (sum * sum))
  }

  /// The square root, of 0 where it is below. Its error is half the distance between the roots of the ends one error away, which
  /// stays finite near 0.
  var root: Estimate {
    let error = standardError.map { (max(0, value + $0).squareRoot() - max(0, value - $0).squareRoot()) / 2 }
    return Estimate(max(0, value).squareRoot(), standardError: error)
  }

  /// The product with another estimate whose error is independent of this one's.
  func times(_ other: Estimate) -> Estimate {
    guard let a = standardError, let b = other.standardError else {
      return Estimate(value * other.value, standardError: nil)
    }
    let (x, y) = (value * b, other.value * a)
    return Estimate(value * other.value, standardError: (x * x + y * y).squareRoot())
  }

  /// How far a stated amount lies from it, over it.
  public func distance(to amount: Double) -> Estimate {
    let ratio = Estimate(amount, standardError: 0).over(self)
    return Estimate(abs(ratio.value - 1), standardError: ratio.standardError)
  }

  /// By how much it passes an amount; 0, and no bound below 0, where it does not.
  public func above(_ amount: Double) -> Estimate {
    guard let bounds else { return Estimate(max(0, value - amount), standardError: nil) }
    let interval = max(0, bounds.lower - amount)...max(0, bounds.upper - amount)
    return Estimate(max(0, value - amount), standardError: standardError, interval: interval)
  }

  /// The estimate of what it is above 0, with the error that is left of its interval there.
  var cutOffAtZero: Estimate {
    guard isKnown else { return self }
    guard let bounds else { return Estimate(max(0, value), standardError: nil) }
    let interval = max(0, bounds.lower)...max(0, bounds.upper)
    return Estimate(
      max(0, value), standardError: (interval.upperBound - interval.lowerBound) / (2 * 1.96), interval: interval)
  }

  /// The estimate in another unit.
  public func times(_ factor: Double) -> Estimate {
    Estimate(
      value * factor, standardError: standardError.map { $0 * abs(factor) },
      interval: interval.map {
        min($0.lowerBound * factor, $0.upperBound * factor)...max($0.lowerBound * factor, $0.upperBound * factor)
      })
  }
}
