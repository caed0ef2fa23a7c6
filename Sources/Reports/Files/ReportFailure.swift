/// Writing that failed for a reason outside the input: what, where, and what to do about it.
public struct ReportFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file or folder.
  public var path: String
  /// What went wrong there.
  public var reason: String
  /// What to do.
  public var hint: String

  /// Creates a failure.
  public init(_ path: String, _ reason: String, hint: String) {
    self.path = path
    self.reason = reason
    self.hint = hint
  }

  /// `path: reason (hint)`, on one line.
  public var description: String { "\(path): \(reason) (\(hint))" }
}
