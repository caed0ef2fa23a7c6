// Gauss: with n nodes the sum of w_i f(x_i) is E f(X) exactly for polynomials f up to degree 2 n - 1. Nodes and weights are
// GSL's fixed-point rules (Hermite for the normal, Jacobi for the beta), scaled so that weights add up to 1.

import CGSL
import CMedaid

/// Nodes with weights that add up to 1, by which an expectation becomes a sum.
public struct Quadrature: Sendable {
  /// Where the function is taken, in rising order, each with its weight.
  public let nodes: [(value: Double, weight: Double)]

  /// Of a standard normal variable.
  public static func normal(_ count: Int) -> Quadrature {
    Quadrature(medaid_hermite_type(), count, from: 0, to: 0.5, 0, 0)
  }

  /// Of a beta variable: density proportional to `x^(a − 1) (1 − x)^(b − 1)` from 0 to 1.
  ///
  /// Where a + b is over 150, for which GSL's gamma functions have no numbers, it is next to normal and taken as such: then
  /// mean and variance are exact, and the skewness is left out.
  ///
  /// - Precondition: both are positive.
  public static func beta(_ a: Double, _ b: Double, _ count: Int) -> Quadrature {
    precondition(a > 0 && b > 0)
    guard a + b <= 150 else {
      let mean = a / (a + b), deviation = (mean * (1 - mean) / (a + b + 1)).squareRoot()
      return Quadrature(nodes: normal(count).nodes.map { (mean + deviation * $0.value, $0.weight) })
    }
    return Quadrature(medaid_jacobi_type(), count, from: 0, to: 1, b - 1, a - 1)
  }

  private init(nodes: [(value: Double, weight: Double)]) { self.nodes = nodes }

  private init(
    _ type: UnsafePointer<gsl_integration_fixed_type>, _ count: Int, from a: Double, to b: Double, _ alpha: Double,
    _ beta: Double
  ) {
    precondition(count > 0)
    // Without memory for a few numbers there is nothing that a caller could do instead.
    guard let rule = gsl_integration_fixed_alloc(type, count, a, b, alpha, beta),
      let x = gsl_integration_fixed_nodes(rule), let w = gsl_integration_fixed_weights(rule)
    else { fatalError("no memory for a rule of integration") }
    defer { gsl_integration_fixed_free(rule) }
    let sum = (0..<count).reduce(0) { $0 + w[$1] }
    nodes = (0..<count).map { (x[$0], w[$0] / sum) }
  }

  /// E f(X).
  public func expectation(_ f: (Double) -> Double) -> Double { nodes.reduce(0) { $0 + $1.weight * f($1.value) } }
}
