/// A table for people: aligned columns on a terminal, or Markdown.
public struct TextTable {
  /// Column headings.
  public var header: [String]
  /// One list of cells a row, as long as the header.
  public var rows: [[String]]
  /// Columns from this one on are aligned to the right.
  public var right: Int

  /// Creates a table.
  public init(header: [String], rows: [[String]], right: Int = .max) {
    self.header = header
    self.rows = rows
    self.right = right
  }

  /// The table's lines.
  public func lines(markdown: Bool) -> [String] {
    if markdown {
      let rule = header.indices.map { $0 >= right ? "---:" : "---" }
      return [row(header), "|" + rule.joined(separator: "|") + "|"] + rows.map(row)
    }
    let widths = header.indices.map { column in ([header] + rows).map { Self.width($0[column]) }.max() ?? 0 }
    return ([header, widths.map { String(repeating: "-", count: $0) }] + rows).map { cells in
      let padded = cells.enumerated().map { column, cell in
        let blanks = String(repeating: " ", count: widths[column] - Self.width(cell))
        return column >= right ? blanks + cell : cell + blanks
      }
      let line = padded.joined(separator: "  ")
      let last = line.utf8.lastIndex { $0 != UInt8(ascii: " ") }
      return last.map { String(line[..<line.utf8.index(after: $0)]) } ?? ""
    }
  }

  private func row(_ cells: [String]) -> String { "| " + cells.map(Self.escaped).joined(separator: " | ") + " |" }

  /// A cell in which a bar does not end the cell and a line break does not end the row.
  public static func escaped(_ cell: String) -> String {
    cell.replacing("|", with: "\\|").replacing("\n", with: " ")
  }

  /// Columns that a terminal gives to a text: two for a Chinese character.
  public static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
      let isWide =
        switch scalar.value {
        case 0xFF61...0xFF9F: false
        case 0x1100...0x115F, 0x2E80...0xFFDC: true
        default: false
        }
      return sum + (isWide ? 2 : 1)
    }
  }
}
