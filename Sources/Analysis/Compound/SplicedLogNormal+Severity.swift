// Log-normal body up to the splice q, and P(X > x) = t (q / x)^a beyond it. For u > q the tail adds to the body's moment
// the integral from q to u of x^k t a q^a x^(-a - 1) dx = t q^k a / (a - k) (1 - (q / u)^(a - k)), which for k = a is
// t q^k a ln(u / q) (Klugman, Panjer, Willmot: Loss Models, appendix A.4.1.4, single-parameter Pareto).

import Foundation
import Population

extension SplicedLogNormal: Severity {
  /// E min(X, u).
  public func limitedMean(_ limit: Double) -> Double { limited(1, limit) }

  /// E min(X, u)²; infinite without a limit where the tail index is 2 or less.
  public func limitedSquare(_ limit: Double) -> Double { limited(2, limit) }

  private func limited(_ power: Double, _ limit: Double) -> Double {
    guard limit > splice else {
      return body.partialMoment(power, limit) + (limit.isFinite ? pow(max(limit, 0), power) * body.survival(limit) : 0)
    }
    let ratio = splice / limit
    let heft = tailShare * pow(splice, power) * tailIndex
    let left = tailIndex - power
    let tail = left == 0 ? heft * -log(ratio) : heft * (1 - pow(ratio, left)) / left
    // What lies beyond the limit counts as the limit; nothing does where there is none.
    let beyond = limit.isFinite ? pow(limit, power) * tailShare * pow(ratio, tailIndex) : 0
    return body.partialMoment(power, splice) + tail + beyond
  }
}
