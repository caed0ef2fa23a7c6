import Simulation

extension PriceChange {
  /// A number of a group with its error; none where few of the group were in hospital.
  func estimate(_ group: Int, _ figure: Figure) -> Estimate {
    let estimate = Estimate.leavingOut(Self.parts) { value(group, figure, without: $0) }
    return Double(stays(group)) < TallyReader.fewest ? Estimate(estimate.value, standardError: nil) : estimate
  }

  /// The error of the change of all stays that comes from the errors of the groups' factors, of that change; 0 where nothing changes.
  var relativeError: Double {
    var (change, variance) = (0.0, 0.0)
    for group in groups {
      let factor = Estimate.leavingOut(Self.parts) { value(group, .admissions, without: $0) }
      let stays = Double(stays(group)), error = stays * (factor.standardError ?? 0)
      change += stays * (factor.value - 1)
      variance += error * error
    }
    return change == 0 ? 0 : variance.squareRoot() / abs(change)
  }
}
