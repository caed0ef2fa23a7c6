import Input

/// An ambiguous clause, the ways to read it, and the patches that switch between them.
public struct Reading: Sendable {
  /// One way to read the clause.
  public struct Option: Sendable {
    /// The letter by which it is asked for.
    public var letter: String
    /// What it means.
    public var text: Label
    /// What it changes; empty for the default.
    public var patches: [Patch]
  }
  /// The id, such as `GZ-11`.
  public var id: String
  /// What is ambiguous.
  public var question: Label
  /// The clause.
  public var source: Source
  /// In the order of the file.
  public var options: [Option]
  /// The letter that holds unless another is asked for.
  public var standard: String
}

/// A value put at a path of a rule file (docs/rule-file.md, Patches).
public struct Patch: Sendable {
  /// Keys from the root of the file, without the jurisdiction.
  public var path: [String]
  /// The new value.
  public var value: Node
  /// Where the patch was written, for messages.
  public var place: Place
  /// The provision of a reform that it belongs to, for messages; nil for what belongs to none.
  public var provision: String?

  /// Creates a patch.
  public init(path: [String], value: Node, place: Place) {
    self.path = path
    self.value = value
    self.place = place
  }

  /// The path as it is written.
  public var name: String { path.joined(separator: ".") }
}
