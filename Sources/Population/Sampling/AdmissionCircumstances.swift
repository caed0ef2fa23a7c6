import Rules
import Settlement

/// Level, location, referral, designation and emergency of an admission, drawn at once from their joint distribution.
struct AdmissionCircumstances: ~Copyable {
  private let outcomes: [Facts]
  private let tables: Discrete

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
    tables = Discrete([ordinary, special])
  }

  func draw(special: Bool, _ random: borrowing Philox) -> Facts { outcomes[tables.draw(special ? 1 : 0, random)] }
}
