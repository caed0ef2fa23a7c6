/// Where something was read: a file and a line, both as a person would name them.
public struct Place: Hashable, Sendable {
  /// The file's name as the user gave it, `-` for standard input.
  public var file: String
  /// Counted from 1; 0 for what has no lines, such as a command line.
  public var line: Int

  /// Creates a place.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}

extension Place: CustomStringConvertible {
  /// `file:line`, the form that editors open.
  public var description: String { line > 0 ? "\(file):\(line)" : file }
}
