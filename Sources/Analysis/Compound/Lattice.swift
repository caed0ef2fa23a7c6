// An amount made discrete with step h, for sums by recursion or Fourier transform.
// Keeping the mean (local moment matching of order one; Gerber 1982; Klugman, Panjer, Willmot: Loss Models, 9.6.5.2):
// f_0 = 1 - L(h) / h, f_j = (2 L(jh) - L((j - 1)h) - L((j + 1)h)) / h, L(u) = E min(X, u). Each amount is shared between
// its two neighbours, which adds at most h^2 / 4 to the variance and nothing to the mean.
// Rounding (9.6.5.1): f_j = F(jh + h / 2) - F(jh - h / 2).

import Foundation

/// Probabilities of the amounts 0, h, 2h, ...
public struct Lattice: Sendable {
  /// The step h, in the unit of the amount.
  public let step: Double
  /// The probability of each amount.
  public let probabilities: [Double]

  /// Creates a lattice from probabilities that add up to 1.
  public init(step: Double, _ probabilities: [Double]) { (self.step, self.probabilities) = (step, probabilities) }

  /// Keeps E min(X, top), where `top` is the least multiple of the step from `limit` on; the mean where X is at most that.
  ///
  /// - Precondition: step and limit are positive and finite.
  public init(keepingMean law: some Severity, step: Double, upTo limit: Double) {
    precondition(step > 0 && limit > 0 && limit.isFinite)
    let points = max(1, Int((limit / step).rounded(.up)))
    let limited = (0...points).map { $0 == 0 ? 0 : law.limitedMean(Double($0) * step) }
    self.init(
      step: step,
      (0...points).map { j in
        let before = j == 0 ? -step : limited[j - 1]
        let after = j == points ? limited[j] : limited[j + 1]
        // What is left of two amounts that are next to equal can be a little less than nothing.
        return max(0, (2 * limited[j] - before - after) / step)
      })
  }

  /// Rounds each amount to the nearest point; those beyond `limit` count as the last.
  ///
  /// - Precondition: step and limit are positive and finite.
  public init(rounding law: some Severity, step: Double, upTo limit: Double) {
    precondition(step > 0 && limit > 0 && limit.isFinite)
    let points = max(1, Int((limit / step).rounded(.up)))
    let below = (0...points).map { $0 == points ? 1 : law.cumulative((Double($0) + 0.5) * step) }
    self.init(step: step, below.indices.map { $0 == 0 ? below[0] : below[$0] - below[$0 - 1] })
  }

  /// E X.
  public var mean: Double { step * probabilities.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element } }

  /// E exp(i · angle · X / step), by Horner's rule.
  func characteristic(_ angle: Double) -> Complex {
    let turn = Complex.turn(angle)
    return probabilities.reversed().reduce(Complex(real: 0, imaginary: 0)) {
      $0 * turn + Complex(real: $1, imaginary: 0)
    }
  }

  /// E exp(s · X / step) for a real s.
  func moment(_ s: Double) -> Double {
    let factor = exp(s)
    return probabilities.reversed().reduce(0) { $0 * factor + $1 }
  }
}
