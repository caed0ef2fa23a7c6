import Input

extension PlaceReader {
  /// A word that can stand in a table's cell, a path and a file name alike.
  func identifier(_ key: String, _ node: Node?) -> String? {
    guard let node else { return nil }
    guard let text = node.text, PlaceModel.isIdentifier(text) else {
      root.findings.add(
        node, root.path(key), "an identifier of letters (a to z), digits, - and _ is expected here, not \(node.named)")
      return nil
    }
    return text
  }
}
