import Money
import Rules

extension Plan {
  /// Subsidy of the personal contribution to insurance (资助参保).
  func subsidise<T: Trace>(
    _ person: PersonYear, _ identities: Span<HeldIdentity>, _ total: inout PersonResult, _ trace: inout T
  ) {
    let rule = premium
    let isKnown = person.premiumPaid != .distantPast
    let paid = isKnown ? person.premiumPaid : rule.testedOnLevyEnd ? rule.levyEnd : newYear
    guard rule.isOpen, !(rule.testedOnLevyEnd && paid > rule.levyEnd), (isKnown ? paid : newYear) >= rule.paidFrom
    else { return }
    let held = identitiesForPremium(person, identities, paid: paid)
    guard held != 0 else { return }
    let subject = Conjunction.Subject(
      facts: person.facts, disease: 1 << UInt64(Episode.noDisease), held: held, birth: person.birth, day: paid,
      claimDay: .distantPast)
    var own = Number(value: 0)
    var missing: UInt64 = 0
    for index in premiumShares.indices {
      let share = premiumShares[index]
      guard held & share.identity != 0, holds(share.when, subject) else { continue }
      if share.share.flag >= 0 { missing |= unquantified & 1 << UInt64(share.share.flag) }
      if share.share.value > own.value {
        own = share.share
        total.premiumIdentity = UInt8(share.identity.trailingZeroBitCount)
      }
    }
    var taken = own
    var anomaly: Int8 = -1
    if person.facts.bits & rule.insurance == 0 {
      taken = Number(value: 0)
      guard let index = premiumOthers.indices.first(where: { person.facts.bits & premiumOthers[$0].insurance != 0 })
      else { return }
      let other = premiumOthers[index]
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
    if taken.value < 10_000 { total.premiumFlags |= missing }
    if T.isOn {
      trace.add(
        Step(
          nil, book.premium.name.english, on: [book.premium.source], base: rule.standard,
          rate: Rate(basisPoints: taken.value), amount: total.premiumSubsidy))
    }
  }

  /// Held on the day of payment; where the levy end decides, recognised by then and not lost before payment.
  private func identitiesForPremium(_ person: PersonYear, _ identities: Span<HeldIdentity>, paid: Day) -> UInt64 {
    var raw: UInt64 = 0
    let recognisedBy = premium.testedOnLevyEnd ? premium.levyEnd : paid
    for index in identities.indices {
      let record = identities[index]
      if record.from <= recognisedBy, record.to >= paid { raw |= set(of: record, person) }
    }
    return closure(of: raw)
  }
}
