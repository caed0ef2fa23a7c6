/// A place where two rule files, or two years of one, say different things.
public struct RuleDifference: Hashable, Sendable {
  /// The path that both would be patched by.
  public var path: String
  /// What it concerns.
  public var what: String
  /// What the first says; nil where it says nothing.
  public var first: RuleRow?
  /// What the second says; nil where it says nothing.
  public var second: RuleRow?

  /// Everything that differs in value, first in the order of the first, then what only the second says.
  public static func between(_ first: RuleView, _ second: RuleView) -> [RuleDifference] {
    let left = first.identityRows + first.rows, right = second.identityRows + second.rows
    let others = Dictionary(right.map { ($0.path, $0) }) { first, _ in first }
    let paths = Set(left.map(\.path))
    var found = left.compactMap { row -> RuleDifference? in
      let other = others[row.path]
      guard row.value != other?.value || row.unit != other?.unit else { return nil }
      return .init(path: row.path, what: row.what, first: row, second: other)
    }
    for row in right where !paths.contains(row.path) {
      found.append(.init(path: row.path, what: row.what, first: nil, second: row))
    }
    return found
  }
}

extension RuleView {
  /// The class that each identity leads to: classes are named differently everywhere, identities are not.
  public var identityRows: [RuleRow] {
    book.vocabulary.identities.enumerated().map { index, term in
      let held = book.vocabulary.closure(of: 1 << UInt64(index))
      let people = book.classes.first { $0.identities.contains { held & (1 << UInt64($0)) != 0 } }
      return RuleRow(
        path: "identities.\(term.id)", what: "class of \(term.english) \(term.chinese)",
        value: people.map { "\($0.id): \($0.name.english) \($0.name.chinese)" } ?? "no class", unit: "",
        ground: people?.source.summary ?? "")
    }
  }
}
