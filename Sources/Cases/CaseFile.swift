import Input

/// The cases of a YAML or JSON file.
public enum CaseFile {
  /// Each case with the path that leads to it in the file.
  ///
  /// - Throws: `Refusal` where the file cannot be read, is a bare list, or holds no case.
  public static func cases(_ path: String) throws(Refusal) -> [(node: Node, path: String)] {
    let text = try InputFile.text(path)
    let isJSON = path.hasSuffix(".json") || (path == "-" && text.drop { $0.isWhitespace }.first == "{")
    let root = isJSON ? try JSONReader.read(text, file: path) : try YAMLReader.read(text, file: path)
    guard let entries = root.entries else {
      throw Refusal(
        Diagnostic(
          at: root.place, "a file is one case or a mapping with cases:, not \(root.named)",
          hint: "put cases: before the list"))
    }
    guard let list = root["cases"] else { return [(root, "")] }
    if let other = entries.first(where: { $0.key != "cases" }) {
      throw Refusal(
        Diagnostic(at: other.place, key: other.key, "there is no such key beside cases", hint: "put it into each case"))
    }
    guard let items = list.items, !items.isEmpty else {
      throw Refusal(
        Diagnostic(
          at: list.place, key: "cases",
          "a list of at least one case is expected here, not \(list.items == nil ? list.named : "an empty one")"))
    }
    return items.enumerated().map { ($1, "cases[\($0 + 1)]") }
  }
}
