import Money
import Rules

/// Resolves every number of a rule book for one year and lays out the tables.
struct PlanCompiler {
  let book: RuleBook
  let year: Int
  let isDated: Bool
  let closing: IdentityClosure
  var conditions: ConditionCompiler
  var flags: [Plan.FlagText] = []
  var slots = 0

  // The tables in the making; `Plan` says what each holds.
  var classMasks: [UInt64] = []
  var classFlags: [Int8] = []
  var classIdentities: [Part] = []
  var designatedIdentity: UInt8 = 255
  var lookBacks: [Plan.LookBackPlan] = []
  var exclusions: [Plan.FlagPlan] = []
  var flagRules: [Plan.FlagPlan] = []
  var benefits: [Plan.BenefitPlan] = []
  var entryOfClass: [Int16] = []
  var entries: [Plan.Entry] = []
  var bands: [Plan.Band] = []
  var groups: [Plan.Group] = []
  var modifiers: [Plan.Modifier] = []
  var pools: [Plan.PoolPlan] = []
  var poolTerms: [Plan.PoolTerms] = []
  var poolsOfBenefits: [Int32] = []
  var routes: [Plan.RouteStep] = []
  var candidates: [Int32] = []
  var tilt: Plan.TiltPlan?
  var tiltConditions: [Part] = []
  var tiltTerms: [Plan.TiltTerms] = []
  var tiltPools: [Int32] = []
  var insurance = InsurancePlan()
  var basicTerms: [InsurancePlan.BasicTerms] = []
  var premium = PremiumPlan()
  var premiumShares: [PremiumPlan.Share] = []
  var premiumOthers: [PremiumPlan.Other] = []
  var warningLine = Yuan(fen: Plan.unlimited)
  var warningInsurance: UInt64 = 0
  var recognitionLine = Yuan.zero
  var recognitionShare = Rate.zero
  var recognitionMonths = 12
  var days = (first: Day.distantPast, last: Day.distantFuture)

  init(book: RuleBook, year: Int, isDated: Bool) {
    self.book = book
    self.year = year
    self.isDated = isDated
    closing = book.vocabulary.closing
    conditions = ConditionCompiler(year: year, benefits: book.benefits.map(\.id))
  }

  mutating func compile() {
    people()
    exclusions = book.exclusions.map { .init(when: conditions.compile($0.when), flag: $0.flag.map { flag($0) } ?? -1) }
    flagRules = book.flags.map { .init(when: conditions.compile($0.when), flag: flag($0.flag)) }
    for pool in book.pools { pools.append(self.pool(pool)) }
    for benefit in book.benefits { benefits.append(self.benefit(benefit)) }
    routes = book.routes.map { route($0) }
    if let tilt = book.tilt { self.tilt = self.tilt(tilt) }
    compileInsurance()
    compilePremium()
    if isDated { compileDates() }
    if let warning = book.warning {
      let line = number(warning.threshold)
      if line.value > 0 { warningLine = Yuan(fen: line.value) }
      warningInsurance = insuranceSet(warning.insurance)
    }
    if let test = book.recognition {
      let standard = number(parameter: test.standard).value
      recognitionShare = Rate(basisPoints: number(test.heavyShare).value)
      recognitionMonths = Int(number(test.months).value)
      recognitionLine = Yuan(fen: (standard * number(test.multiple).value + 50) / 100)
    }
  }

  private mutating func people() {
    classMasks = book.classes.map { $0.identities.reduce(0) { $0 | 1 << UInt64($1) } }
    if book.designatedByAnalogy {
      designatedIdentity = book.vocabulary.identity("governmentDesignatedHardship") ?? 255
    }
    classFlags = book.classes.map { $0.flag.map { flag($0) } ?? -1 }
    var first = 0
    for people in book.classes {
      classIdentities.append(Part(people.identities.count, at: first))
      first += people.identities.count
    }
    lookBacks = book.lookBacks.map(lookBack)
  }

  private mutating func compileDates() {
    guard book.document.status != .draft else {
      days = (.distantFuture, .distantPast)
      return
    }
    days = (book.document.benefitsFrom ?? .distantPast, book.document.benefitsTo ?? .distantFuture)
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
    // A value that a patch took away keeps the article it stood in, which says nothing of the patch.
    let text = source.text ?? (unquantified ? "its number is set to unquantified, so nothing is paid by it" : id)
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
    var result = number(quantity)
    if result.flag < 0, let other = quantity.carried(to: year) {
      let (side, chineseSide) = other > year ? ("before", "前") : ("after", "后")
      result.flag = flag(
        id: name, kind: .proxy,
        text: Label(
          english: "no value of \(name) \(side) \(other): that of \(other) is used",
          chinese: "\(name)：\(other)年之\(chineseSide)无数据，采用\(other)年数值"))
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
}
