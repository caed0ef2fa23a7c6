import Yams

/// Reads YAML into nodes, refusing whatever could mean something else than it seems to.
public enum YAMLReader {
  static let nodeLimit = 400_000

  /// The only document in `text`.
  ///
  /// - Throws: `Refusal` for a syntax error, a duplicate key, more than one document, anchors that multiply, or nesting
  ///   that is too deep.
  public static func read(_ text: String, file: String) throws(Refusal) -> Node {
    func refuse(_ line: Int, _ reason: String, _ hint: String? = nil) -> Refusal {
      Refusal(Diagnostic(at: Place(file: file, line: max(1, line)), reason, hint: hint))
    }
    if let line = lineNestedTooDeep(text) { throw Refusal(.nested(at: Place(file: file, line: line))) }
    let root: Yams.Node?
    do {
      root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
    } catch let error as YamlError {
      let fault = YAMLFault(error, text: text)
      throw refuse(fault.line, fault.reason, fault.hint)
    } catch {
      throw refuse(1, "the file cannot be read as YAML", "is it the right file?")
    }
    guard let root else { throw refuse(1, "the file holds nothing but comments") }
    var count = 0
    return try convert(root, file: file, depth: 0, line: 1, count: &count, refuse: refuse)
  }

  private static func convert(
    _ node: Yams.Node, file: String, depth: Int, line: Int, count: inout Int,
    refuse: (Int, String, String?) -> Refusal
  ) throws(Refusal) -> Node {
    let line = node.mark?.line ?? line
    let place = Place(file: file, line: line)
    count += 1
    guard count <= nodeLimit else { throw refuse(line, "the file holds more than \(nodeLimit) values", nil) }
    guard depth <= Diagnostic.depthLimit else { throw Refusal(.nested(at: place)) }
    switch node {
    case .scalar(let scalar):
      let quoted = scalar.style != .plain && scalar.style != .any
      if !quoted, ["", "~", "null"].contains(scalar.string) { return Node(.null, at: place) }
      return Node(.scalar(scalar.string, quoted: quoted), at: place, column: node.mark?.column ?? 0)
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
