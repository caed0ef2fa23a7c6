import Money
import Rules

extension Plan {
  /// Compiles a rule book for a benefit year.
  ///
  /// - Parameter isDated: obey the document's legal dates; otherwise settle as if it were in force.
  public init(_ book: RuleBook, year: Int, isDated: Bool = false) {
    self.init(book: book, year: year, isDated: isDated)
    var compiler = PlanCompiler(book: book, year: year)
    compiler.fill(&self)
  }
}

/// Resolves every number of a rule book for one year and lays out the tables.
struct PlanCompiler {
  let book: RuleBook
  let year: Int
  var conditions: ConditionCompiler
  var flags: [Plan.FlagText] = []
  var slots = 0

  init(book: RuleBook, year: Int) {
    self.book = book
    self.year = year
    conditions = ConditionCompiler(year: year, benefits: book.benefits.map(\.id))
  }

  mutating func fill(_ plan: inout Plan) {
    plan.implied = book.vocabulary.implied
    plan.removed = book.vocabulary.removed
    plan.classMasks = book.classes.map { $0.identities.reduce(0) { $0 | 1 << UInt64($1) } }
    plan.designatedIdentity = book.vocabulary.identity("governmentDesignatedHardship") ?? 255
    plan.anyClass = plan.classMasks.reduce(0, |)
    plan.classFlags = book.classes.map { $0.flag.map { flag($0) } ?? -1 }
    plan.lookBacks = book.lookBacks.map(lookBack)
    plan.exclusions = book.exclusions.map {
      .init(when: conditions.compile($0.when), flag: $0.flag.map { flag($0) } ?? -1)
    }
    plan.flagRules = book.flags.map { .init(when: conditions.compile($0.when), flag: flag($0.flag)) }
    for pool in book.pools { plan.pools.append(self.pool(pool)) }
    for benefit in book.benefits { plan.benefits.append(self.benefit(benefit, &plan)) }
    plan.routes = book.routes.map { route($0) }
    if let tilt = book.tilt { plan.tilt = self.tilt(tilt, plan) }
    plan.insurance = insurance()
    plan.premium = premium(isDated: plan.isDated)
    if plan.isDated { dates(&plan) }
    if let warning = book.warning {
      let line = number(warning.threshold)
      if line.value > 0 { plan.warningLine = Yuan(fen: line.value) }
      plan.warningInsurance = insuranceSet(warning.insurance)
    }
    if let test = book.recognition {
      let standard = number(parameter: test.standard).value
      plan.recognitionShare = Rate(basisPoints: number(test.heavyShare).value)
      plan.recognitionLine = Yuan(fen: (standard * number(test.multiple).value + 50) / 100)
    }
    plan.conjunctions = conditions.conjunctions
    plan.flags = flags
    plan.slotCount = slots
  }

  private func dates(_ plan: inout Plan) {
    guard book.document.status != .draft else {
      plan.lastDay = .distantPast
      plan.firstDay = .distantFuture
      return
    }
    plan.firstDay = book.document.benefitsFrom ?? .distantPast
    plan.lastDay = book.document.benefitsTo ?? .distantFuture
  }

  // MARK: Numbers

  mutating func flag(_ flag: RuleBook.Flag) -> Int8 { self.flag(id: flag.id, kind: flag.kind, text: flag.text) }

  mutating func flag(id: String, kind: RuleBook.Flag.Kind, text: Label) -> Int8 {
    if let index = flags.firstIndex(where: { $0.id == id && $0.kind == kind }) { return Int8(index) }
    guard flags.count < 63 else { return 62 }
    flags.append(.init(id: id, kind: kind, text: text))
    return Int8(flags.count - 1)
  }

  private mutating func flag(for source: Source, unquantified: Bool) -> Int8 {
    let id = source.id ?? source.cite ?? ""
    let text = source.text ?? id
    if unquantified { return flag(id: id, kind: .unquantified, text: Label(english: text, chinese: text)) }
    guard source.status == .proxy else { return -1 }
    return flag(id: id, kind: .proxy, text: Label(english: text, chinese: text))
  }

