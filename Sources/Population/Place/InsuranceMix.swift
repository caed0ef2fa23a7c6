/// Which basic insurance people have (基本医保参保结构).
public struct InsuranceMix: Hashable, Sendable {
  /// Shares of all people, in the order of `InsuranceType`: tier 1, tier 2, employee, none.
  public var shares: [Double]
  /// How many times likelier an adult of a town is an insured employee than an adult of the countryside.
  public var employeeUrbanTimes: Double

  /// The probability that an adult is insured as an employee; children never are.
  public func employee(urban: Bool, urbanShare: Double, adults: Double) -> Double {
    let country = shares[2] / adults / (1 - urbanShare + urbanShare * employeeUrbanTimes)
    return urban ? country * employeeUrbanTimes : country
  }

  /// The probability of tier 1, tier 2 and none for somebody who is not an insured employee.
  public var others: (tier1: Double, tier2: Double, none: Double) {
    let rest = max(1 - shares[2], .leastNonzeroMagnitude)
    return (shares[0] / rest, shares[1] / rest, shares[3] / rest)
  }
}
