import Input
import Rules

extension PlaceReader {
  /// Take-up 应享未享: who is registered, and what is claimed.
  func takeUp() -> TakeUp? {
    sheet.parameter(root, "takeUp") { fields in
      let registered = fields.number("registered", in: 0...1)
      let late = fields.number("late", in: 0...1)
      let lateDays = days(fields, "lateDays")
      let byHand = byHand(fields)
      let claimed = fields.number("claimed", in: 0...1)
      let claimDays = days(fields, "claimDays")
      guard let registered, let late, let lateDays, let byHand, let claimed, let claimDays else { return nil }
      return TakeUp(
        registered: registered, late: late, lateDays: lateDays, byHand: byHand, claimed: claimed, claimDays: claimDays)
    }
  }

  private func byHand(_ fields: Fields) -> [Double]? {
    guard let node = fields.required("byHand") else { return nil }
    let shares = Fields(node, fields.path("byHand"), root.findings)
    let found = CareLocation.allCases.compactMap { shares.number($0.id, in: 0...1) }
    shares.refuseUnknown()
    return found.count == CareLocation.allCases.count ? found : nil
  }

  /// The least and the greatest of some numbers of days.
  func days(_ fields: Fields, _ key: String) -> ClosedRange<Int>? {
    guard let days = fields.numbers(key, count: 2, in: 0...366) else { return nil }
    guard days.allSatisfy({ $0 == $0.rounded() }) else {
      fields.fault(fields.node, "days are whole numbers", key: key)
      return nil
    }
    guard days[0] <= days[1] else {
      fields.fault(fields.node, "the first of the two numbers of days is the smaller one", key: key)
      return nil
    }
    return Int(days[0])...Int(days[1])
  }
}
