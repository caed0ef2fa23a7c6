import Input

/// Reads who is assisted, when, and on what base.
struct PeopleReader {
  let context: LoadContext

  func flag(_ scope: Scope, key: String = "flag") -> RuleBook.Flag? {
    guard let node = scope.fields.optional(key), node.text != "none" else { return nil }
    let fields = Fields(node, scope.fields.path(key), context.findings)
    defer { fields.refuseUnknown() }
    return flag(fields)
  }

  private func flag(_ fields: Fields) -> RuleBook.Flag? {
    let id = fields.text("id"), kind = fields.required("kind"), text = fields.required("text")
    guard let id, let kind, let text else { return nil }
    guard let known = RuleBook.Flag.Kind(rawValue: kind.text ?? "") else {
      fields.fault(
        kind, "\(kind.named) is not a kind of flag", key: "kind", among: RuleBook.Flag.Kind.allCases.map(\.rawValue))
      return nil
    }
    let names = Fields(text, fields.path("text"), context.findings)
    defer { names.refuseUnknown() }
    return .init(id: id, kind: known, text: Label(english: names.text("en") ?? "", chinese: names.text("zh") ?? ""))
  }

  func flagRules(_ top: Scope) -> [RuleBook.FlagRule] {
    guard let scope = top.optionalScope("flags") else { return [] }
    return scope.fields.entries.compactMap { entry in
      let one = Scope(entry.value, "flags.\(entry.key)", inherited: scope.source, context)
      let fields = one.fields
      defer { fields.refuseUnknown() }
      _ = one.requiredSource()
      let when = fields.required("when").map { ConditionReader(context: context).read($0, fields.path("when")) }
      return flag(fields).map { .init(flag: $0, when: when ?? .always) }
    }
  }

  func analogy(_ top: Scope) -> Bool {
    guard let scope = top.optionalScope("designatedByAnalogy") else { return false }
    defer { scope.fields.refuseUnknown() }
    _ = scope.requiredSource()
    return scope.fields.flag("value", default: false)
  }

  func exit(_ top: Scope) -> RuleBook.Exit {
    guard let scope = top.optionalScope("entitlement") else { return .day }
    _ = scope.fields.optional("lookBack")
    defer { scope.fields.refuseUnknown() }
    guard let exit = scope.optionalScope("exit") else { return .day }
    defer { exit.fields.refuseUnknown() }
    _ = exit.requiredSource()
    return exit.word("value", default: .day)
  }

  func lookBacks(_ top: Scope) -> [RuleBook.LookBack] {
    guard let rules = top.optionalScope("entitlement")?.optionalScope("lookBack") else { return [] }
    return rules.fields.entries.map { entry in
      let scope = Scope(entry.value, rules.fields.path(entry.key), inherited: rules.source, context)
      defer { scope.fields.refuseUnknown() }
      let all = scope.fields.optional("identities")?.text == "all"
      return .init(
        id: entry.key, identities: all ? .max : scope.identities("identities"),
        onlyForMedicalExpense: scope.fields.flag("onlyForMedicalExpense", default: false),
        anchor: scope.word("anchor", default: .recognition), reach: reach(scope), source: scope.requiredSource())
    }
  }

  private func reach(_ scope: Scope) -> RuleBook.LookBack.Reach {
    guard let node = scope.fields.required("reach"), let text = node.text, text != "calendarYear" else {
      return .calendarYear
    }
    let parts = text.split(separator: " ")
    if parts.count == 2, parts[1] == "months", let months = Int(parts[0]), (1...120).contains(months) {
      return .months(months)
    }
    scope.fields.fault(
      node, "\(node.named) is neither calendarYear nor a number of months such as 12 months", key: "reach")
    return .calendarYear
  }

  func recognition(_ top: Scope) -> RuleBook.Recognition? {
    guard let scope = top.optionalScope("recognition") else { return nil }
    defer { scope.fields.refuseUnknown() }
    let multiple = scope.quantity("multiple", .factor), months = scope.quantity("months", .count)
    let heavyShare = scope.quantity("heavyShare", .rate)
    for entry in months.byYear {
      if case .number(let count) = entry.amount, !(1...12).contains(count), let node = scope.fields.node["months"] {
        scope.fields.fault(node, "own payments of 1 to 12 months can be looked at, not of \(count)", key: "months")
      }
    }
    for key in ["identity", "of"] { _ = scope.fields.required(key) }
    guard let node = scope.cited("identity"), let identity = context.identity(node, scope.fields, "identity"),
      let of = scope.cited("of")
    else { return nil }
    guard let standard = of.text, context.parameterNames.contains(standard) else {
      scope.fields.fault(of, "\(of.named) is not a parameter of this file", key: "of", among: context.parameterNames)
      return nil
    }
    return .init(
      identity: identity, excluding: scope.citedIdentities("excluding"), multiple: multiple, standard: standard,
      months: months, heavyShare: heavyShare)
  }

  func base(_ top: Scope) -> RuleBook.Base {
    guard let scope = top.scope("base") else {
      return .init(
        upfrontB: false, overLimit: false, aboveCeilings: .in, uninsured: .gross, source: Source(status: .document))
    }
    defer { scope.fields.refuseUnknown() }
    var parts: Set<String> = []
    for node in scope.fields.list("components") {
      let allowed = ["remainder", "upfrontB", "overLimit"]
      if let text = node.text, allowed.contains(text) {
        parts.insert(text)
      } else {
        scope.fields.fault(node, "\(node.named) is not a component of the base", key: "components", among: allowed)
      }
    }
    if !parts.contains("remainder") {
      context.findings.add(scope.fields.node, "base.components", "the base must contain the remainder")
    }
    return .init(
      upfrontB: parts.contains("upfrontB"), overLimit: parts.contains("overLimit"),
      aboveCeilings: scope.word("aboveCeilings", default: .in), uninsured: scope.word("uninsured", default: .gross),
      source: scope.requiredSource())
  }

  func exclusions(_ top: Scope) -> [RuleBook.Exclusion] {
    guard let scope = top.optionalScope("exclusions") else { return [] }
    return scope.fields.entries.map { entry in
      let one = Scope(entry.value, "exclusions.\(entry.key)", inherited: scope.source, context)
      defer { one.fields.refuseUnknown() }
      let when = one.fields.required("when").map { ConditionReader(context: context).read($0, one.fields.path("when")) }
      return .init(
        id: entry.key, name: one.label("name"), source: one.requiredSource(), when: when ?? .any([]), flag: flag(one))
    }
  }

  func coverage(_ top: Scope) -> [Coverage] {
    guard let scope = top.scope("coverage") else { return [] }
    return scope.fields.entries.compactMap { entry in
      let fields = Fields(entry.value, "coverage.\(entry.key)", context.findings)
      defer { fields.refuseUnknown() }
      let note = fields.text("note")
      guard let node = fields.required("treat") else { return nil }
      guard let treatment = Coverage.Treatment(rawValue: node.text ?? "") else {
        fields.fault(
          node, "\(node.named) is not allowed here", key: "treat", among: Coverage.Treatment.allCases.map(\.rawValue))
        return nil
      }
      return Coverage(article: entry.key, treatment: treatment, note: note ?? "")
    }
  }
}
