import Input

/// Writes what is no number for people: names in both languages, lists, conditions, the order of routes.
struct WordText {
  let book: RuleBook

  /// `{en: …, zh: …}` as one text; nil for any other node.
  func label(_ node: Node) -> String? {
    guard let entries = node.entries, entries.count == 2, let english = node["en"]?.text, let chinese = node["zh"]?.text
    else { return nil }
    return "\(english) \(chinese)"
  }

  /// An identity or disease with both names, any other word as it stands.
  func word(_ text: String) -> String {
    if let index = book.vocabulary.identity(text) { return both(book.vocabulary.identities[Int(index)]) }
    if let index = book.vocabulary.disease(text) { return both(book.vocabulary.diseases[Int(index)]) }
    return text
  }

  private func both(_ term: Term) -> String { "\(term.english) \(term.chinese)" }

  /// A list on one line.
  func list(_ items: [Node]) -> String {
    items.isEmpty
      ? "none" : items.map { $0.entries == nil ? word($0.text ?? "") : condition($0) }.joined(separator: "; ")
  }

  /// A condition in words.
  func condition(_ node: Node) -> String {
    guard let entries = node.entries else { return word(node.text ?? "") }
    if entries.isEmpty { return "always" }
    return entries.map { entry in
      switch entry.key {
      case "any": "(" + (entry.value.items ?? [entry.value]).map(condition).joined(separator: ") or (") + ")"
      case "all": (entry.value.items ?? [entry.value]).map(condition).joined(separator: " and ")
      case "not": "not (\(condition(entry.value)))"
      default: "\(entry.key): " + (entry.value.items ?? [entry.value]).map(condition).joined(separator: " or ")
      }
    }.joined(separator: ", and ")
  }

  /// A flag on one line; nil for any other node.
  func flag(_ node: Node) -> String? {
    guard let id = node["id"]?.text, let kind = node["kind"]?.text, let text = node["text"].flatMap(label) else {
      return nil
    }
    let when = node["when"].map { ", when " + condition($0) } ?? ""
    return "\(id) (\(kind)): \(text)\(when)"
  }

  /// The order in which benefits are tried.
  func routes(_ items: [Node]) -> String {
    items.map { step in
      guard step.entries != nil else { return step.text ?? "" }
      let names = step["among"]?.items?.compactMap(\.text) ?? []
      let anomaly = step["anomaly"]?.text.map { ", flag \($0) where a later one would have paid more" } ?? ""
      return step["choose"]?.text == "best"
        ? "the better of \(names.joined(separator: " and "))" : "\(names.joined(separator: ", else "))\(anomaly)"
    }.joined(separator: "; then ")
  }
}
