import Input

/// An ambiguous clause, the ways to read it, and the patches that switch between them.
public struct Reading: Sendable {
  /// One way to read the clause.
  public struct Option: Sendable {
    public var letter: String
    public var text: Label
    public var patches: [Patch]
  }
  public var id: String
  public var question: Label
  public var source: Source
  public var options: [Option]
  /// The letter that holds unless another is asked for.
  public var standard: String
}

/// A value put at a path of a rule file (formats.md, section 3).
public struct Patch: Sendable {
  /// Keys from the root of the file, without the jurisdiction.
  public var path: [String]
  /// The new value.
  public var value: Node
  /// Where the patch was written, for messages.
  public var place: Place

  /// Creates a patch.
  public init(path: [String], value: Node, place: Place) {
    self.path = path
    self.value = value
    self.place = place
  }

  /// The path as it is written.
  public var name: String { path.joined(separator: ".") }
}
