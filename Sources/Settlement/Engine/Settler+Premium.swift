import Money
import Rules

extension Settler {
  /// Subsidy of the personal contribution to insurance (资助参保).
  func premium<T: Trace>(
    _ person: PersonYear, _ identities: Span<HeldIdentity>, _ total: inout PersonResult, _ trace: inout T
  ) {
    total.premiumStandard = plan.premium.standard
    guard identities.count > 0 else { return }
    let rule = plan.premium
    let newYear = Day.first(of: plan.year)
    let isKnown = person.premiumPaid != .distantPast
    let paid = isKnown ? person.premiumPaid : rule.testedOnLevyEnd ? rule.levyEnd : newYear
    guard rule.isOpen, !(rule.testedOnLevyEnd && paid > rule.levyEnd), (isKnown ? paid : newYear) >= rule.paidFrom
    else { return }
    let held = identitiesForPremium(person, identities, paid: paid)
    guard held != 0 else { return }
    let subject = Conjunction.Subject(
      facts: person.facts, disease: 1 << UInt64(Episode.noDisease), held: held, birth: person.birth, day: paid,
      claimDay: .distantPast)
    var own = Plan.Number(value: 0)
    var unquantified: UInt64 = 0
    for share in rule.shares where held & share.identity != 0 && plan.holds(share.when, subject) {
      if share.share.flag >= 0, plan.flags[Int(share.share.flag)].kind == .unquantified {
        unquantified |= 1 << UInt64(share.share.flag)
      }
      if share.share.value > own.value {
        own = share.share
        total.premiumIdentity = UInt8(share.identity.trailingZeroBitCount)
      }
    }
    var taken = own
    var anomaly: Int8 = -1
    if person.facts.bits & rule.insurance == 0 {
      taken = Plan.Number(value: 0)
      guard let other = rule.others.first(where: { person.facts.bits & $0.insurance != 0 }) else { return }
      if own.value > 0 || held & rule.othersAlso != 0 {
        taken = other.share
        if own.value == 0 { total.premiumIdentity = UInt8((held & rule.othersAlso).trailingZeroBitCount) }
        if other.share.value > own.value { anomaly = other.anomaly }
      }
    }
    let due = rule.due[person.facts.value(Facts.insurance)]
    let amount = min(Rate(basisPoints: taken.value).of(rule.standard).fen, due)
    total.premiumSubsidy = Yuan(fen: amount)
    if amount > 0 {
      for flag in [taken.flag, rule.standardFlag, anomaly] where flag >= 0 { total.premiumFlags |= 1 << UInt64(flag) }
    }
    if taken.value < 10_000 { total.premiumFlags |= unquantified }
    if T.isOn {
      trace.add(
        Step(
          nil, plan.book.premium.name.english, on: [plan.book.premium.source], base: rule.standard,
          rate: Rate(basisPoints: taken.value), amount: total.premiumSubsidy))
    }
  }

  /// Held on the day of payment; where the levy end decides, recognised by then and not lost before payment.
  private func identitiesForPremium(_ person: PersonYear, _ identities: Span<HeldIdentity>, paid: Day) -> UInt64 {
    var raw: UInt64 = 0
    let recognisedBy = plan.premium.testedOnLevyEnd ? plan.premium.levyEnd : paid
    for index in identities.indices {
      let record = identities[index]
      if record.from <= recognisedBy, record.to >= paid { raw |= plan.set(of: record, person) }
    }
    return plan.closure(of: raw)
  }
}
