import Input

/// Reads a filled sheet into the tree of a place file, whose nodes stand where the sheet's rows do.
///
/// So the sheet is judged by the reader of place files, and messages name the sheet's lines.
struct PlaceSheetReader {
  /// A filled cell: what it says and where.
  struct Cell {
    var row: SheetRow
    var text: String
    var place: Place
  }

  let file: String
  let rows: [SheetRow]
  let findings = Findings()

  /// The tree.
  ///
  /// - Throws: `Refusal` with every row that is unknown, stands twice or holds no number, and with what else only a
  ///   sheet can have wrong.
  func read(_ text: String) throws(Refusal) -> Node {
    try refuseOtherSeparators(text)
    let table = try CSVReader.read(text, file: file)
    let (filled, lines) = try cells(table)
    let faulty = findings.diagnostics.map(\.key)
    for key in ["name.en", "name.zh", "population"] where filled[key] == nil && !faulty.contains(key) {
      note(lines[key] ?? 1, key, "the cell is empty, and a place cannot do without it", "fill it in")
    }
    var tree = SheetTree(filled: filled, lines: lines, file: file, findings: findings)
    tree.build()
    try findings.refuseIfAny()
    return tree.root
  }

  /// The filled cells by key, and the line of each key that is there.
  private func cells(_ table: [CSVReader.Row]) throws(Refusal) -> (filled: [String: Cell], lines: [String: Int]) {
    let columns = try columns(table)
    var filled: [String: Cell] = [:]
    var lines: [String: Int] = [:]
    for record in table.dropFirst() {
      func cell(_ column: Int) -> String {
        column < record.cells.count ? SheetNumber.trimmed(record.cells[column]) : ""
      }
      let key = SheetNumber.narrow(cell(columns.key)), value = cell(columns.value)
      guard let row = rows.first(where: { $0.key == key }) else {
        if key.isEmpty {
          note(record.line, "", "the row has no key", "give it the key of a sheet's row, or remove it")
        } else {
          note(record.line, key, "there is no such row in a sheet", Spelling.hint(for: key, among: rows.map(\.key)))
        }
        continue
      }
      if let first = lines[key] {
        note(record.line, key, "the row stands on line \(first) already", "keep one of them")
      }
      lines[key] = record.line
      guard !value.isEmpty, let text = checked(value, row, record.line) else { continue }
      filled[key] = Cell(row: row, text: text, place: Place(file: file, line: record.line))
    }
    return (filled, lines)
  }

  /// Refuses a sheet that another spreadsheet parted by semicolons or tabs, before its quotes are judged as if by commas.
  private func refuseOtherSeparators(_ text: String) throws(Refusal) {
    let header = text.prefix { !$0.isNewline }
    for (separator, name) in [(";", "semicolons"), ("\t", "tabs")] as [(Character, String)] {
      guard header.count(where: { $0 == separator }) > header.count(where: { $0 == "," }) else { continue }
      throw Refusal(
        Diagnostic(
          at: Place(file: file, line: 1), "the columns are parted by \(name), not by commas",
          hint: "save the sheet as CSV UTF-8 (comma delimited), or replace each parting \(name.dropLast()) by a comma"))
    }
  }

  private func columns(_ table: [CSVReader.Row]) throws(Refusal) -> (key: Int, value: Int) {
    guard let header = table.first else {
      throw Refusal(Diagnostic(at: Place(file: file, line: 1), "the sheet is empty"))
    }
    let names = header.cells.map(SheetNumber.trimmed)
    for name in names where !name.isEmpty && !SheetRow.header.contains(name) {
      note(header.line, "", "there is no column \(name)", Spelling.hint(for: name, among: SheetRow.header))
    }
    for name in SheetRow.header where names.filter({ $0 == name }).count > 1 {
      note(header.line, "", "the column \(name) stands here twice", "keep one of them")
    }
    guard let key = names.firstIndex(of: "key"), let value = names.firstIndex(of: "value") else {
      note(
        header.line, "", "the columns key and value are not both in the first row",
        "begin with the sheet that medaid place new writes")
      try findings.refuseIfAny()
      return (0, 0)
    }
    return (key, value)
  }

  private func checked(_ value: String, _ row: SheetRow, _ line: Int) -> String? {
    guard row.kind != .text else { return row.key.hasPrefix("name.") ? value : SheetNumber.narrow(value) }
    do throws(SheetNumber.Fault) { return try SheetNumber.digits(value, whole: row.kind == .count) } catch {
      note(line, row.key, "\"\(value)\" \(error.reason)", error.hint)
      return nil
    }
  }

  private func note(_ line: Int, _ key: String, _ reason: String, _ hint: String?) {
    findings.add(Diagnostic(at: Place(file: file, line: line), key: key, reason, hint: hint))
  }
}
