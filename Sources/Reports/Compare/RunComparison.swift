import Input

/// Two finished runs, cell by cell: what differs, and where by more than the errors allow.
public struct RunComparison {
  /// The folder of the first run.
  public let first: String
  /// The folder of the second run.
  public let second: String
  /// What the runs were made from that is not the same.
  public let inputs: [InputDifference]
  /// Tables that only one of the runs has, with its folder.
  public let loneTables: [(name: String, folder: String)]
  /// Every cell, in the order of the first run's tables, then what only the second has.
  public let cells: [ComparedCell]

  /// Whether the same people were drawn.
  public let samePeople: Bool
  /// Whether their years are the same too.
  public let sameYears: Bool
  /// How many cells were judged by their errors.
  public let judged: Int

  /// Reads and compares two folders of runs, or bundles of them.
  ///
  /// - Throws: `Refusal` where a folder holds no run, or a table is missing, was changed, or has other columns.
  public init(_ first: String, _ second: String) throws(Refusal) {
    let (a, b) = (try ComparedRun(first), try ComparedRun(second))
    (self.first, self.second) = (a.path, b.path)
    inputs = InputDifference.all(a.record, b.record)
    (samePeople, sameYears) = (inputs.drawTheSamePeople, inputs.drawTheSameYears)
    var (cells, lone) = ([ComparedCell](), [(name: String, folder: String)]())
    for table in a.tables {
      guard let other = b.tables.first(where: { $0.name == table.name }) else {
        lone.append((table.name, a.path))
        continue
      }
      guard table.keys == other.keys, table.compared == other.compared else {
        throw Refusal(
          Diagnostic(
            at: Place(file: b.path + "/" + table.name, line: 1),
            "the columns are not those of \(a.path)/\(table.name): another version wrote them",
            hint: "repeat one of the runs with the version of the other"))
      }
      cells += Self.cells(table, other, samePeople: samePeople)
    }
    lone += b.tables.filter { table in !a.tables.contains { $0.name == table.name } }.map { ($0.name, b.path) }
    loneTables = lone
    let places = cells.indices.filter { cells[$0].z != nil }
    for (index, p) in zip(places, Holm.corrected(places.map { cells[$0].p ?? 1 })) {
      cells[index].corrected = p
      if cells[index].verdict == .within, p <= Holm.level { cells[index].verdict = .beyond }
    }
    (self.cells, judged) = (cells, places.count)
  }

  /// Whether a row or figure differs by more than the errors allow.
  public var differs: Bool {
    !loneTables.isEmpty || cells.contains { [.beyond, .onlyFirst, .onlySecond].contains($0.verdict) }
  }

  private static func cells(
    _ a: ComparedTable, _ b: ComparedTable, samePeople: Bool
  ) -> [ComparedCell] {
    let frames = [Set(a.order.map(a.frame)), Set(b.order.map(b.frame))]
    let judge = CellJudge()
    return (a.order + b.order.filter { a.cells[$0] == nil }).map { key in
      let (left, right) = (a.cells[key], b.cells[key])
      var cell = ComparedCell(
        table: a.name, key: Array(zip(a.keys, key)), measure: a.compared, first: left.map { ($0.value, $0.error) },
        second: right.map { ($0.value, $0.error) }, verdict: .equal)
      if let left, let right {
        (cell.verdict, cell.z) = judge.verdict(left, right)
      } else {
        // Who was not drawn has no row, which says nothing of the rules.
        let isKnown = frames[left == nil ? 0 : 1].contains(a.frame(key))
        cell.verdict = isKnown && !samePeople ? .notDrawn : left == nil ? .onlySecond : .onlyFirst
      }
      return cell
    }
  }
}
