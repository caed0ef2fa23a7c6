import Yams

/// A problem that the YAML parser reports, in the parser's own words, which speak of tokens and indicators.
struct YAMLProblem {
  private let problem: String
  private let mark: Mark
  /// Where what the problem ends began, such as a list or a text in quotes.
  private let beginning: Int
  private let found: Unicode.Scalar?

  init(_ problem: String, context: YamlError.Context?, mark: Mark, text: String) {
    self.problem = problem
    self.mark = mark
    beginning = context?.mark.line ?? mark.line
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    let line = lines.indices.contains(mark.line - 1) ? Array(lines[mark.line - 1]) : []
    found = line.indices.contains(mark.column - 1) ? line[mark.column - 1] : nil
  }

  /// The problem in other words.
  var fault: YAMLFault {
    brackets ?? quotes ?? characters ?? lines
      ?? at(
        mark.line, "the line is not written as YAML wants it",
        "look at its indentation, colons and quotes, and at those of the line above")
  }

  private func at(_ line: Int, _ reason: String, _ hint: String) -> YAMLFault {
    YAMLFault(line: max(1, line), "this is not YAML: " + reason, hint)
  }

  private func says(_ parts: String...) -> Bool { parts.contains { problem.contains($0) } }

  private var brackets: YAMLFault? {
    if says("Maximum nesting level") {
      let nested = Diagnostic.nested(at: Place(file: "", line: mark.line))
      return YAMLFault(line: mark.line, nested.reason, nested.hint)
    }
    if says("',' or ']'") {
      return at(
        mark.line, "the list that begins on line \(beginning) has no comma or closing ] before this",
        "part its items with commas, and close it with ]")
    }
    if says("',' or '}'") {
      return at(
        mark.line, "the mapping that begins on line \(beginning) has no comma or closing } before this",
        "part its keys with commas, and close it with }")
    }
    if says("expected node content") {
      return at(mark.line, "a value is missing here", "write it, or take out a comma or bracket too many")
    }
    if says("<document start>") {
      return at(mark.line, "something stands outside of the document", "take it out, or the closing bracket before it")
    }
    return nil
  }

  private var quotes: YAMLFault? {
    if says("unexpected end of stream", "unexpected document indicator") {
      return at(beginning, "the text in quotes that begins here does not end", "close it with the same quote")
    }
    if says("escape character", "hexdecimal number", "escape code") {
      return at(
        mark.line, "a backslash in double quotes begins no escape that YAML knows",
        "write \\\\ for a backslash, or use single quotes")
    }
    return nil
  }

  private var characters: YAMLFault? {
    if says("tab character") || (says("cannot start any token") && found == "\t") {
      return at(mark.line, "a tab stands where only spaces may", "indent with spaces")
    }
    if says("cannot start any token") {
      let named = found.map { "with \($0)" } ?? "like this"
      return at(mark.line, "a value cannot begin \(named)", "put it in quotes")
    }
    if says("undefined alias") {
      return at(mark.line, "an alias (*name) has no anchor (&name) above it", "put a text that begins with * in quotes")
    }
    if says("alphabetic or numeric character", "tag", "'!'", "'>'") {
      return at(mark.line, "&, * or ! at the beginning of a value has a meaning in YAML", "put the text in quotes")
    }
    if says("directive", "incompatible YAML", "version number", "digit or '.'") {
      return at(mark.line, "a line that begins with % is not read", "take it out")
    }
    return nil
  }

  private var lines: YAMLFault? {
    if says("mapping values are not allowed", "unexpected ':'") {
      return at(
        mark.line, "a colon stands where no key can be",
        "align the keys of one mapping, and put a text that holds a colon in quotes")
    }
    if says("could not find expected ':'") {
      return at(beginning, "a key has no colon after it", "write key: value")
    }
    if says("'-' indicator") {
      return at(
        mark.line, "this line ends the list above without a key that it could belong to",
        "begin it with - or mend its indentation")
    }
    if says("expected key") {
      return at(
        mark.line, "this does not go on as key: value",
        "align the keys of one mapping, and put a text that holds quotes in quotes as a whole")
    }
    if says("block sequence entries") {
      return at(mark.line, "a list with dashes stands on the line of its key", "begin it on a line of its own")
    }
    if says("comment or line break", "indentation indicator") {
      return at(mark.line, "something stands after | or >", "begin the text on the next line")
    }
    return nil
  }
}
