/// A value of a YAML or JSON file with the place it was read at.
///
/// Scalars keep their text as written, so that `1.500` can be refused as an amount and `0.10` does not become `0.1`.
public struct Node: Sendable {
  /// One key and its value.
  public struct Entry: Sendable {
    /// The key's text.
    public var key: String
    /// Where the key stands.
    public var place: Place
    /// What the key holds.
    public var value: Node

    /// Creates an entry.
    public init(key: String, place: Place, value: Node) {
      self.key = key
      self.place = place
      self.value = value
    }
  }

  /// The four shapes a value can have.
  public indirect enum Content: Sendable {
    case null
    case scalar(String, quoted: Bool)
    case sequence([Node])
    case mapping([Entry])
  }

  /// The value.
  public var content: Content
  /// Where it begins.
  public var place: Place
  /// Where it begins in its line, in Unicode scalars counted from 1; 0 where that is not known.
  public var column: Int

  /// Creates a node.
  public init(_ content: Content, at place: Place, column: Int = 0) {
    self.content = content
    self.place = place
    self.column = column
  }

  /// The entries of a mapping, nil for any other shape.
  public var entries: [Entry]? {
    if case .mapping(let entries) = content { return entries }
    return nil
  }

  /// The items of a sequence, nil for any other shape.
  public var items: [Node]? {
    if case .sequence(let items) = content { return items }
    return nil
  }

  /// The text of a scalar, nil for any other shape.
  public var text: String? {
    if case .scalar(let text, _) = content { return text }
    return nil
  }

  /// The value under a key of a mapping.
  public subscript(key: String) -> Node? { entries?.first { $0.key == key }?.value }

  /// How a message names what was found here: `"abc"`, `a list`, `a mapping`, `nothing`.
  public var named: String {
    switch content {
    case .null: "nothing"
    case .scalar(let text, _): text.count > 60 ? "\"\(text.prefix(57))...\"" : "\"\(text)\""
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
