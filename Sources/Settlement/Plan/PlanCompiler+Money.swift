import Money
import Rules

/// Insurance layers and the premium subsidy.
extension PlanCompiler {
  mutating func compileInsurance() {
    let schedule = book.insurance
    let empty = InsurancePlan.BasicTerms()
    basicTerms = Array(repeating: empty, count: InsuranceType.allCases.count * 3 * 4)
    for type in InsuranceType.allCases {
      guard let basic = schedule.basic[type] else { continue }
      let deductible = basic.deductible.map { number($0).value }
      let rate = basic.rate.map { number($0).value }
      let cap = number(basic.cap).value
      let outpatientRate = basic.outpatientRate.map { number($0).value }
      let outpatientCap = number(basic.outpatientCap).value
      for kind in CareKind.allCases {
        let isOutpatient = kind == .outpatient
        for level in 0..<4 {
          basicTerms[InsurancePlan.index(type: type.rawValue, kind: kind.rawValue, level: level)] = .init(
            deductible: kind == .inpatient ? deductible[level] : 0,
            rate: isOutpatient ? outpatientRate[level] : rate[level],
            cap: isOutpatient ? outpatientCap : cap, isInsured: true, isModified: type != .employee)
        }
      }
    }
    insurance.requires = conditions.compile(schedule.requires)
    insurance.modifiers = modifiers(schedule.modifiers)
    for modifier in modifiers[insurance.modifiers.range] {
      insurance.modifiedFacts |= conditions.facts(of: modifier.when)
    }
    insurance.criticalInsurance = insuranceSet(schedule.criticalIllness.insurance)
    insurance.criticalDeductible = number(schedule.criticalIllness.deductible).value
    insurance.criticalBands = bands(schedule.criticalIllness.bands)
    insurance.criticalCap = number(schedule.criticalIllness.cap).value
    if let preference = book.preference {
      insurance.preferred = preference.identities
      let share = Rate(basisPoints: number(preference.deductibleShare).value)
      insurance.preferredDeductible = share.of(Yuan(fen: insurance.criticalDeductible)).fen
      insurance.preferredPoints = number(preference.ratePoints).value
      insurance.preferredCap = number(preference.cap).value
      insurance.preferredBands = Part(Int(insurance.criticalBands.count), at: bands.count)
      for var band in bands[insurance.criticalBands.range] {
        band.rate.value = min(10_000, band.rate.value + insurance.preferredPoints)
        bands.append(band)
      }
    }
  }

  mutating func compilePremium() {
    let rule = book.premium
    let document = book.document
    if isDated {
      premium.isOpen =
        document.status != .draft && year >= document.premiumFirstYear ?? .min
        && year <= document.premiumLastYear ?? .max
      premium.paidFrom = document.premiumPaidFrom ?? .distantPast
    }
    let standard = number(parameter: rule.standard)
    premium.standard = Yuan(fen: standard.value)
    premium.standardFlag = standard.flag
    for type in InsuranceType.allCases {
      premium.due[type.rawValue] = rule.due[type].map { number(parameter: $0).value } ?? Plan.unlimited
    }
    premium.testedOnLevyEnd = rule.tested == .levyEnd
    premium.levyEnd = day(parameter: "levyEnd")
    premium.insurance = insuranceSet(rule.insurance)
    for share in rule.shares {
      premiumShares.append(
        .init(identity: 1 << UInt64(share.identity), when: conditions.compile(share.when), share: number(share.share)))
    }
    for other in rule.others {
      let anomaly = other.anomaly.map {
        flag(
          id: $0, kind: .anomaly,
          text: Label(english: "the other insurance is subsidised more than tier 1", chinese: "参加其他险种的资助高于一档"))
      }
      premiumOthers.append(
        .init(
          insurance: Facts.insurance.bit(other.insurance.rawValue), share: number(other.share), anomaly: anomaly ?? -1))
    }
    premium.othersAlso = rule.othersAlso
  }
}
