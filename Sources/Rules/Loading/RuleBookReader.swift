import Input

/// Reads a rule file's tree, with all patches applied, into a rule book.
struct RuleBookReader {
  let context: LoadContext

  /// Reads the tree; defects go to the context's findings.
  func read(_ root: Node) -> RuleBook {
    let fields = Fields(root, "", context.findings)
    let top = Scope(root, "", inherited: nil, context)
    format(fields)
    let id = fields.text("id") ?? ""
    readWords(fields)
    context.strict = fields.flag("strict", default: false)
    let parameters = parameters(top)
    let classes = classes(top)
    context.listedDiseases = listedDiseases(top)
    let benefits = BenefitReader(context: context, classes: classes.map(\.id))
    let list = (top.fields.optional("benefits")?.entries ?? []).map(benefits.benefit)
    let pools = (top.fields.optional("pools")?.entries ?? []).map(benefits.pool)
    check(pools: pools, benefits: list, top)
    let people = PeopleReader(context: context)
    let money = MoneyRuleReader(context: context)
    let book = RuleBook(
      id: id, name: top.label("name"), document: DocumentReader().read(top.scope("document")),
      vocabulary: context.vocabulary, parameters: parameters, strict: context.strict, classes: classes,
      classReport: top.word("classReport", default: .class),
      classSelection: top.citedWord("classSelection", default: .best),
      designatedByAnalogy: people.analogy(top), exit: people.exit(top), lookBacks: people.lookBacks(top),
      recognition: people.recognition(top), base: people.base(top), listedDiseases: context.listedDiseases,
      exclusions: people.exclusions(top), pools: pools, routes: benefits.routes(top, benefits: list.map(\.id)),
      benefits: list,
      tilt: top.optionalScope("tilt").map { benefits.tilt($0, limits: list.map(\.id) + pools.map(\.id)) },
      premium: money.premium(top),
      preference: money.preference(top), insurance: money.insurance(top), warning: money.warning(top),
      depositWaiver: money.depositWaiver(top), fund: FundReader(context: context).read(top),
      flags: people.flagRules(top),
      readings: ReadingReader(context: context).read(top), coverage: people.coverage(top))
    let known = ["format", "id", "words", "strict"]
    for key in known { _ = top.fields.optional(key) }
    top.fields.refuseUnknown()
    return book
  }

  private func format(_ fields: Fields) {
    guard let format = fields.required("format"), format.text != "medaid-rules/1" else { return }
    fields.fault(format, "\(format.named) is not a format this program reads", key: "format", among: ["medaid-rules/1"])
  }

  private func readWords(_ fields: Fields) {
    guard let words = fields.optional("words") else { return }
    let lists = Fields(words, "words", context.findings)
    context.vocabulary.add(
      identities: lists.optional("identities"), diseases: lists.optional("diseases"), path: "words",
      findings: context.findings)
    lists.refuseUnknown()
  }

  private func parameters(_ top: Scope) -> [RuleBook.Parameter] {
    guard let scope = top.scope("parameters") else { return [] }
    context.parameterNames = scope.fields.entries.map(\.key)
    return scope.fields.entries.map { entry in ParameterReader(context: context).read(entry) }
  }

  private func classes(_ top: Scope) -> [RuleBook.PeopleClass] {
    guard let scope = top.scope("classes") else { return [] }
    if scope.fields.entries.isEmpty { context.findings.add(scope.fields.node, "classes", "there are no classes") }
    if scope.fields.entries.count > 20 {
      context.findings.add(scope.fields.node, "classes", "there are more than 20 classes")
    }
    return scope.fields.entries.map { entry in
      let one = Scope(entry.value, "classes.\(entry.key)", inherited: scope.source, context)
      defer { one.fields.refuseUnknown() }
      let identities = one.identityList("identities")
      return .init(
        id: entry.key, name: one.label("name"), source: one.requiredSource(), identities: identities,
        flag: PeopleReader(context: context).flag(one))
    }
  }

  private func listedDiseases(_ top: Scope) -> UInt64 {
    guard let scope = top.optionalScope("listedDiseases") else { return 0 }
    defer { scope.fields.refuseUnknown() }
    _ = scope.requiredSource()
    return scope.fields.list("diseases").compactMap { context.disease($0, scope.fields, "diseases") }
      .reduce(0) { $0 | 1 << UInt64($1) }
  }

