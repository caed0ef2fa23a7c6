/// A place where two rule files, or two years of one, say different things.
public struct RuleDifference: Hashable, Sendable {
  /// The path that both would be patched by; of a table that is compared person by person, the table and the identity.
  public var path: String
  /// What it concerns.
  public var what: String
  /// What the first says; nil where it says nothing.
  public var first: RuleRow?
  /// What the second says; nil where it says nothing.
  public var second: RuleRow?

  /// Everything that differs in value, in the order of the first file, then what only the second says.
  ///
  /// Tables that both have are compared identity by identity, however each file cuts its classes and levels; a benefit
  /// that no route reaches counts as not granted; a key that is left out counts as what it then means.
  public static func between(_ first: RuleView, _ second: RuleView) -> [RuleDifference] {
    let tables = TableComparison(first, second)
    let left = tables.plain(first), right = tables.plain(second)
    let others = Dictionary(right.map { ($0.path, $0) }) { first, _ in first }
    let paths = Set(left.map(\.path))
    var found = left.compactMap { row -> RuleDifference? in
      let other = others[row.path] ?? tables.absent(row, in: second)
      guard row.value != other?.value || row.unit != other?.unit else { return nil }
      return .init(path: row.path, what: row.what, first: row, second: other)
    }
    for row in right where !paths.contains(row.path) {
      let other = tables.absent(row, in: first)
      guard row.value != other?.value else { continue }
      found.append(.init(path: row.path, what: row.what, first: other, second: row))
    }
    return sorted(found + tables.differences(), first.identityRows + first.rows + second.rows)
  }

  /// What differs between two states of one file, such as before and after a reform: row by row as it is written, so
  /// that each change stands at the path by which it was made.
  public static func within(_ before: RuleView, _ after: RuleView) -> [RuleDifference] {
    let old = Dictionary(before.rows.map { ($0.path, $0) }) { first, _ in first }
    let new = Dictionary(after.rows.map { ($0.path, $0) }) { first, _ in first }
    let changed = before.rows.compactMap { row -> RuleDifference? in
      let other = new[row.path]
      guard row.value != other?.value || row.unit != other?.unit else { return nil }
      return .init(path: row.path, what: row.what, first: row, second: other)
    }
    let added = after.rows.filter { old[$0.path] == nil }.map { row in
      RuleDifference(path: row.path, what: row.what, first: nil, second: row)
    }
    return changed + added
  }

  /// In the order of the files, the rows of one section and benefit together.
  private static func sorted(_ found: [RuleDifference], _ rows: [RuleRow]) -> [RuleDifference] {
    func part(_ path: String) -> String { path.split(separator: ".").prefix(2).joined(separator: ".") }
    let order = Dictionary(rows.enumerated().map { (part($1.path), $0) }) { first, _ in first }
    func rank(_ difference: RuleDifference) -> Int { order[part(difference.path)] ?? .max }
    return found.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
  }
}

extension RuleView {
  /// The class that each identity leads to: classes are named differently everywhere, identities are not.
  public var identityRows: [RuleRow] {
    book.vocabulary.identities.map { term in
      let people = peopleClass(of: term.id)
      return RuleRow(
        path: "identities.\(term.id)", what: "class of \(term.english) \(term.chinese)",
        value: people.map { "\($0.id): \($0.name.english) \($0.name.chinese)" } ?? "no class", unit: "",
        ground: people?.source.summary ?? "no class names this identity")
    }
  }

  /// The highest class that an identity leads to, by itself or by what it implies.
  func peopleClass(of identity: String) -> RuleBook.PeopleClass? {
    guard let index = book.vocabulary.identity(identity) else { return nil }
    let held = book.vocabulary.closure(of: 1 << UInt64(index))
    return book.classes.first { $0.identities.contains { held & (1 << UInt64($0)) != 0 } }
  }
}
