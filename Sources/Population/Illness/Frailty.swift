// A person's admissions are Poisson around Z times their mean, Z gamma with mean 1 and shape r: negative binomial with
// size r. Then Z given n admissions is gamma with mean (r + n) / (r + m).

/// What a person's admissions say about the frailty behind them, which moves visits too.
///
/// Frailty itself need not be drawn: visits take their mean given the number of admissions, so that their mean over all
/// people stays what the file says.
enum Frailty {
  /// People with 0, 1, 2, and 3 or more admissions.
  static let buckets = 4

  /// The bucket of a number of admissions.
  static func bucket(_ admissions: Int) -> Int { min(admissions, buckets - 1) }

  /// Mean frailty of the people in each bucket; weighted by their numbers, they average to 1.
  static func means(of admissions: NegativeBinomial) -> [Double] {
    let (mean, size) = (admissions.mean, admissions.size)
    let shares = admissions.probabilities
    func given(_ count: Int) -> Double { (size + Double(count)) / (size + mean) }
    var (left, weight) = (1.0, 1.0)
    var means = (0..<buckets - 1).map { count in
      let share = count < shares.count ? shares[count] : 0
      left -= share * given(count)
      weight -= share
      return given(count)
    }
    // What the others leave; where next to nobody is left, the next count stands for them.
    means.append(weight > 1e-9 ? max(left / weight, given(buckets - 1)) : given(buckets - 1))
    return means
  }
}
