extension TextTable {
  /// The table's lines as Markdown, or for a terminal.
  public func lines(markdown: Bool, width: Int?) -> [String] { markdown ? lines(markdown: true) : lines(width: width) }

  /// The table's lines for a terminal of so many columns: aligned where they fit, else each row as a stack, its first cell
  /// and below it every other cell that says something, with its heading.
  ///
  /// - Parameter width: nil where nobody reads it on a terminal, so that lines may be of any length.
  public func lines(width: Int?) -> [String] {
    let lines = lines(markdown: false)
    guard let width, lines.contains(where: { Self.width($0) > width }) else { return lines }
    return Array(
      rows.map { cells in
        let name = cells.first.map { Self.wrapped($0, width: width, indent: "") } ?? []
        let rest = zip(header, cells).dropFirst().filter { !$1.allSatisfy(\.isWhitespace) }
        return (cells.first?.isEmpty ?? true ? [] : name)
          + rest.flatMap { Self.wrapped("  \($0): \($1)", width: width, indent: "    ") }
      }.joined(separator: [""]))
  }

  /// A text in lines of at most so many columns, broken at blanks and beside Chinese characters, and within a word only
  /// where it is longer than a line.
  ///
  /// - Parameter indent: begins every line but the first.
  static func wrapped(_ text: String, width: Int, indent: String) -> [String] {
    var lines: [String] = []
    var line = Substring()
    var rest = text[...]
    while !rest.isEmpty {
      let room = max(2, width - (lines.isEmpty ? 0 : indent.count))
      (line, rest) = first(rest, columns: room)
      lines.append((lines.isEmpty ? "" : indent) + line)
    }
    return lines
  }

  /// What of a text stands on one line, and what is left for the next.
  private static func first(_ text: Substring, columns: Int) -> (line: Substring, rest: Substring) {
    var used = 0
    // Where the line could end, and where the next would begin.
    var best: (end: Substring.Index, next: Substring.Index)?
    // A beginning blank indents the line; it is no place to break at.
    var hasWord = false
    for index in text.indices {
      let character = text[index]
      let wide = width(String(character))
      if used + wide > columns {
        guard !character.isWhitespace else { return (text[..<index], text[text.index(after: index)...]) }
        let cut = best ?? (index, index)
        return (text[..<cut.end], text[cut.next...])
      }
      used += wide
      if character.isWhitespace {
        if hasWord { best = (index, text.index(after: index)) }
      } else {
        hasWord = true
        if wide > 1 { best = (text.index(after: index), text.index(after: index)) }
      }
    }
    return (text, "")
  }
}