  /// A quantity in this year: its number, or 0 with a flag.
  mutating func number(_ quantity: Quantity) -> Plan.Number {
    let (amount, isEarlier) = quantity.amount(in: year)
    switch amount {
    case .number(let value): return .init(value: value, flag: flag(for: quantity.source, unquantified: false))
    case .unlimited:
      return .init(value: Plan.unlimited, flag: isEarlier ? -1 : flag(for: quantity.source, unquantified: false))
    case .unquantified: return .init(value: 0, flag: flag(for: quantity.source, unquantified: true))
    case .parameter(let name): return number(parameter: name)
    case .share(let share, let name):
      let whole = number(parameter: name)
      return .init(value: Rate(basisPoints: share).of(Yuan(fen: whole.value)).fen, flag: whole.flag)
    }
  }

  mutating func number(parameter name: String) -> Plan.Number {
    guard let parameter = book.parameter(name), case .quantity(let quantity) = parameter.value else {
      return .init(value: 0)
    }
    let (_, isEarlier) = quantity.amount(in: year)
    var result = number(quantity)
    if isEarlier, result.flag < 0 {
      let first = quantity.byYear.first?.from ?? 0
      result.flag = flag(
        id: name, kind: .proxy,
        text: Label(
          english: "no value of \(name) before \(first): that of \(first) is used",
          chinese: "\(name)：\(first)年之前无数据，采用\(first)年数值"))
    }
    return result
  }

  func day(parameter name: String) -> Day {
    switch book.parameter(name)?.value {
    case .day(let day): day
    case .yearly(let offset, let month, let day): Day(year: year + offset, month: month, day: day) ?? .distantFuture
    default: .distantFuture
    }
  }

  func insuranceSet(_ types: [InsuranceType]) -> UInt64 { types.reduce(0) { $0 | Facts.insurance.bit($1.rawValue) } }

  // MARK: People

  private func lookBack(_ rule: RuleBook.LookBack) -> Plan.LookBackPlan {
    var months = 0
    if case .months(let count) = rule.reach { months = count }
    return .init(
      identities: rule.identities, onlyForMedicalExpense: rule.onlyForMedicalExpense,
      fromApplication: rule.anchor == .application, months: months)
  }

  // MARK: Benefits

  private mutating func pool(_ pool: Pool) -> Plan.PoolPlan {
    defer { slots += 1 }
    let none = Quantity.implied(.unlimited, .money), nothing = Quantity.implied(.number(0), .money)
    return .init(
      slot: slots, perStay: pool.limits.per == .stay, capOnBase: pool.limits.capOn == .base,
      deductible: book.classes.map { number(pool.limits.deductible[$0.id] ?? nothing) },
      cap: book.classes.map { number(pool.limits.cap[$0.id] ?? none) })
  }

  private mutating func benefit(_ benefit: Benefit, _ plan: inout Plan) -> Plan.BenefitPlan {
    let slot = slots
    slots += benefit.separateByKind ? 3 : 1
    var entries: [Int16] = []
    for people in book.classes { entries.append(entry(benefit, people.id, &plan)) }
    let groups = benefit.groups.map { group -> Plan.Group in
      let classes = group.classes.reduce(UInt32(0)) { set, id in
        set | (book.classes.firstIndex { $0.id == id }.map { 1 << UInt32($0) } ?? 0)
      }
      return .init(classes: classes, when: conditions.compile(group.when), entry: entry(benefit, group.id, &plan))
    }
    return .init(
      when: conditions.compile(benefit.when), gateOver: benefit.gate.map { number($0.over).value } ?? -1,
      gateOnRemainder: benefit.gate?.measure == .remainder, countsAboveGate: benefit.counted == .aboveGate,
      entries: entries, groups: groups, capOnBase: benefit.limits.capOn == .base, perStay: benefit.limits.per == .stay,
      separateByKind: benefit.separateByKind, slot: slot,
      pools: benefit.pools.compactMap { id in book.pools.firstIndex { $0.id == id } },
      perBenefit: benefit.selection.map { $0 == .perBenefit } ?? (book.classSelection == .perBenefit),
      modifiers: modifiers(benefit.modifiers))
  }

