/// Reads the keys of one mapping and notes whatever is missing, misspelt, doubled or of the wrong kind.
///
/// Each accessor remembers its key; `refuseUnknown()` then names every key that nobody asked for.
public final class Fields {
  /// The mapping that is read.
  public let node: Node
  /// The path of keys that leads here.
  public let path: String
  /// Where defects are noted.
  public let findings: Findings
  private var asked: [String] = []

  /// Begins to read a mapping; anything else is a defect and reads as empty.
  public init(_ node: Node, _ path: String, _ findings: Findings) {
    self.node = node
    self.path = path
    self.findings = findings
    if node.entries == nil { findings.add(node, path, "a mapping is expected here, not \(node.named)") }
  }

  /// All entries, in the order of the file.
  public var entries: [Node.Entry] { node.entries ?? [] }

  /// The path of a key of this mapping.
  public func path(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// The value of a key; nil where it is absent or empty.
  public func optional(_ key: String) -> Node? {
    if !asked.contains(key) { asked.append(key) }
    guard let value = node[key] else { return nil }
    if case .null = value.content { return nil }
    return value
  }

  /// True where the key is there, even if it is empty.
  public func has(_ key: String) -> Bool { node[key] != nil }

  /// The value of a key that must be there.
  public func required(_ key: String) -> Node? {
    if let value = optional(key) { return value }
    if node.entries != nil { findings.add(node, path(key), "the key is missing", hint: nil) }
    return nil
  }

  /// A text that must be there.
  public func text(_ key: String) -> String? { required(key).flatMap { scalar($0, key) } }

  /// A text that may be absent.
  public func optionalText(_ key: String) -> String? { optional(key).flatMap { scalar($0, key) } }

  private func scalar(_ node: Node, _ key: String) -> String? {
    if node.text == nil { findings.add(node, path(key), "a text is expected here, not \(node.named)") }
    return node.text
  }

  /// A list; a single value counts as a list of one, an absent key as an empty list.
  public func list(_ key: String) -> [Node] {
    guard let node = optional(key) else { return [] }
    return node.items ?? [node]
  }

  /// `true` or `false`.
  public func flag(_ key: String, default missing: Bool) -> Bool {
    guard let node = optional(key) else { return missing }
    if case .scalar("true", quoted: false) = node.content { return true }
    if case .scalar("false", quoted: false) = node.content { return false }
    findings.add(node, path(key), "true or false is expected here, not \(node.named)")
    return missing
  }

  /// A whole number within bounds.
  public func integer<I: FixedWidthInteger>(_ key: String, in bounds: ClosedRange<I>) -> I? {
    optional(key).flatMap { integer($0, key, in: bounds) }
  }

  /// A whole number within bounds, of a node of this mapping.
  public func integer<I: FixedWidthInteger>(_ node: Node, _ key: String, in bounds: ClosedRange<I>) -> I? {
    guard let text = node.text, let value = I(text), bounds.contains(value), text == String(value) else {
      findings.add(
        node, path(key),
        "a whole number from \(bounds.lowerBound) to \(bounds.upperBound) is expected here, not \(node.named)")
      return nil
    }
    return value
  }

  /// Notes a defect at a node of this mapping, with the nearest of the allowed words.
  ///
  /// - Parameter also: further allowed names, named only where one of them is the nearest.
  public func fault(_ node: Node, _ reason: String, key: String = "", among: [String] = [], also: [String] = []) {
    findings.add(
      node, key.isEmpty ? path : path(key), reason,
      hint: Spelling.hint(for: node.text ?? "", among: among, also: also))
  }

  /// Notes every key that was not asked for.
  public func refuseUnknown() {
    for entry in entries where !asked.contains(entry.key) {
      findings.add(
        Diagnostic(
          at: entry.place, key: path(entry.key), "there is no such key here",
          hint: Spelling.hint(for: entry.key, among: asked)))
    }
  }
}
