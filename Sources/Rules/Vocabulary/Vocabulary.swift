import Input

/// One word of a vocabulary with its names.
public struct Term: Hashable, Sendable, NamedTwice {
  /// The identifier that files use.
  public var id: String
  /// English name.
  public var english: String
  /// Chinese name.
  public var chinese: String
  /// Other Chinese names that files may use.
  public var aliases: [String]
}

/// The identities and diseases that cases, rules and people speak of. They are data: a place can bring its own.
public struct Vocabulary: Sendable {
  /// More identities than this do not fit the sets that settlement works with.
  public static let limit = 63

  /// Identities in the order of the file; an identity's index is its place here.
  public private(set) var identities: [Term] = []
  /// Diseases in the order of the file.
  public private(set) var diseases: [Term] = []
  /// For each identity, the set of those it implies (itself included), as bits.
  public private(set) var implied: [UInt64] = []
  /// For each identity, the set of those it excludes, as bits.
  public private(set) var removed: [UInt64] = []
  /// The set of identities that cover a household.
  public private(set) var household: UInt64 = 0

  private var identityIndex: [String: UInt8] = [:]
  private var diseaseIndex: [String: UInt8] = [:]

  /// Reads the words of a file's `identities` and `diseases` into this vocabulary.
  ///
  /// - Parameter path: the path of keys above the two, for messages.
  public mutating func add(identities: Node?, diseases: Node?, path: String = "", findings: Findings) {
    let prefix = path.isEmpty ? "" : path + "."
    if let identities {
      for entry in Fields(identities, prefix + "identities", findings).entries {
        let fields = Fields(entry.value, "\(prefix)identities.\(entry.key)", findings)
        guard let index = add(entry, fields, to: &self.identities, index: &identityIndex, findings) else { continue }
        implied.append(1 << UInt64(index))
        removed.append(0)
        for item in fields.list("implies") {
          if let i = reference(item, fields) { implied[Int(index)] |= implied[Int(i)] }
        }
        for item in fields.list("removes") {
          if let i = reference(item, fields) { removed[Int(index)] |= 1 << UInt64(i) }
        }
        if fields.flag("household", default: false) { household |= 1 << UInt64(index) }
        fields.refuseUnknown()
      }
    }
    if let diseases {
      for entry in Fields(diseases, prefix + "diseases", findings).entries {
        let fields = Fields(entry.value, "\(prefix)diseases.\(entry.key)", findings)
        _ = add(entry, fields, to: &self.diseases, index: &diseaseIndex, findings)
        fields.refuseUnknown()
      }
    }
  }

  private func add(
    _ entry: Node.Entry, _ fields: Fields, to terms: inout [Term], index: inout [String: UInt8], _ findings: Findings
  ) -> UInt8? {
    let aliases = fields.list("also").compactMap(\.text)
    guard let english = fields.text("en"), let chinese = fields.text("zh") else { return nil }
    guard terms.count < Self.limit else {
      findings.add(entry.value, fields.path, "there are more than \(Self.limit) words of this kind")
      return nil
    }
    for name in [entry.key, chinese] + aliases {
      guard index.updateValue(UInt8(terms.count), forKey: name) == nil else {
        findings.add(entry.value, fields.path, "the name \(name) is taken by another word")
        return nil
      }
    }
    terms.append(Term(id: entry.key, english: english, chinese: chinese, aliases: aliases))
    return UInt8(terms.count - 1)
  }

  private func reference(_ node: Node, _ fields: Fields) -> UInt8? {
    guard let name = node.text, let index = identityIndex[name] else {
      fields.fault(node, "\(node.named) is not an identity that stands above", among: identities.map(\.id))
      return nil
    }
    return index
  }

  /// The index of the identity with this identifier or Chinese name.
  public func identity(_ name: String) -> UInt8? { identityIndex[name] }
  /// The index of the disease with this identifier or Chinese name.
  public func disease(_ name: String) -> UInt8? { diseaseIndex[name] }

  /// Every Chinese name of the identities, for hints.
  public var chineseIdentities: [String] { identities.flatMap { [$0.chinese] + $0.aliases } }
  /// Every Chinese name of the diseases, for hints.
  public var chineseDiseases: [String] { diseases.flatMap { [$0.chinese] + $0.aliases } }

  /// Adds what a set of identities implies and takes away what it excludes (docs/decisions.md, classes).
  public func closure(of set: UInt64) -> UInt64 { closing.of(set) }

  /// What closes sets of these identities, without the names.
  public var closing: IdentityClosure { IdentityClosure(implied: implied, removed: removed) }
}

/// What identities imply and exclude, by index; closes sets of them.
public struct IdentityClosure: Sendable {
  /// What each identity implies, as bits.
  public let implied: [UInt64]
  /// What each identity excludes, as bits.
  public let removed: [UInt64]

  init(implied: [UInt64], removed: [UInt64]) {
    self.implied = implied
    self.removed = removed
  }

  /// A set with what it implies and without what it excludes.
  @inlinable public func of(_ set: UInt64) -> UInt64 {
    Self.close(set, implied: { implied[$0] }, removed: { removed[$0] })
  }

  /// The same for whoever keeps what each identity implies and excludes in tables of another kind.
  @inlinable @inline(__always) public static func close(
    _ set: UInt64, implied: (Int) -> UInt64, removed: (Int) -> UInt64
  ) -> UInt64 {
    var (rest, held, excluded) = (set, set, UInt64(0))
    while rest != 0 {
      let index = rest.trailingZeroBitCount
      rest &= rest - 1
      held |= implied(index)
      excluded |= removed(index)
    }
    return held & ~excluded
  }
}