  private mutating func entry(_ benefit: Benefit, _ key: String, _ plan: inout Plan) -> Int16 {
    guard let rate = benefit.sameRate ?? benefit.rate[key] else { return -1 }
    let nothing = Quantity.implied(.number(0), .money), none = Quantity.implied(.unlimited, .money)
    var entry = Plan.Entry(
      deductible: number(benefit.limits.deductible[key] ?? nothing), cap: number(benefit.limits.cap[key] ?? none),
      rates: (.init(value: 0), .init(value: 0), .init(value: 0), .init(value: 0)), highestRate: 0)
    switch rate {
    case .flat(let quantity):
      let one = number(quantity)
      entry.rates = (one, one, one, one)
    case .byLevel(let levels):
      entry.rates = (number(levels[0]), number(levels[1]), number(levels[2]), number(levels[3]))
    case .bands(let list):
      entry.firstBand = Int32(plan.bands.count)
      entry.bandCount = Int32(list.count)
      plan.bands += bands(list)
      entry.highestRate = plan.bands.suffix(list.count).map(\.rate.value).max() ?? 0
    }
    if entry.bandCount == 0 {
      entry.highestRate = max(entry.rates.0.value, entry.rates.1.value, entry.rates.2.value, entry.rates.3.value)
    }
    plan.entries.append(entry)
    return Int16(plan.entries.count - 1)
  }

  private mutating func bands(_ list: [RateEntry.Band]) -> [Plan.Band] {
    list.map { .init(upTo: $0.upTo.map { number($0).value } ?? Plan.unlimited, rate: number($0.rate)) }
  }

  private mutating func modifiers(_ list: [Benefit.Modifier]) -> [Plan.Modifier] {
    list.map { modifier in
      var minus: Int64 = 0
      var times: Int64 = 10_000
      switch modifier.effect {
      case .minusPoints(let quantity): minus = number(quantity).value
      case .times(let quantity): times = number(quantity).value
      }
      return .init(
        when: conditions.compile(modifier.when), minus: minus, times: times, waivesDeductible: modifier.waivesDeductible
      )
    }
  }

  private mutating func route(_ route: Route) -> Plan.RouteStep {
    .init(
      candidates: route.candidates.compactMap { id in book.benefits.firstIndex { $0.id == id } },
      best: route.choice == .best,
      anomaly: route.anomaly.map {
        flag(
          id: $0, kind: .anomaly,
          text: Label(english: "another benefit would have paid more for this stay", chinese: "按另一项目救助金额更高"))
      } ?? -1)
  }

  private mutating func tilt(_ tilt: Tilt, _ plan: Plan) -> Plan.TiltPlan {
    defer { slots += 1 }
    let zero = Plan.Number(value: 0)
    let ids = book.classes.map(\.id)
    return .init(
      conditions: tilt.conditions.map { conditions.compile($0) }, anyEpisodeOfYear: tilt.qualifies == .anyEpisodeOfYear,
      measure: tilt.measure, perStay: tilt.per == .stay, hasClaim: ids.map { tilt.rate[$0] != nil },
      threshold: ids.map { tilt.threshold[$0].map { number($0) } ?? zero },
      rate: ids.map { tilt.rate[$0].map { number($0) } ?? zero },
      cap: ids.map { tilt.cap[$0].map { number($0) } ?? zero },
      slot: slots, benefitSlots: tilt.pools.compactMap { id in book.benefits.firstIndex { $0.id == id } },
      poolIndices: tilt.pools.compactMap { id in book.pools.firstIndex { $0.id == id } },
      perBenefit: tilt.selection == .perBenefit)
  }

  // MARK: Insurance and premium

  private mutating func insurance() -> InsurancePlan {
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

  private mutating func premium(isDated: Bool) -> PremiumPlan {
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
