import Rules

extension Scenario {
  /// The reform files of all reforms, each once.
  ///
  /// Two files of one name have one text: others were refused.
  public var reformFiles: [ReformFile] {
    var seen: Set<String> = []
    return reforms.flatMap(\.files).filter { seen.insert($0.file).inserted }
  }

  /// A named change of rules, made of provisions that act together.
  public struct Reform: Sendable {
    /// Short name, used in files.
    public var name: String
    /// What it does, for readers.
    public var title: String
    /// The reform files that it is made of, in their order; empty where it stands in a scenario or budget file itself.
    public var files: [ReformFile]
    /// What it changes, in order.
    public var provisions: [Provision]
    /// Where it is named, for messages; nil where it was not read.
    var namedAt: NamedAt?

    /// A reform of one provision, which has its name and title.
    public init(name: String, title: String, patches: [String: [Patch]]) {
      self.init(name: name, title: title, provisions: [Provision(name: name, title: title, patches: patches)])
    }

    /// A reform of several provisions.
    public init(name: String, title: String, files: [ReformFile] = [], provisions: [Provision]) {
      self.name = name
      self.title = title
      self.files = files
      self.provisions = provisions
    }

    /// Patches by jurisdiction, of all provisions in their order.
    public var patches: [String: [Patch]] { Self.joined(provisions) }

    /// The patches of those provisions that act in a benefit year.
    public func patches(in year: Int) -> [String: [Patch]] { Self.joined(provisions.filter { $0.acts(in: year) }) }

    /// The years after `year` in which further provisions begin to act, in rising order.
    func beginnings(after year: Int) -> [Int] { Set(provisions.compactMap(\.from)).filter { $0 > year }.sorted() }

    private static func joined(_ provisions: [Provision]) -> [String: [Patch]] {
      provisions.reduce(into: [:]) { $0.merge($1.patches) { $0 + $1 } }
    }
  }
}
