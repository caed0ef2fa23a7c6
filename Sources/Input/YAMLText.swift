import Yams

/// Writes nodes as YAML that `YAMLReader` reads back as the same nodes.
public enum YAMLText {
  /// A mapping of plain scalars and lists that is no longer than this is written on one line.
  private static let flowLimit = 90

  /// One key with its value.
  ///
  /// - Throws: what the emitter throws where it cannot write, which no tree that was read brings about.
  public static func text(_ key: String, _ value: Node) throws -> String {
    try serialize(node: Yams.Node([(scalar(key, quoted: false), converted(value))]), width: 110, allowUnicode: true)
  }

  private static func converted(_ node: Node) -> Yams.Node {
    switch node.content {
    case .null: return scalar("null", quoted: false)
    case .scalar(let text, let quoted): return scalar(text, quoted: quoted)
    case .sequence(let items):
      let isFlat = items.allSatisfy { $0.text != nil }
      return .sequence(.init(items.map(converted), Tag(.implicit), isFlat ? .flow : .block))
    case .mapping(let entries):
      let pairs = entries.map { (scalar($0.key, quoted: false), converted($0.value)) }
      let length = entries.reduce(0) { $0 + $1.key.count + ($1.value.text?.count ?? 10) + 4 }
      let isFlat = entries.allSatisfy { $0.value.entries == nil }
      // Long lists of counts are wrapped within their braces; long texts get a line each.
      let isCounts = entries.count > 8 && entries.allSatisfy { ($0.value.text?.count ?? 99) < 12 }
      return .mapping(.init(pairs, Tag(.implicit), isFlat && (length <= flowLimit || isCounts) ? .flow : .block))
    }
  }

  private static func scalar(_ text: String, quoted: Bool) -> Yams.Node {
    .scalar(.init(text, Tag(.implicit), quoted || text.isEmpty ? .doubleQuoted : .plain))
  }
}
