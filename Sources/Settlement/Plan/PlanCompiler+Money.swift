import Money
import Rules

/// Insurance layers and the premium subsidy.
extension PlanCompiler {
  mutating func insurance() -> InsurancePlan {
    let schedule = book.insurance
    var result = InsurancePlan()
    for type in InsuranceType.allCases {
      guard let basic = schedule.basic[type] else {
        result.basic.append(nil)
        continue
      }
      result.basic.append(
        .init(
          deductible: basic.deductible.map { number($0).value }, rate: basic.rate.map { number($0).value },
          cap: number(basic.cap).value, outpatientRate: basic.outpatientRate.map { number($0).value },
          outpatientCap: number(basic.outpatientCap).value))
    }
    result.requires = conditions.compile(schedule.requires)
    result.modifiers = modifiers(schedule.modifiers)
    result.criticalInsurance = insuranceSet(schedule.criticalIllness.insurance)
    result.criticalDeductible = number(schedule.criticalIllness.deductible).value
    result.criticalBands = bands(schedule.criticalIllness.bands)
    result.criticalCap = number(schedule.criticalIllness.cap).value
    if let preference = book.preference {
      result.preferred = preference.identities
      let share = Rate(basisPoints: number(preference.deductibleShare).value)
      result.preferredDeductible = share.of(Yuan(fen: result.criticalDeductible)).fen
      result.preferredPoints = number(preference.ratePoints).value
      result.preferredCap = number(preference.cap).value
    }
    return result
  }

  mutating func premium(isDated: Bool) -> PremiumPlan {
    let rule = book.premium
    let document = book.document
    var result = PremiumPlan()
    if isDated {
      result.isOpen =
        document.status != .draft && year >= document.premiumFirstYear ?? .min
        && year <= document.premiumLastYear ?? .max
      result.paidFrom = document.premiumPaidFrom ?? .distantPast
    }
    let standard = number(parameter: rule.standard)
    result.standard = Yuan(fen: standard.value)
    result.standardFlag = standard.flag
    for type in InsuranceType.allCases {
      result.due.append(rule.due[type].map { number(parameter: $0).value } ?? Plan.unlimited)
    }
    result.testedOnLevyEnd = rule.tested == .levyEnd
    result.levyEnd = day(parameter: "levyEnd")
    result.insurance = insuranceSet(rule.insurance)
    for share in rule.shares {
      result.shares.append(
        .init(identity: 1 << UInt64(share.identity), when: conditions.compile(share.when), share: number(share.share)))
    }
    for other in rule.others {
      let anomaly = other.anomaly.map {
        flag(
          id: $0, kind: .anomaly,
          text: Label(english: "the other insurance is subsidised more than tier 1", chinese: "参加其他险种的资助高于一档"))
      }
      result.others.append(
        .init(
          insurance: Facts.insurance.bit(other.insurance.rawValue), share: number(other.share), anomaly: anomaly ?? -1))
    }
    result.othersAlso = rule.othersAlso
    return result
  }
}
