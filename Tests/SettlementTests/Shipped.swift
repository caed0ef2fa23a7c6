import Rules

/// The rule files of the program, read once for all tests: reading them checks every reading and takes its time.
enum Shipped {
  private static let result = Result { () throws in try RuleLibrary() }

  static func library() throws -> RuleLibrary { try result.get() }
}
