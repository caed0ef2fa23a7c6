import Input

/// One mapping of a rule file while it is read, with the source that its values inherit.
struct Scope {
  let fields: Fields
  let source: Source?
  let context: LoadContext

  /// Keys that say where a value comes from rather than what it is.
  static let sourceKeys = ["cite", "status", "source", "id", "note"]

  init(_ node: Node, _ path: String, inherited: Source?, _ context: LoadContext) {
    self.fields = Fields(node, path, context.findings)
    self.context = context
    source = Self.source(fields, inherited: inherited)
  }

  /// The source that this mapping states, or the one around it.
  private static func source(_ fields: Fields, inherited: Source?) -> Source? {
    let cite = fields.optionalText("cite"), status = fields.optionalText("status")
    let text = fields.optionalText("source"), id = fields.optionalText("id")
    _ = fields.optionalText("note")
    if let status {
      guard let known = Source.Status(rawValue: status), known != .document else {
        if let node = fields.optional("status") {
          fields.fault(
            node, "\(node.named) is not a status", key: "status", among: ["proxy", "assumption", "unquantified"])
        }
        return inherited
      }
      if text == nil { fields.findings.add(fields.node, fields.path, "a value with status \(status) needs a source") }
      if known != .assumption, id == nil {
        fields.findings.add(fields.node, fields.path, "a value with status \(status) needs an id for its flag")
      }
      return Source(status: known, cite: cite, text: text, id: id)
    }
    if let cite { return Source(status: .document, cite: cite, text: text, id: id) }
    return inherited
  }

  /// A mapping below this one.
  func scope(_ key: String) -> Scope? {
    fields.required(key).map { Scope($0, fields.path(key), inherited: source, context) }
  }

  /// A mapping below this one that may be absent.
  func optionalScope(_ key: String) -> Scope? {
    fields.optional(key).map { Scope($0, fields.path(key), inherited: source, context) }
  }

  /// The source, or a stand-in with a defect noted where there is none.
  func requiredSource() -> Source {
    if let source { return source }
    fields.findings.add(
      fields.node, fields.path, "nothing says where this comes from",
      hint: "add cite: with the article, or status: and source:")
    return Source(status: .document)
  }

  /// Words under one key, plain below a source or as `{value: …, cite: …}`; a defect is noted where nothing says
  /// where they come from.
  func cited(_ key: String) -> Node? {
    guard let node = fields.optional(key) else { return nil }
    guard node.entries != nil else {
      if source == nil {
        fields.findings.add(
          node, fields.path(key), "nothing says where this comes from",
          hint: "write {value: …, cite: …} with the article, or with status: and source:")
      }
      return node
    }
    let one = Scope(node, fields.path(key), inherited: source, context)
    defer { one.fields.refuseUnknown() }
    _ = one.requiredSource()
    return one.fields.required("value")
  }

  /// English and Chinese under one key.
  func label(_ key: String) -> Label {
    guard let node = fields.required(key) else { return Label(english: "", chinese: "") }
    let names = Fields(node, fields.path(key), context.findings)
    defer { names.refuseUnknown() }
    return Label(english: names.text("en") ?? "", chinese: names.text("zh") ?? "")
  }

  /// One of a closed set of words.
  func word<W: RawRepresentable & CaseIterable>(_ key: String, default missing: W) -> W where W.RawValue == String {
    guard let node = fields.optional(key) else { return missing }
    return word(node, key, default: missing)
  }

  /// One of a closed set of words, which must say where it comes from.
  func citedWord<W: RawRepresentable & CaseIterable>(_ key: String, default missing: W) -> W
  where W.RawValue == String {
    guard let node = cited(key) else { return missing }
    return word(node, key, default: missing)
  }

  private func word<W: RawRepresentable & CaseIterable>(_ node: Node, _ key: String, default missing: W) -> W
  where W.RawValue == String {
    guard let text = node.text, let word = W(rawValue: text) else {
      fields.fault(node, "\(node.named) is not allowed here", key: key, among: W.allCases.map(\.rawValue))
      return missing
    }
    return word
  }

  /// Insurance types under one key.
  func insurance(_ key: String) -> [InsuranceType] {
    fields.list(key).compactMap { node in
      if let text = node.text, let type = InsuranceType(named: text) { return type }
      fields.fault(node, "\(node.named) is not an insurance type", key: key, among: InsuranceType.allCases.map(\.id))
      return nil
    }
  }

  /// A set of identities under one key, as bits.
  func identities(_ key: String) -> UInt64 {
    identityList(key).reduce(0) { $0 | 1 << UInt64($1) }
  }

  /// Identities under one key, in the order of the file.
  func identityList(_ key: String) -> [UInt8] {
    fields.list(key).compactMap { context.identity($0, fields, key) }
  }

  /// Identities that must say where they come from, as bits.
  func citedIdentities(_ key: String) -> UInt64 {
    let node = cited(key)
    return (node?.items ?? node.map { [$0] } ?? []).compactMap { context.identity($0, fields, key) }.reduce(0) {
      $0 | 1 << UInt64($1)
    }
  }

  /// A day under one key.
  func day(_ key: String) -> Day? {
    guard let node = fields.optional(key) else { return nil }
    guard let text = node.text, let day = Day(text) else {
      fields.fault(node, "\(node.named) is not a day of the calendar, written 2023-05-01", key: key)
      return nil
    }
    return day
  }
}

/// What every part of a rule file may need while it is read.
final class LoadContext {
  let findings: Findings
  var vocabulary: Vocabulary
  var strict = false
  var listedDiseases: UInt64 = 0
  var parameterNames: [String] = []

  init(findings: Findings, vocabulary: Vocabulary) {
    self.findings = findings
    self.vocabulary = vocabulary
  }

  func identity(_ node: Node, _ fields: Fields, _ key: String) -> UInt8? {
    if let text = node.text, let index = vocabulary.identity(text) { return index }
    fields.fault(
      node, "\(node.named) is not an identity", key: key, among: vocabulary.identities.map(\.id),
      also: vocabulary.chineseIdentities)
    return nil
  }

  func disease(_ node: Node, _ fields: Fields, _ key: String) -> UInt8? {
    if let text = node.text, let index = vocabulary.disease(text) { return index }
    fields.fault(
      node, "\(node.named) is not a disease", key: key, among: vocabulary.diseases.map(\.id),
      also: vocabulary.chineseDiseases)
    return nil
  }
}
