import Input

/// A table of a run, with its rows by what tells them apart.
struct ComparedTable {
  /// A value with its error, as they stand in the table.
  struct Cell: Hashable {
    var value: String
    /// Nil where the table has no errors, empty where too few were drawn to tell one.
    var error: String?
  }

  /// Columns that are no part of what tells rows apart.
  private static let results: Set<String> = [
    "value", "standardError", "lower95", "upper95", "status", "baseline", "reformed", "difference",
  ]

  /// The file's name.
  let name: String
  /// The columns that tell rows apart.
  let keys: [String]
  /// The column that is compared: the difference, where there is one.
  let compared: String
  /// In the order of the file.
  private(set) var order: [[String]] = []
  private(set) var cells: [[String]: Cell] = [:]

  /// Reads a table.
  ///
  /// - Returns: nil for a table without a column `value` or `difference`, such as microdata.
  /// - Throws: `Refusal` where it is no table.
  init?(_ name: String, text: String, file: String) throws(Refusal) {
    func refuse(_ line: Int, _ reason: String) -> Refusal {
      Refusal(Diagnostic(at: Place(file: file, line: line), reason, hint: "repeat the run"))
    }
    let rows = try CSVReader.read(text, file: file)
    guard let header = rows.first?.cells else { throw refuse(1, "the table is empty") }
    guard let value = header.firstIndex(of: "difference") ?? header.firstIndex(of: "value") else { return nil }
    let error = header.firstIndex(of: "standardError")
    let places = header.indices.filter { !Self.results.contains(header[$0]) }
    (self.name, keys, compared) = (name, places.map { header[$0] }, header[value])
    for row in rows.dropFirst() {
      guard row.cells.count == header.count else {
        throw refuse(row.line, "a row of \(row.cells.count) cells under a header of \(header.count)")
      }
      let key = places.map { row.cells[$0] }
      guard cells.updateValue(Cell(value: row.cells[value], error: error.map { row.cells[$0] }), forKey: key) == nil
      else {
        throw refuse(row.line, "a second row for \(key.joined(separator: ", "))")
      }
      order.append(key)
    }
  }

  /// The part of a key that the inputs alone decide: which rules act where.
  func frame(_ key: [String]) -> [String] {
    zip(keys, key).filter { Self.frames.contains($0.0) }.map(\.1)
  }

  private static let frames: Set<String> = [
    "scenario", "reform", "insurance", "place", "jurisdiction", "year", "measure",
  ]
}
