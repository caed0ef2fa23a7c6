import Rules

/// One change that a reform brings, which could be left out of it: what attribution tells apart.
public struct Provision: Sendable {
  /// Short name, its own within the reform.
  public var name: String
  /// What it does, for readers; its name where nothing else is said.
  public var title: String
  /// The benefit year from which it acts; nil where it always does.
  public var from: Int?
  /// Patches, by jurisdiction.
  public var patches: [String: [Patch]]

  /// Creates a provision.
  public init(name: String, title: String, from: Int? = nil, patches: [String: [Patch]]) {
    self.name = name
    self.title = title
    self.from = from
    self.patches = patches
  }

  /// Whether it acts in a benefit year.
  public func acts(in year: Int) -> Bool { year >= from ?? .min }
}
