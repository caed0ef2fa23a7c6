import Yams

/// What is wrong with a text that is not YAML, in words for people who never saw a parser.
struct YAMLFault {
  var line: Int
  var reason: String
  var hint: String?

  /// Explains an error of the parser.
  init(_ error: YamlError, text: String) {
    switch error {
    case .composer(_, let problem, let mark, _) where problem.contains("another document"):
      self.init(line: mark.line, "a second document begins here", "put it into a file of its own")
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      self = YAMLProblem(problem, context: context, mark: mark, text: text).fault
    case .duplicatedKeysInMapping(let duplicates, let context):
      let line = Self.secondLine(of: duplicates.first ?? "", from: context.mark, text)
      self.init(line: line, "the key \(duplicates.joined(separator: ", ")) stands here twice", "keep one of them")
    case .reader:
      self.init(
        line: Self.lineOfControl(text), "the line holds a control character, which YAML does not allow", "remove it")
    default: self.init(line: 1, "the file cannot be read as YAML", "is it the right file?")
    }
  }

  init(line: Int, _ reason: String, _ hint: String?) {
    self.line = line
    self.reason = reason
    self.hint = hint
  }

  /// The line on which a key of a mapping stands again; the mapping's own where it is written on one line.
  private static func secondLine(of key: String, from mark: Mark, _ text: String) -> Int {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var seen = false
    for (index, line) in lines.enumerated().dropFirst(max(0, mark.line - 1)) {
      let content = line.drop { $0 == " " || $0 == "-" }
      let isKey = [key, "\"\(key)\"", "'\(key)'"].contains { content.hasPrefix("\($0):") }
      guard isKey, line.count - content.count == mark.column - 1 else { continue }
      if seen { return index + 1 }
      seen = true
    }
    return mark.line
  }

  /// The line of the first character that is neither text nor a break.
  private static func lineOfControl(_ text: String) -> Int {
    var line = 1
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: line += 1
      case 0x09, 0x0D, 0x85: continue
      case ..<0x20, 0x7F..<0xA0, 0xFFFE...0xFFFF: return line
      default: continue
      }
    }
    return 1
  }
}
