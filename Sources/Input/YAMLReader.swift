import Yams

/// Reads YAML into nodes, refusing whatever could mean something else than it seems to.
public enum YAMLReader {
  /// Lists and mappings inside each other beyond this depth are refused.
  static let depthLimit = 60
  static let nodeLimit = 400_000

  /// The only document in `text`.
  ///
  /// - Throws: `Refusal` for a syntax error, a duplicate key, more than one document, anchors that multiply, or nesting
  ///   that is too deep.
  public static func read(_ text: String, file: String) throws(Refusal) -> Node {
    func refuse(_ line: Int, _ reason: String, _ hint: String? = nil) -> Refusal {
      Refusal(Diagnostic(at: Place(file: file, line: max(1, line)), reason, hint: hint))
    }
    if let line = lineNestedTooDeep(text) { throw refuse(line, "lists or mappings are nested too deeply") }
    let root: Yams.Node?
    do {
      root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
    } catch let error as YamlError {
      throw explain(error, text, refuse)
    } catch {
      throw refuse(1, "the file cannot be read as YAML: \(error)")
    }
    guard let root else { throw refuse(1, "the file holds nothing but comments") }
    var count = 0
    return try convert(root, file: file, depth: 0, line: 1, count: &count, refuse: refuse)
  }

  private static func explain(
    _ error: YamlError, _ text: String, _ refuse: (Int, String, String?) -> Refusal
  ) -> Refusal {
    switch error {
    case .composer(_, let problem, let mark, _) where problem.contains("another document"):
      return refuse(mark.line, "a second document begins here", "put it into a file of its own")
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return refuse(
        mark.line, "this is not YAML: \(problem)",
        "look at this line's and the line above's indentation, colons and quotes")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let line = secondLine(of: duplicates.first ?? "", from: context.mark, text)
      return refuse(line, "the key \(duplicates.joined(separator: ", ")) stands here twice", "keep one of them")
    case .reader(let problem, _, _, _): return refuse(1, "this is not YAML: \(problem)", nil)
    default: return refuse(1, "this is not YAML: \(error)", nil)
    }
  }

  /// The line on which a key of a mapping stands again; the mapping's own where it is written on one line.
  private static func secondLine(of key: String, from mark: Mark, _ text: String) -> Int {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var seen = false
    for (index, line) in lines.enumerated().dropFirst(max(0, mark.line - 1)) {
      let content = line.drop { $0 == " " || $0 == "-" }
      let isKey = [key, "\"\(key)\"", "'\(key)'"].contains { content.hasPrefix("\($0):") }
      guard isKey, line.count - content.count == mark.column - 1 else { continue }
      if seen { return index + 1 }
      seen = true
    }
    return mark.line
  }

  private static func convert(
    _ node: Yams.Node, file: String, depth: Int, line: Int, count: inout Int,
    refuse: (Int, String, String?) -> Refusal
  ) throws(Refusal) -> Node {
    let line = node.mark?.line ?? line
    let place = Place(file: file, line: line)
    count += 1
    guard count <= nodeLimit else { throw refuse(line, "the file holds more than \(nodeLimit) values", nil) }
    guard depth <= depthLimit else { throw refuse(line, "lists or mappings are nested too deeply", nil) }
    switch node {
    case .scalar(let scalar):
      let quoted = scalar.style != .plain && scalar.style != .any
      if !quoted, ["", "~", "null"].contains(scalar.string) { return Node(.null, at: place) }
      return Node(.scalar(scalar.string, quoted: quoted), at: place)
    case .sequence(let sequence):
      var items: [Node] = []
      for item in sequence {
        items.append(try convert(item, file: file, depth: depth + 1, line: line, count: &count, refuse: refuse))
      }
      return Node(.sequence(items), at: place)
    case .mapping(let mapping):
      var entries: [Node.Entry] = []
      for (key, value) in mapping {
        let keyLine = key.mark?.line ?? line
        guard let text = key.scalar?.string else { throw refuse(keyLine, "a key must be a single word", nil) }
        let value = try convert(value, file: file, depth: depth + 1, line: keyLine, count: &count, refuse: refuse)
        entries.append(.init(key: text, place: Place(file: file, line: keyLine), value: value))
      }
      return Node(.mapping(entries), at: place)
    case .alias:
      throw refuse(line, "aliases (*name) are not read", "write the value out")
    }
  }

  /// The first line on which brackets or dashes open more levels than any honest file does; the parser behind this
  /// reader recurses and would run out of stack on such a file.
  private static func lineNestedTooDeep(_ text: String) -> Int? {
    var open = 0
    var dashes = 0
    var line = 1
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): open += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): open = max(0, open - 1)
      case UInt8(ascii: "-"), UInt8(ascii: "?"): dashes += 1
      case UInt8(ascii: "\n"):
        line += 1
        dashes = 0
      case UInt8(ascii: " "): continue
      default: dashes = 0
      }
      if open > 500 || dashes > 500 { return line }
    }
    return nil
  }
}
