import Input

/// Builds a report for people, block by block, with one empty line between blocks.
///
/// It takes phrases rather than strings, so that a sentence without its Chinese does not compile.
public struct MarkdownText {
  private var blocks: [String] = []

  /// Creates an empty text.
  public init() {}

  /// The text so far, ending in a line break.
  public var text: String { blocks.isEmpty ? "" : blocks.joined(separator: "\n\n") + "\n" }

  /// Adds a heading.
  ///
  /// - Parameter level: 1 for the title to 6; others are taken for the nearest of these.
  public mutating func heading(_ phrase: Phrase, level: Int = 2) {
    blocks.append(String(repeating: "#", count: min(6, max(1, level))) + " " + Self.oneLine(phrase))
  }

  /// Adds a paragraph; its text may hold Markdown. Empty text adds nothing.
  public mutating func paragraph(_ phrase: Phrase) { if !phrase.text.isEmpty { blocks.append(phrase.text) } }

  /// Adds a list; an empty one adds nothing.
  public mutating func bullets(_ items: [Phrase]) {
    if !items.isEmpty { blocks.append(items.map { "- " + Self.oneLine($0) }.joined(separator: "\n")) }
  }

  /// Adds a list whose items may have items of their own.
  public mutating func bullets(_ items: [(line: Phrase, under: [Phrase])]) {
    let lines = items.flatMap { item in
      ["- " + Self.oneLine(item.line)] + item.under.map { "  - " + Self.oneLine($0) }
    }
    if !lines.isEmpty { blocks.append(lines.joined(separator: "\n")) }
  }

  /// Adds a table; rows shorter than the header are filled up with empty cells, longer ones cut.
  ///
  /// - Parameters:
  ///   - rows: numbers, names and other text of one's own; words of the report come from `Language.say`.
  ///   - right: columns from this one on are aligned to the right, as numbers are.
  public mutating func table(header: [Phrase], rows: [[String]], right: Int = .max) {
    let even = rows.map { row in header.indices.map { $0 < row.count ? row[$0] : "" } }
    let table = TextTable(header: header.map(\.text), rows: even, right: right)
    blocks.append(table.lines(markdown: true).joined(separator: "\n"))
  }

  /// Adds a figure with its caption below.
  ///
  /// - Parameter path: relative to the Markdown file.
  public mutating func figure(path: String, caption: Phrase) {
    let line = Self.oneLine(caption)
    let name = line.replacing("[", with: "(").replacing("]", with: ")")
    blocks.append("![\(name)](\(path.replacing(" ", with: "%20")))")
    blocks.append("*\(line.replacing("*", with: "\\*"))*")
  }

  /// A line break within a heading, an item or a caption would end it.
  private static func oneLine(_ phrase: Phrase) -> String {
    phrase.text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
