import Rules

/// By which law a sampler draws ordinary stays in hospital (those with a listed disease aside), for whoever works out
/// without drawing what they come to.
///
/// A person of a row has a number of stays. Each is at a level, costs what that level's law says times a factor that all
/// stays of the person have in common, and a share of the cost is in policy. All of these are independent of each other,
/// and of the level is whether anybody claims assistance for the stay.
public struct AdmissionLaw: Sendable {
  /// Stays of a person in a year, by row.
  public let counts: [NegativeBinomial]
  /// The factor of cost that a person's stays have in common; its mean is 1.
  public let severity: LogNormal
  /// The probability of each hospital level, 1 to 3.
  public let levels: [Double]
  /// Cost of a stay at each level without that factor, yuan.
  public let costs: [SplicedLogNormal]
  /// The probability that assistance is claimed for a stay, or settled at once, by level.
  public let claimed: [Double]
  /// The share of the cost that is in policy is beta with these parameters.
  public let inPolicy: (a: Double, b: Double)
}

extension PopulationSampler {
  /// The law of ordinary stays as this sampler draws them.
  ///
  /// Counts are cut where less than 1e-12 is left, costs rounded to the fen, and the in-policy part takes what rounding
  /// the three other parts down leaves, 1.5 fen on average: none of these is in the law.
  public var admissionLaw: AdmissionLaw {
    let mix = place.hospitalLevels.map { illness.hospitals.moved(to: $0) } ?? illness.hospitals
    // Only those who are not settled at once and then claim nothing go without.
    let unclaimed = place.takeUp.byHand.map { $0 * (1 - place.takeUp.claimed) }
    let (levels, claimed) = (0..<3).reduce(into: ([Double](), [Double]())) { result, level in
      let shares = CareLocation.allCases.map { place in
        mix.location[level][place.rawValue] * mix.referral[place.rawValue].reduce(0, +)
      }
      let all = shares.reduce(0, +)
      let lost = zip(shares, unclaimed).reduce(0) { $0 + $1.0 * $1.1 }
      result.0.append(mix.levels[level] * all)
      result.1.append(all > 0 ? 1 - lost / all : 1)
    }
    let sum = levels.reduce(0, +)
    let alpha = care.split.alpha
    return AdmissionLaw(
      counts: care.stays, severity: care.severity, levels: levels.map { $0 / sum }, costs: care.admissionCost,
      claimed: claimed, inPolicy: (alpha[0], alpha.sum() - alpha[0]))
  }
}
