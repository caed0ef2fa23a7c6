import Input

/// Reads premium subsidy, insurance, warning line and deposit waiver.
struct MoneyRuleReader {
  let context: LoadContext

  private func parameter(_ scope: Scope, _ key: String) -> String {
    guard let node = scope.fields.required(key) else { return "" }
    let name = node["parameter"]?.text ?? ""
    if !context.parameterNames.contains(name) {
      scope.fields.fault(
        node, "{parameter: NAME} with a parameter of this file is expected here", key: key,
        among: context.parameterNames)
    }
    return name
  }

  func premium(_ top: Scope) -> PremiumRule {
    guard let scope = top.scope("premium") else {
      return PremiumRule(
        name: Label(english: "", chinese: ""), source: Source(status: .document), standard: "", due: [:],
        tested: .payment, insurance: [], shares: [], others: [], othersAlso: 0)
    }
    defer { scope.fields.refuseUnknown() }
    var due: [InsuranceType: String] = [:]
    if let dues = scope.optionalScope("due") {
      for type in InsuranceType.allCases where dues.fields.has(type.id) {
        due[type] = parameter(dues, type.id)
        _ = dues.fields.optional(type.id)
      }
      dues.fields.refuseUnknown()
    }
    let others = scope.optionalScope("otherInsurance").map(others) ?? []
    return PremiumRule(
      name: scope.label("name"), source: scope.requiredSource(), standard: parameter(scope, "standard"), due: due,
      tested: scope.word("tested", default: .payment), insurance: scope.insurance("insurance"), shares: shares(scope),
      others: others, othersAlso: scope.identities("otherInsuranceAlso"))
  }

  private func shares(_ scope: Scope) -> [PremiumRule.Share] {
    guard let shares = scope.scope("shares") else { return [] }
    return shares.fields.entries.filter { !Scope.sourceKeys.contains($0.key) }.compactMap { entry in
      let key = Node(.scalar(entry.key, quoted: false), at: entry.place)
      guard let identity = context.identity(key, shares.fields, "") else { return nil }
      var when = Condition.always
      var value = entry.value
      if let condition = value["when"] {
        when = ConditionReader(context: context).read(condition, "\(shares.fields.path(entry.key)).when")
        value = Node(.mapping(value.entries?.filter { $0.key != "when" } ?? []), at: value.place)
      }
      return .init(identity: identity, when: when, share: shares.quantity(value, entry.key, .rate))
    }
  }

  private func others(_ scope: Scope) -> [PremiumRule.Other] {
    defer { scope.fields.refuseUnknown() }
    return InsuranceType.allCases.compactMap { type in
      guard let other = scope.optionalScope(type.id) else { return nil }
      defer { other.fields.refuseUnknown() }
      return .init(
        insurance: type, share: other.quantity("share", .rate), anomaly: other.fields.optionalText("anomaly"))
    }
  }

  func preference(_ top: Scope) -> Preference? {
    guard let scope = top.optionalScope("criticalIllnessPreference") else { return nil }
    defer { scope.fields.refuseUnknown() }
    let identities = scope.identities("identities")
    guard identities != 0 else {
      _ = scope.requiredSource()
      for key in ["deductibleShare", "ratePoints", "cap"] { _ = scope.fields.optional(key) }
      return nil
    }
    return Preference(
      identities: identities, deductibleShare: scope.quantity("deductibleShare", .rate),
      ratePoints: scope.quantity("ratePoints", .rate), cap: scope.quantity("cap", .money, unlimited: true),
      source: scope.requiredSource())
  }

  func insurance(_ top: Scope) -> InsuranceSchedule {
    let empty = InsuranceSchedule(
      basic: [:], requires: .always, modifiers: [],
      criticalIllness: .init(
        insurance: [], deductible: .implied(.number(0), .money), bands: [], cap: .implied(.unlimited, .money)),
      source: Source(status: .assumption))
    guard let scope = top.scope("insurance"), let basic = scope.scope("basic") else { return empty }
    defer { scope.fields.refuseUnknown() }
    var schedules: [InsuranceType: InsuranceSchedule.Basic] = [:]
    for type in [InsuranceType.residentTier1, .residentTier2, .employee] {
      guard let one = basic.scope(type.id) else { continue }
      if let same = one.fields.optional("sameAs") {
        if let other = InsuranceType(named: same.text ?? ""), let known = schedules[other] {
          schedules[type] = known
        } else {
          one.fields.fault(same, "\(same.named) is not an insurance type that stands above", key: "sameAs")
        }
      } else {
        schedules[type] = schedule(one)
      }
      one.fields.refuseUnknown()
    }
    basic.fields.refuseUnknown()
    let requires = scope.fields.optional("requires").map {
      ConditionReader(context: context).read($0, scope.fields.path("requires"))
    }
    return InsuranceSchedule(
      basic: schedules, requires: requires ?? .always, modifiers: ModifierReader(context: context).read(scope),
      criticalIllness: criticalIllness(scope) ?? empty.criticalIllness, source: scope.requiredSource())
  }

  private func schedule(_ scope: Scope) -> InsuranceSchedule.Basic {
    func levels(_ key: String, _ unit: Quantity.Unit) -> [Quantity] {
      guard let node = scope.fields.required(key) else { return Array(repeating: .implied(.number(0), unit), count: 4) }
      return scope.levels(node, key, unit)
    }
    return .init(
      deductible: levels("deductible", .money), rate: levels("rate", .rate),
      cap: scope.quantity("cap", .money, unlimited: true), outpatientRate: levels("outpatientRate", .rate),
      outpatientCap: scope.quantity("outpatientCap", .money, unlimited: true))
  }

  private func criticalIllness(_ scope: Scope) -> InsuranceSchedule.CriticalIllness? {
    guard let one = scope.scope("criticalIllness") else { return nil }
    defer { one.fields.refuseUnknown() }
    return .init(
      insurance: one.insurance("insurance"), deductible: one.quantity("deductible", .money),
      bands: BandReader(context: context).read(one), cap: one.quantity("cap", .money, unlimited: true))
  }

  func warning(_ top: Scope) -> Warning? {
    guard let scope = top.optionalScope("warning") else { return nil }
    defer { scope.fields.refuseUnknown() }
    return Warning(
      threshold: scope.quantity("threshold", .money), insurance: scope.insurance("insurance"),
      source: scope.requiredSource())
  }

  func depositWaiver(_ top: Scope) -> DepositWaiver? {
    guard let scope = top.optionalScope("depositWaiver") else { return nil }
    defer { scope.fields.refuseUnknown() }
    let when = scope.fields.required("when").map {
      ConditionReader(context: context).read($0, scope.fields.path("when"))
    }
    return DepositWaiver(
      identities: scope.identities("identities"), when: when ?? .always, source: scope.requiredSource())
  }
}