  private func check(pools: [Pool], benefits: [Benefit], _ top: Scope) {
    let names = pools.map(\.id)
    for benefit in benefits {
      let node = top.fields.node["benefits"]?[benefit.id]?["pools"] ?? top.fields.node
      for name in benefit.pools where !names.contains(name) {
        context.findings.add(
          node, "benefits.\(benefit.id).pools", "there is no pool \(name)", hint: Spelling.hint(for: name, among: names)
        )
      }
    }
    if benefits.count > 15 { context.findings.add(top.fields.node, "benefits", "there are more than 15 benefits") }
  }
}

/// Reads one figure from outside the document.
struct ParameterReader {
  let context: LoadContext

  func read(_ entry: Node.Entry) -> RuleBook.Parameter {
    let path = "parameters.\(entry.key)"
    let fields = Fields(entry.value, path, context.findings)
    let scope = Scope(entry.value, path, inherited: nil, context)
    let name = scope.label("name")
    let type = fields.text("type")
    let value: RuleBook.Parameter.Value
    switch type {
    case "money", "rate", "factor":
      let unit: Quantity.Unit = type == "money" ? .money : type == "rate" ? .rate : .factor
      let bare = Node(
        .mapping(entry.value.entries?.filter { !["type", "name"].contains($0.key) } ?? []), at: entry.value.place)
      value = .quantity(
        QuantityReader(context: context, unit: unit, allowsUnlimited: true).read(bare, path, inherited: nil))
    case "date":
      value = day(scope)
      _ = scope.fields.optional("type")
      scope.fields.refuseUnknown()
    default:
      if let node = fields.optional("type") {
        fields.fault(node, "\(node.named) is not a type", key: "type", among: ["money", "rate", "factor", "date"])
      }
      value = .day(.distantPast)
    }
    return .init(id: entry.key, name: name, value: value, source: scope.requiredSource())
  }

  private func day(_ scope: Scope) -> RuleBook.Parameter.Value {
    guard let node = scope.fields.required("value") else { return .day(.distantPast) }
    guard node.entries != nil else { return .day(scope.day("value") ?? .distantPast) }
    let fields = Fields(node, scope.fields.path("value"), context.findings)
    defer { fields.refuseUnknown() }
    let offset = fields.integer("yearOffset", in: -5...5) ?? 0
    guard let monthDay = fields.required("monthDay"), let (month, day) = MonthDay.read(monthDay.text ?? "") else {
      if let node = fields.optional("monthDay") {
        fields.fault(node, "\(node.named) is not a month and day of the form 12-31", key: "monthDay")
      }
      return .day(.distantPast)
    }
    return .yearly(offset: offset, month: month, day: day)
  }
}

/// Reads the identity and dates of the document.
struct DocumentReader {
  func read(_ scope: Scope?) -> LegalDocument {
    let empty = Label(english: "", chinese: "")
    guard let scope else {
      return LegalDocument(
        title: empty, number: "", issuer: empty, issued: nil, status: .draft, benefitsFrom: nil,
        benefitsTo: nil, premiumFirstYear: nil, premiumLastYear: nil, premiumPaidFrom: nil)
    }
    defer { scope.fields.refuseUnknown() }
    _ = scope.requiredSource()
    let benefits = scope.optionalScope("benefits"), premium = scope.optionalScope("premium")
    defer {
      benefits?.fields.refuseUnknown()
      premium?.fields.refuseUnknown()
    }
    let from = benefits?.day("from"), to = benefits?.day("to")
    if let from, let to, to < from, let benefits {
      scope.context.findings.add(
        benefits.fields.node, benefits.fields.path, "the interval is reversed: \(to) is before \(from)")
    }
    let years = 1900...2200
    return LegalDocument(
      title: scope.label("title"), number: scope.fields.optionalText("number") ?? "", issuer: scope.label("issuer"),
      issued: scope.day("issued"), status: scope.word("standing", default: .inForce), benefitsFrom: from,
      benefitsTo: to,
      premiumFirstYear: premium?.fields.integer("firstYear", in: years),
      premiumLastYear: premium?.fields.integer("lastYear", in: years), premiumPaidFrom: premium?.day("paidFrom"))
  }
}
