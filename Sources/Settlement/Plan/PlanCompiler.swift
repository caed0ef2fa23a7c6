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
      plan.recognitionMonths = Int(number(test.months).value)
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
