import Input

extension PlaceModel {
  /// What makes the shares of the place impossible; nil where they can be met.
  var fault: Refusal? {
    let employees = [false, true].map { insurance.employee(urban: $0, urbanShare: urbanShare, adults: pyramid.adults) }
    guard employees.allSatisfy({ $0 <= 1 }) else {
      return refuse(
        "insurance", "more adults of one residence would be employees than there are",
        "lower employee, or bring employeeUrbanTimes nearer to 1")
    }
    guard pyramid.adults > 1 / householdSizes.mean else {
      return refuse("ages", "there are fewer adults than households to head")
    }
    return householdFault ?? personFault ?? overlapFault ?? crowdFault
  }

  /// The largest part of those who can hold an identity that may be asked for: allotments are small, and in some of them
  /// fewer people than on average can hold it.
  static var room: Double { 0.8 }

  /// A household holds one household identity at most.
  private var householdFault: Refusal? {
    for (residence, people) in [(Residence.urban, urbanShare), (.rural, 1 - urbanShare), (.any, 1)] {
      let held = householdIdentities.filter { residence == .any || $0.residence == residence }
      let sum = held.reduce(0) { $0 + $1.share }
      guard sum > Self.room * people, let first = held.first else { continue }
      let who = residence == .any ? "all people" : "people of \(residence == .urban ? "towns" : "the countryside")"
      let isCounted = held.contains(where: \.isCounted)
      return refuse(
        "identities.household",
        "household identities cover \(self.people(sum, isCounted)), and \(who) are \(number(people, isCounted))",
        "a household holds one at most, and a fifth of households must be left without: lower \(isCounted ? "counts" : "shares")",
        line: first.line)
    }
    return nil
  }

  private var personFault: Refusal? {
    let reach = Reach(self)
    let withIdentity = householdIdentities.reduce(0) { $0 + $1.share }
    for share in identities where share.share > 0 {
      var can = reach.share(share)
      if share.withoutHouseholdIdentity { can *= 1 - withIdentity }
      guard can > 0 else {
        return refuse(
          share.key, "nobody of this place can hold the identity",
          "look at its residence, ages, householdAtMost and insurance, or set its share to 0", line: share.line)
      }
      guard share.share <= Self.room * can else {
        return refuse(
          share.key,
          "\(people(share.share, share.isCounted)) hold the identity, but only \(number(can, share.isCounted)) can",
          "a fifth of those who can must be left without: lower the \(share.isCounted ? "count" : "share"), or widen ages "
            + "and householdAtMost",
          line: share.line)
      }
    }
    return nil
  }

  /// A share of all people in words: as a count where the file counts.
  func people(_ share: Double, _ isCounted: Bool) -> String {
    isCounted ? "\(number(share, true)) people" : "\(share.plain) of all people"
  }

  /// A share of all people, or how many that are.
  func number(_ share: Double, _ isCounted: Bool) -> String {
    isCounted ? "\(Int((share * Double(population)).rounded()))" : share.plain
  }

  func refuse(_ key: String, _ reason: String, _ hint: String? = nil, line: Int = 1) -> Refusal {
    Refusal(Diagnostic(at: Place(file: file, line: line), key: key, reason, hint: hint))
  }
}
