import Input
import Rules

/// What a case says besides the person and the episodes: where, when and under which rules to settle it.
struct CaseHeader {
  var name: String?
  var jurisdictions: [String] = []
  var year = 0
  var isDated = false
  var readings: [String: String] = [:]
  /// Patches of `set`, by jurisdiction.
  var patches: [String: [Patch]] = [:]

  /// Names the plan that a jurisdiction needs for this case: equal keys, equal plans.
  func planKey(_ jurisdiction: String) -> String {
    var key = "\(jurisdiction)|\(year)|\(isDated)"
    for id in readings.keys.sorted() { key += "|\(id)=\(readings[id] ?? "")" }
    for patch in patches[jurisdiction] ?? [] { key += "|\(patch.name)=\(Self.text(patch.value))" }
    return key
  }

  private static func text(_ node: Node) -> String {
    switch node.content {
    case .null: "~"
    case .scalar(let text, _): text
    case .sequence(let items): "[" + items.map(text).joined(separator: ",") + "]"
    case .mapping(let entries): "{" + entries.map { "\($0.key):\(text($0.value))" }.joined(separator: ",") + "}"
    }
  }
}

/// Reads the header of a case and checks it against the rule files.
struct CaseHeaderReader {
  let library: RuleLibrary
  let findings: Findings

  func read(_ fields: Fields) -> CaseHeader {
    var header = CaseHeader()
    header.name = fields.optionalText("name")
    header.jurisdictions = jurisdictions(fields)
    if fields.required("year") != nil { header.year = fields.integer("year", in: BenefitYear.limits) ?? 0 }
    if let mode = fields.optional("mode") {
      switch mode.text {
      case "snapshot": header.isDated = false
      case "dated": header.isDated = true
      default: fields.fault(mode, "\(mode.named) is not a mode", key: "mode", among: ["snapshot", "dated"])
      }
    }
    if let node = fields.optional("readings") {
      header.readings = ChoiceReader(library).readings(Fields(node, fields.path("readings"), findings))
    }
    if let node = fields.optional("set") {
      header.patches = ChoiceReader(library).patches(Fields(node, fields.path("set"), findings))
    }
    return header
  }

  private func jurisdictions(_ fields: Fields) -> [String] {
    guard let node = fields.required("jurisdiction") else { return [] }
    if node.text == "all" { return library.files.map(\.id) }
    var found: [String] = []
    for item in node.items ?? [node] {
      guard let file = library.file(item.text ?? "") else {
        let reason =
          item.text == nil
          ? "a jurisdiction, or a list of them, is expected here, not \(item.named)"
          : "\(item.named) is not a jurisdiction"
        fields.fault(item, reason, key: "jurisdiction", among: library.files.map(\.id) + ["all"])
        continue
      }
      if found.contains(file.id) { fields.fault(item, "\(file.id) is named twice", key: "jurisdiction") }
      found.append(file.id)
    }
    if found.isEmpty, node.items?.isEmpty == true { fields.fault(node, "the list is empty", key: "jurisdiction") }
    return found
  }
}
