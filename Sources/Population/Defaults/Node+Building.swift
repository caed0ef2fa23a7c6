import Input

extension Node {
  /// The keys of a parameter that say where it comes from.
  static let provenanceKeys = ["source", "year", "confidence", "status", "reason"]

  /// The value under a path of keys; nil where a key is absent or empty.
  func at(_ path: [String]) -> Node? {
    var node = self
    for key in path {
      guard let next = node[key] else { return nil }
      if case .null = next.content { return nil }
      node = next
    }
    return node
  }

  /// The number that a scalar holds.
  var plainNumber: Double? { text.flatMap(Double.init) }

  /// Puts a value under a key of a mapping, over what stands there; anything but a mapping is left alone.
  mutating func put(_ value: Node, _ key: String) {
    guard var entries else { return }
    if let index = entries.firstIndex(where: { $0.key == key }) {
      entries[index].value = value
    } else {
      entries.append(.init(key: key, place: value.place, value: value))
    }
    content = .mapping(entries)
  }

  /// The same tree with a value under a path of keys; mappings on the way are made where there are none.
  func putting(_ value: Node, at path: [String]) -> Node {
    guard let first = path.first else { return value }
    var root = self
    let section = at([first]) ?? .mapping([], at: value.place)
    root.put(section.putting(value, at: Array(path.dropFirst())), first)
    return root
  }

  /// The same values as if they stood at another place.
  func moved(to place: Place) -> Node {
    let content: Content =
      switch self.content {
      case .null, .scalar: self.content
      case .sequence(let items): .sequence(items.map { $0.moved(to: place) })
      case .mapping(let entries):
        .mapping(entries.map { .init(key: $0.key, place: place, value: $0.value.moved(to: place)) })
      }
    return Node(content, at: place)
  }

  /// A plain scalar.
  static func plain(_ text: String, at place: Place) -> Node { Node(.scalar(text, quoted: false), at: place) }

  /// A text in quotes.
  static func quoted(_ text: String, at place: Place) -> Node { Node(.scalar(text, quoted: true), at: place) }

  /// A mapping of values in order.
  static func mapping(_ entries: [(String, Node)], at place: Place) -> Node {
    Node(.mapping(entries.map { .init(key: $0.0, place: $0.1.place, value: $0.1) }), at: place)
  }

  /// A parameter's own keys, without those that say where it comes from.
  var ownEntries: [(String, Node)] {
    (entries ?? []).filter { !Self.provenanceKeys.contains($0.key) }.map { ($0.key, $0.value) }
  }
}

extension Provenance {
  /// What a sound parameter of a shipped file says of itself.
  init(_ parameter: Node, key: String) {
    self.init(
      key: key, source: parameter["source"]?.text, year: parameter["year"]?.text,
      confidence: parameter["confidence"]?.text.flatMap(Confidence.init(rawValue:)),
      isAssumption: parameter["status"] != nil, reason: parameter["reason"]?.text)
  }
}
