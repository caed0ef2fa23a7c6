import Rules

extension Facts {
  /// The bit of the route group that stands for no benefit.
  static let noRoute = 15

  static let groups: [Group] = [
    kind, level, designated, emergency, location, referral, treatment, chronicClass, claim, insurance,
    enrolledAfterIllness, needsMaintenance, route,
  ]

  static func group(of fact: Condition.Fact) -> Group {
    switch fact {
    case .kind: kind
    case .level: level
    case .location: location
    case .referral: referral
    case .treatment: treatment
    case .chronicClass: chronicClass
    case .insurance: insurance
    case .designated: designated
    case .emergency: emergency
    case .enrolledAfterIllness: enrolledAfterIllness
    case .needsMaintenance: needsMaintenance
    case .manualClaim: claim
    }
  }
}
