import Input

extension ScenarioReader {
  /// Names under a key, one or a list.
  ///
  /// - Parameters:
  ///   - what: what each of them names.
  ///   - known: identifiers and Chinese names, either of which may be written.
  /// - Returns: identifiers.
  func names(
    _ fields: Fields, _ key: String, _ what: String, among known: [(id: String, chinese: String)]
  ) -> [String] {
    var found: [String] = []
    for node in fields.list(key) {
      guard let name = known.first(where: { $0.id == node.text || $0.chinese == node.text })?.id else {
        let reason =
          node.text == nil
          ? "a \(what), or a list of them, is expected here, not \(node.named)" : "\(node.named) is not a \(what)"
        fields.fault(node, reason, key: key, among: known.map(\.id), also: known.map(\.chinese))
        continue
      }
      if found.contains(name) { fields.fault(node, "\(name) is named twice", key: key) }
      found.append(name)
    }
    if fields.has(key), found.isEmpty, let node = fields.node[key], node.items?.isEmpty ?? false {
      fields.fault(node, "the list is empty", key: key)
    }
    return found
  }
}
