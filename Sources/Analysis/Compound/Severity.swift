// Limited expected value of an amount X >= 0: E min(X, u) = integral from 0 to u of P(X > x) dx. What a layer pays follows
// from it alone (Klugman, Panjer, Willmot: Loss Models, chapter "Frequency and severity with coverage modifications").

/// The law of one amount that is not negative, such as the cost of a stay in yuan.
public protocol Severity: Sendable {
  /// P(X ≤ x).
  func cumulative(_ x: Double) -> Double
  /// E min(X, u); the mean where u is infinite.
  func limitedMean(_ limit: Double) -> Double
  /// E min(X, u)², in the square of the unit; infinite where the law has no variance and u no end.
  func limitedSquare(_ limit: Double) -> Double
}

extension Severity {
  /// E X.
  public var mean: Double { limitedMean(.infinity) }
  /// E X².
  public var square: Double { limitedSquare(.infinity) }
}
