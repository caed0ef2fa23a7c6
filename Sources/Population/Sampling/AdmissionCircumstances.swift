import Rules
import Settlement

/// Level, location, referral, designation and emergency of an admission, drawn at once from their joint distribution.
struct AdmissionCircumstances: ~Copyable {
  private let outcomes: [Facts]
  private let tables: Discrete
  /// Outcomes of each level with the share of those up to each among them.
  private let ofLevel: [[(facts: Facts, upTo: Double)]]

  init(_ mix: HospitalMix) {
    var (outcomes, ordinary, special) = ([Facts](), [Double](), [Double]())
    for level in 0..<3 {
      for location in CareLocation.allCases {
        for referral in Referral.allCases {
          for bits in 0..<4 {
            let (designated, emergency) = (bits & 1 == 1, bits & 2 == 2)
            let p =
              mix.location[level][location.rawValue] * mix.referral[location.rawValue][referral.rawValue]
              * (designated ? mix.designated : 1 - mix.designated) * (emergency ? mix.emergency : 1 - mix.emergency)
            guard p > 0 else { continue }
            outcomes.append(
              Facts(
                kind: .inpatient, level: level + 1, designated: designated, emergency: emergency, location: location,
                referral: referral))
            ordinary.append(p * mix.levels[level])
            special.append(p * mix.specialLevels[level])
          }
        }
      }
    }
    self.outcomes = outcomes
    ofLevel = (1...3).map { level in
      let own = outcomes.indices.filter { outcomes[$0].value(Facts.level) == level }
      // Within a level the circumstances are the same whether the disease is a listed one or not.
      let weights = own.map { mix.levels[level - 1] > 0 ? ordinary[$0] : special[$0] }
      let sum = weights.reduce(0, +)
      var below = 0.0
      return zip(own, weights).map { index, weight in
        below += weight
        return (outcomes[index], sum > 0 ? below / sum : 1)
      }
    }
    tables = Discrete([ordinary, special])
  }

  func draw(special: Bool, _ random: borrowing Philox) -> Facts { outcomes[tables.draw(special ? 1 : 0, random)] }

  /// The circumstances of an admission at a level, by a uniform number.
  ///
  /// - Precondition: somebody is admitted at that level.
  func facts(level: Int, _ uniform: Double) -> Facts {
    let own = ofLevel[level - 1]
    return own[own.firstIndex { uniform < $0.upTo } ?? own.count - 1].facts
  }
}
