/// Builds a table of values for programs (RFC 4180): fields are quoted only where they must be, lines end in `\n`.
public struct CSVText {
  /// A row that does not fit the header: a mistake of the program, not of its user.
  public struct RaggedRow: Error, CustomStringConvertible {
    /// The row's cells.
    public var cells: [String]
    /// How many cells the header has.
    public var expected: Int

    /// What is wrong, with the row.
    public var description: String {
      "a row of \(cells.count) cells under a header of \(expected): \(cells.joined(separator: ","))"
    }
  }

  /// U+FEFF, without which Excel takes Chinese for another encoding.
  public static let byteOrderMark = "\u{FEFF}"

  private let columns: Int
  private var body: String

  /// Begins a table with its header, which must name at least one column.
  public init(header: [String]) {
    columns = header.count
    body = Self.line(header)
  }

  /// Adds a row.
  ///
  /// - Throws: `RaggedRow` where the row is shorter or longer than the header.
  public mutating func add(_ cells: [String]) throws(RaggedRow) {
    guard cells.count == columns else { throw RaggedRow(cells: cells, expected: columns) }
    body += Self.line(cells)
  }

  /// The table as text.
  ///
  /// - Parameter byteOrderMark: begins with `CSVText.byteOrderMark`.
  public func text(byteOrderMark: Bool = false) -> String { byteOrderMark ? Self.byteOrderMark + body : body }

  /// One row with its line break, for tables that are written row by row.
  public static func line(_ cells: [String]) -> String {
    // A line of one empty cell would read as no line at all.
    if cells == [""] { return "\"\"\n" }
    return cells.map(quoted).joined(separator: ",") + "\n"
  }

  /// A cell, in quotes where a comma, a quote or a line break would otherwise end it.
  static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
