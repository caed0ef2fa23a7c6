/// One thing that is wrong with an input: where, under which key, what, and what to do about it.
public struct Diagnostic: Hashable, Sendable {
  /// Where the defect stands.
  public var place: Place
  /// The path of keys to it, `benefits.pool.rate.III`; empty for the file as a whole.
  public var key: String
  /// What was found and what is allowed.
  public var reason: String
  /// What to do, or the nearest right spelling; nil where the reason says it all.
  public var hint: String?

  /// Creates a diagnostic.
  public init(at place: Place, key: String = "", _ reason: String, hint: String? = nil) {
    self.place = place
    self.key = key
    self.reason = reason
    self.hint = hint
  }
}

extension Diagnostic {
  /// Lists and mappings inside each other beyond this depth are refused.
  static let depthLimit = 60

  static func nested(at place: Place) -> Diagnostic {
    Diagnostic(
      at: place, "lists or mappings stand inside each other more than \(depthLimit) levels deep",
      hint: "close the brackets that are open, or write it flatter")
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `file:line: key: reason (hint)`, on one line.
  public var description: String {
    "\(place): \(key.isEmpty ? "" : key + ": ")\(reason)\(hint.map { " (\($0))" } ?? "")"
  }
}

/// An input that was refused whole, with every defect that was found in it.
public struct Refusal: Error, Sendable, CustomStringConvertible {
  /// In the order of the file; never empty.
  public var diagnostics: [Diagnostic]

  /// Creates a refusal.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// Creates a refusal for one defect.
  public init(_ diagnostic: Diagnostic) { self.init([diagnostic]) }

  /// One line a defect.
  public var description: String { diagnostics.map { "error: \($0)" }.joined(separator: "\n") }
}

/// Collects the defects of one input, so that a person sees all of them at once.
public final class Findings {
  /// What was found so far.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Creates an empty collection.
  public init() {}

  /// Notes a defect.
  public func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Notes a defect at a node.
  public func add(_ node: Node, _ key: String, _ reason: String, hint: String? = nil) {
    add(Diagnostic(at: node.place, key: key, reason, hint: hint))
  }

  /// True while nothing is wrong.
  public var isEmpty: Bool { diagnostics.isEmpty }

  /// Throws what was found, in the order of the file and once each.
  public func refuseIfAny() throws(Refusal) {
    guard !diagnostics.isEmpty else { return }
    var seen = Set<Diagnostic>()
    let ordered = diagnostics.enumerated().sorted {
      ($0.element.place.file, $0.element.place.line, $0.offset) < (
        $1.element.place.file, $1.element.place.line, $1.offset
      )
    }
    throw Refusal(ordered.map(\.element).filter { seen.insert($0).inserted })
  }
}
