// Probabilities f_j of totals x_j = x_0 + j h. Each stands for the totals from x_j - h / 2 to x_j + h / 2, so that the
// distribution function is a line between these ends. TVaR_p = E(X | the years beyond the p quantile) = q + E(X - q)+ / (1 - p).

/// The law of a total, such as what a benefit costs in a year.
public struct AggregateLaw: Sendable {
  /// The total of the first probability.
  public let origin: Double
  /// The distance of totals, in their unit.
  public let step: Double
  /// The probability of each total.
  public let probabilities: [Double]
  /// A bound of the probability that lies outside of these totals and was counted at a wrong one.
  public let aliased: Double

  /// Creates a law.
  public init(origin: Double = 0, step: Double, _ probabilities: [Double], aliased: Double = 0) {
    (self.origin, self.step, self.probabilities, self.aliased) = (origin, step, probabilities, aliased)
  }

  private func total(_ index: Int) -> Double { origin + Double(index) * step }

  /// E X.
  public var mean: Double { probabilities.enumerated().reduce(0) { $0 + total($1.offset) * $1.element } }

  /// E (X − E X)^k.
  public func centralMoment(_ power: Int) -> Double {
    let mean = mean
    return probabilities.enumerated().reduce(0) { sum, one in
      let distance = total(one.offset) - mean
      return sum + (0..<power).reduce(one.element) { product, _ in product * distance }
    }
  }

  /// The root of the variance.
  public var standardDeviation: Double { centralMoment(2).squareRoot() }

  /// E (X − E X)⁴ / (Var X)² − 3; 0 for a normal law.
  public var excessKurtosis: Double {
    let variance = centralMoment(2)
    return variance > 0 ? centralMoment(4) / (variance * variance) - 3 : 0
  }

  /// P(X ≤ x).
  public func cumulative(_ x: Double) -> Double {
    let position = (x - origin) / step + 0.5
    guard position > 0 else { return 0 }
    let whole = min(Int(position), probabilities.count)
    let below = probabilities[..<whole].reduce(0, +)
    return whole < probabilities.count ? below + (position - Double(whole)) * probabilities[whole] : below
  }

  /// The quantile p, true to half a step; never below the least total.
  public func quantile(_ p: Double) -> Double {
    var below = 0.0
    for (index, probability) in probabilities.enumerated() {
      if below + probability >= p, probability > 0 {
        return max(origin, total(index) + (min(1, max(0, (p - below) / probability)) - 0.5) * step)
      }
      below += probability
    }
    return total(probabilities.count - 1)
  }

  /// The mean of the totals beyond the quantile p (TVaR).
  public func tailMean(_ p: Double) -> Double {
    let quantile = quantile(p)
    let beyond = probabilities.enumerated().reduce(0) { $0 + max(0, total($1.offset) - quantile) * $1.element }
    return quantile + beyond / (1 - p)
  }
}
