import Input

/// Reads the predicates that stand under `when`.
struct ConditionReader {
  let context: LoadContext

  /// The condition at a node; `always` with a defect noted where it is broken.
  func read(_ node: Node, _ path: String) -> Condition {
    let fields = Fields(node, path, context.findings)
    var parts: [Condition] = []
    for fact in Condition.Fact.allCases {
      if let value = fields.optional(fact.rawValue) { parts.append(.fact(fact, values(of: fact, value, fields))) }
    }
    if let value = fields.optional("disease") { parts.append(.disease(diseases(value, fields))) }
    let identities = fields.list("identity").compactMap { context.identity($0, fields, "identity") }
    if fields.has("identity") { parts.append(.any(identities.map { .identity($0) })) }
    if let age = fields.integer("ageAtLeast", in: 0...150) { parts.append(.ageAtLeast(age)) }
    if let age = fields.integer("ageBelow", in: 0...150) { parts.append(.not(.ageAtLeast(age))) }
    if let value = fields.optional("manualClaimAfter") { parts.append(deadline(value, fields)) }
    if fields.has("route") {
      parts.append(.route(fields.list("route").compactMap { $0.text == "none" ? "" : $0.text }))
    }
    if fields.has("all") { parts.append(.all(conditions("all", fields))) }
    if fields.has("any") { parts.append(.any(conditions("any", fields))) }
    if let value = fields.optional("not") { parts.append(.not(read(value, fields.path("not")))) }
    fields.refuseUnknown()
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private func conditions(_ key: String, _ fields: Fields) -> [Condition] {
    let items = fields.list(key)
    if items.isEmpty { context.findings.add(fields.node, fields.path(key), "the list is empty") }
    return items.enumerated().map { read($1, "\(fields.path(key))[\($0 + 1)]") }
  }

  private func values(of fact: Condition.Fact, _ node: Node, _ fields: Fields) -> [Int] {
    (node.items ?? [node]).compactMap { item in
      let text = item.text ?? ""
      let found: Int? =
        switch fact {
        case .kind: CareKind(named: text)?.rawValue
        case .location: CareLocation(named: text)?.rawValue
        case .referral: Referral(named: text)?.rawValue
        case .treatment: Treatment(named: text)?.rawValue
        case .insurance: InsuranceType(named: text)?.rawValue
        case .level: ["0", "1", "2", "3"].firstIndex(of: text)
        case .chronicClass: ["1", "2"].firstIndex(of: text)
        default: ["false", "true"].firstIndex(of: text)
        }
      if found == nil {
        fields.fault(item, "\(item.named) is not allowed here", key: fact.rawValue, among: words(of: fact))
      }
      return found
    }
  }

  private func words(of fact: Condition.Fact) -> [String] {
    switch fact {
    case .kind: CareKind.allCases.map(\.id)
    case .location: CareLocation.allCases.map(\.id)
    case .referral: Referral.allCases.map(\.id)
    case .treatment: Treatment.allCases.map(\.id)
    case .insurance: InsuranceType.allCases.map(\.id)
    case .level: ["0", "1", "2", "3"]
    case .chronicClass: ["1", "2"]
    default: ["true", "false"]
    }
  }

  private func diseases(_ node: Node, _ fields: Fields) -> UInt64 {
    if node.text == "listed" { return context.listedDiseases }
    return (node.items ?? [node]).compactMap { context.disease($0, fields, "disease") }.reduce(0) {
      $0 | 1 << UInt64($1)
    }
  }

  private func deadline(_ node: Node, _ fields: Fields) -> Condition {
    guard let (month, day) = MonthDay.read(node.text ?? "") else {
      fields.fault(node, "\(node.named) is not a month and day of the form 06-30", key: "manualClaimAfter")
      return .always
    }
    return .manualClaimAfter(month: month, day: day)
  }
}

/// A day of every year.
enum MonthDay {
  /// Month and day of `06-30`; 29 February is no day of every year.
  static func read(_ text: String) -> (month: Int, day: Int)? {
    guard let day = Day("2023-" + text) else { return nil }
    return (day.civil.month, day.civil.day)
  }
}
