/// A weighted sum of what sets are worth more than others; differences first, so that equal sets cancel exactly.
public struct Contrast: Sendable {
  /// Each term's weight, and the two sets whose difference it counts; no set counts as 0.
  let terms: [(weight: Double, without: Int?, with: Int)]

  init(terms: [(weight: Double, without: Int?, with: Int)]) { self.terms = terms }

  init(terms: [(Double, Int, Int)]) { self.terms = terms.map { ($0, $1, $2) } }

  /// What one set is worth.
  static func level(_ set: Int) -> Contrast { Contrast(terms: [(weight: 1, without: nil, with: set)]) }

  /// The set whose worth alone it is; nil for other sums.
  var level: Int? {
    guard terms.count == 1, let only = terms.first, only.weight == 1, only.without == nil else { return nil }
    return only.with
  }

  /// What one set is worth more than another.
  static func difference(_ set: Int, from other: Int) -> Contrast {
    Contrast(terms: [(weight: 1, without: other, with: set)])
  }

  /// What all players together are worth more than the sum of what each adds alone.
  static func beyondSum(of players: Int) -> Contrast {
    let alone = (0..<players).map { (weight: -1.0, without: Optional(0), with: 1 << $0) }
    return Contrast(terms: [(weight: 1, without: 0, with: (1 << players) - 1)] + alone)
  }

  /// Its share of another one, with the error of just that quotient; nil where the other is 0.
  ///
  /// - Parameter estimate: makes an estimate of a contrast.
  func share(of whole: Contrast, _ estimate: (Contrast) -> Estimate) -> Estimate? {
    let all = estimate(whole).value
    guard all != 0 else { return nil }
    let share = estimate(self).value / all
    // A quotient moves with what the part has beyond its share of the whole.
    let left = Contrast(terms: terms + whole.terms.map { (-share * $0.weight, $0.without, $0.with) })
    return Estimate(share, standardError: estimate(left).standardError.map { $0 / abs(all) })
  }

  /// The sum for given worths, by set.
  func value(_ worth: [Double]) -> Double { value { worth[$0] } }

  /// The sum for given worths, by set.
  func value(_ worth: (Int) -> Double) -> Double {
    terms.reduce(0) { $0 + $1.weight * (worth($1.with) - ($1.without.map(worth) ?? 0)) }
  }
}
