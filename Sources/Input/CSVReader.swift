/// Reads a table of comma-separated values (RFC 4180) strictly, each row with the line it begins on.
///
/// Written here because the reader of a broken table needs the line, and quotes that nobody closes must not swallow the
/// rest of the file: the libraries at hand keep no lines and accept such quotes.
public enum CSVReader {
  /// One row.
  public struct Row: Sendable {
    /// Counted from 1; of a row with line breaks within quotes, the first.
    public var line: Int
    /// Cells without their quotes.
    public var cells: [String]

    /// True where every cell is blank, as in the rows that spreadsheets leave at the end.
    public var isBlank: Bool { cells.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
  }

  private enum State { case start, plain, quoted, closed }

  /// The rows of a text; lines may end in LF, CRLF or CR, and blank rows are passed over.
  ///
  /// - Throws: `Refusal` for a quote that is not closed, or that stands within a cell without quotes around it.
  public static func read(_ text: String, file: String) throws(Refusal) -> [Row] {
    func refuse(_ line: Int, _ reason: String, _ hint: String) -> Refusal {
      Refusal(Diagnostic(at: Place(file: file, line: line), reason, hint: hint))
    }
    var rows: [Row] = []
    var row = Row(line: 1, cells: [])
    var (cell, state, line, opened) = ("", State.start, 1, 1)
    func endRow() {
      row.cells.append(cell)
      if !row.isBlank { rows.append(row) }
      row = Row(line: line, cells: [])
      cell = ""
      state = .start
    }
    for character in text {
      let isBreak = character == "\n" || character == "\r\n" || character == "\r"
      if isBreak { line += 1 }
      switch (state, character) {
      case (.quoted, "\""): state = .closed
      case (.quoted, _): cell.append(isBreak ? "\n" : character)
      case (.closed, "\""):
        cell.append("\"")
        state = .quoted
      case (_, _) where isBreak: endRow()
      case (_, ","):
        row.cells.append(cell)
        cell = ""
        state = .start
      case (.start, "\""):
        state = .quoted
        opened = line
      case (.closed, _):
        throw refuse(line, "text stands behind a closing quote", "write a quote within a quoted cell twice")
      case (_, "\""):
        throw refuse(line, "a quote stands within a cell that does not begin with one", "put quotes around the cell")
      default:
        cell.append(character)
        state = .plain
      }
    }
    if state == .quoted { throw refuse(opened, "a quote is opened here and never closed", "close it, or remove it") }
    if !cell.isEmpty || !row.cells.isEmpty { endRow() }
    return rows
  }
}
