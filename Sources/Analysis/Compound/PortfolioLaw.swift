// Total of independent persons. A person's amounts X_1, ..., X_N have something in common, one of a few conditions i with
// probability w_i, given which they are independent: E z^S = sum of w_i P_N(f_i(z)), which is not compound itself. Persons
// multiply: E exp(i t S) = product over groups of (sum of w_i P_g(f_i(t)))^n_g. It is taken at t_k = 2 pi k / (M H) and
// transformed back to M totals of step H, in a window of 12 standard deviations about the mean to both sides.
// Aliasing: what lies outside of the window comes back inside; it is at most exp(K(s) - s x) (Chernoff), K the logarithm of
// the moment generating function and x the window's end. Resolution: H = m h with the amounts' step h. For m = 1 the law is
// exact on the lattice; for m > 1 frequencies beyond pi / H are left out, which are the value at pi / H or less.

import Foundation

/// Persons whose amounts are independent from person to person, such as what a benefit pays the people of a place.
struct PortfolioLaw<Count: CountLaw> {
  /// Persons with the same law of their number of amounts.
  struct Group {
    var persons: Int64
    var count: Count
  }

  /// Who there is, best those first who have most amounts.
  var groups: [Group]
  /// What the amounts of a person can have in common: how likely, and the law of an amount then. All of one step.
  var conditions: [(weight: Double, amount: Lattice)]

  /// The law of everybody's total.
  ///
  /// - Parameters:
  ///   - mean: E of the total.
  ///   - deviation: its standard deviation, above 0.
  ///   - points: at most so many totals, a power of two.
  func law(mean: Double, deviation: Double, points: Int) -> AggregateLaw {
    let h = conditions[0].amount.step
    let reach = 12 * deviation
    var count = 256
    while count < points, Double(count) * h < 2 * reach { count *= 2 }
    let multiple = max(1, (2 * reach / (Double(count) * h)).rounded(.up))
    let step = multiple * h
    // On the lattice, so that its totals stay on it.
    let origin = max(0, ((mean - Double(count) * step / 2) / h).rounded(.down)) * h
    var values = Array(repeating: Complex(real: 0, imaginary: 0), count: count)
    var last = 0.0
    for k in 0...count / 2 {
      let t = 2 * Double.pi * Double(k) / (Double(count) * step)
      let value = (logCharacteristic(t * h) + Complex(real: 0, imaginary: -t * origin)).exponential
      values[k] = value
      if k > 0 { values[count - k] = Complex(real: value.real, imaginary: -value.imaginary) }
      last = value.magnitude
    }
    // The transform's sign is the other one's: E exp(i t S) comes back by exp(-i t x).
    Fourier.transform(&values)
    let outside = outside(from: origin, to: origin + Double(count) * step, deviation: deviation)
    return AggregateLaw(
      origin: origin, step: step, values.map { $0.real / Double(count) },
      aliased: outside + (multiple > 1 ? last : 0))
  }

  /// ln E exp(i · angle · S / h), or once it is below ln 1e-20, whatever group comes then, something below it.
  private func logCharacteristic(_ angle: Double) -> Complex {
    let amounts = conditions.map { $0.amount.characteristic(angle) }
    var sum = Complex(real: 0, imaginary: 0)
    for group in groups where group.persons > 0 {
      var one = Complex(real: 0, imaginary: 0)
      for (index, condition) in conditions.enumerated() {
        one = one + condition.weight * group.count.logGenerating(amounts[index]).exponential
      }
      sum = sum + Double(group.persons) * one.logarithm
      // No characteristic function is above 1, so the others can only make it less.
      if sum.real < -46 { break }
    }
    return sum
  }

  /// A bound of the probability that the total is outside of a window.
  private func outside(from low: Double, to high: Double, deviation: Double) -> Double {
    func bound(_ s: Double, _ end: Double) -> Double { exp(min(0, logMoment(s) - s * end)) }
    let tilts = [1.0, 2, 4, 6, 8, 10].map { $0 / deviation }
    let above = tilts.map { bound($0, high) }.min() ?? 1
    let below = low > 0 ? tilts.map { bound(-$0, low) }.min() ?? 1 : 0
    return above + below
  }

  /// ln E exp(s S); infinite where the expectation is.
  private func logMoment(_ s: Double) -> Double {
    let amounts = conditions.map { $0.amount.moment(s * $0.amount.step) }
    return groups.reduce(0) { sum, group in
      guard group.persons > 0 else { return sum }
      let one = zip(conditions, amounts).reduce(0) { $0 + $1.0.weight * exp(group.count.logGenerating($1.1)) }
      return sum + Double(group.persons) * log(one)
    }
  }
}
