// Total of N amounts: S = X_1 + ... + X_N, the amounts independent of each other and of N. E S = E N E X,
// Var S = E N Var X + Var N (E X)^2.
// Recursion (Panjer 1981): g_0 = E f_0^N, g_k = sum over j = 1..k of (a + b j / k) f_j g_(k - j), over 1 - a f_0.
// Fourier (Bühlmann 1984; Grübel and Hermesmeier 1999, ASTIN Bulletin 29): transform f, take E z^N, transform back. On n
// points totals beyond the last would come back at the first ones; with f_j exp(-t j), and g_k exp(t k) in the end, they
// come back times exp(-t n) at most. Rounding errors of the last totals grow by exp(t n): t n = 20 (Embrechts and Frei 2009)
// suits few points, here t n = 8 and points enough are taken: 0.00034 of what lies beyond, which is at most
// Var S / (Var S + (n h - E S)^2) (Cantelli).

import Foundation

/// The law of a random number of amounts together.
public struct CompoundLaw<Count: CountLaw>: Sendable {
  /// How many amounts there are.
  public var count: Count
  /// What each of them is.
  public var amount: Lattice

  /// Creates a law.
  public init(_ count: Count, _ amount: Lattice) { (self.count, self.amount) = (count, amount) }

  /// The first so many probabilities by Panjer's recursion; nil where none of the amounts is so unlikely that it cannot be
  /// told from 0 (some 700 amounts), since the recursion would begin with nothing.
  ///
  /// It takes time with the product of both lengths. What is beyond the last total is left out.
  public func byRecursion(_ points: Int) -> AggregateLaw? {
    let f = amount.probabilities
    let (a, b) = count.panjer
    let none = exp(count.logGenerating(f[0]))
    guard none >= .leastNormalMagnitude, points > 0 else { return nil }
    var g = [none]
    for k in 1..<max(points, 1) {
      var sum = 0.0
      if f.count > 1 {
        for j in 1...min(k, f.count - 1) { sum += (a + b * Double(j) / Double(k)) * f[j] * g[k - j] }
      }
      g.append(sum / (1 - a * f[0]))
    }
    return AggregateLaw(step: amount.step, g)
  }

  /// The probabilities on a number of points by Fourier transform.
  ///
  /// - Parameters:
  ///   - exponent: 2 to this power is the number of points.
  ///   - tilt: t times the number of points; 0 for none.
  public func byTransform(exponent: Int, tilt: Double = 8) -> AggregateLaw {
    let points = 1 << exponent
    let t = tilt / Double(points)
    var values = Array(repeating: Complex(real: 0, imaginary: 0), count: points)
    for (j, probability) in amount.probabilities.enumerated() {
      values[j % points].real += probability * exp(-t * Double(j))
    }
    Fourier.transform(&values)
    for k in values.indices { values[k] = count.logGenerating(values[k]).exponential }
    Fourier.transformBack(&values)
    return AggregateLaw(
      step: amount.step, values.enumerated().map { $1.real * exp(t * Double($0)) },
      aliased: exp(-tilt) * beyond(Double(points) * amount.step))
  }

  /// A bound of the probability that the total is an amount or more.
  private func beyond(_ end: Double) -> Double {
    let first = amount.mean
    let square = amount.probabilities.enumerated().reduce(0) {
      $0 + Double($1.offset * $1.offset) * amount.step * amount.step * $1.element
    }
    let distance = end - count.mean * first
    let variance = count.mean * (square - first * first) + count.variance * first * first
    return distance > 0 ? variance / (variance + distance * distance) : 1
  }
}
