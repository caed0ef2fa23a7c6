// Counts of Panjer's class: P(N = n) = (a + b / n) P(N = n - 1) (Panjer 1981; Klugman, Panjer, Willmot: Loss Models, 6.5).
// Poisson: a = 0, b = m, E z^N = exp(m (z - 1)).
// Negative binomial with mean m and size r: a = m / (m + r), b = (r - 1) a, E z^N = (1 - m / r (z - 1))^(-r).

import Foundation
import Population

/// A count of Panjer's class.
public protocol CountLaw: Sendable {
  /// E N.
  var mean: Double { get }
  /// Var N.
  var variance: Double { get }
  /// The numbers a and b of the recursion.
  var panjer: (a: Double, b: Double) { get }
  /// ln E z^N for a real z from 0 on; infinite where the expectation is.
  func logGenerating(_ z: Double) -> Double
  /// ln E z^N for a complex z.
  func logGenerating(_ z: Complex) -> Complex
}

extension Poisson: CountLaw {
  /// E N.
  public var variance: Double { mean }
  /// a = 0, b = m.
  public var panjer: (a: Double, b: Double) { (0, mean) }
  /// m (z − 1).
  public func logGenerating(_ z: Double) -> Double { mean * (z - 1) }
  /// m (z − 1).
  public func logGenerating(_ z: Complex) -> Complex {
    Complex(real: mean * (z.real - 1), imaginary: mean * z.imaginary)
  }
}

extension NegativeBinomial: CountLaw {
  /// a = m / (m + r), b = (r − 1) a.
  public var panjer: (a: Double, b: Double) { (mean / (mean + size), (size - 1) * mean / (mean + size)) }
  /// −r ln(1 − m / r (z − 1)); infinite from z = 1 + r / m on.
  public func logGenerating(_ z: Double) -> Double {
    let base = 1 - mean / size * (z - 1)
    return base > 0 ? -size * log(base) : .infinity
  }
  /// −r ln(1 − m / r (z − 1)).
  public func logGenerating(_ z: Complex) -> Complex {
    let odds = mean / size
    return -size * Complex(real: 1 - odds * (z.real - 1), imaginary: -odds * z.imaginary).logarithm
  }
}
