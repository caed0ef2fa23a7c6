/// Which hospitals admit, and under which circumstances.
public struct HospitalMix: Hashable, Sendable {
  /// Shares of the ordinary admissions at hospitals of level 1, 2 and 3.
  public var levels: [Double]
  /// The same for admissions with a listed disease.
  public var specialLevels: [Double]
  /// Mean cost of the levels over each other; only the ratios matter.
  public var levelCost: [Double]
  /// Cost of an admission within a level.
  public var spread: CostSpread
  /// For each level, shares of the locations in the order of `CareLocation`.
  public var location: [[Double]]
  /// For each location, shares of the referrals in the order of `Referral`.
  public var referral: [[Double]]
  /// The share of admissions at designated hospitals (定点医疗机构).
  public var designated: Double
  /// The share of emergency admissions.
  public var emergency: Double

  /// The mix of a place with other shares of levels; admissions with a listed disease move in proportion.
  func moved(to shares: [Double]) -> HospitalMix {
    var mix = self
    mix.levels = shares
    let special = zip(specialLevels, zip(shares, levels)).map { $1.1 > 0 ? $0 * $1.0 / $1.1 : $0 }
    let sum = special.reduce(0, +)
    if sum > 0 { mix.specialLevels = special.map { $0 / sum } }
    return mix
  }
}
