import Input

/// Writes what is no number for people: names, lists, conditions, the order of routes.
///
/// Words of the rule file stand among Chinese ones as code, because they are what a patch has to write.
struct WordText {
  let book: RuleBook
  var language = Language.english

  /// What stands for nothing.
  var none: String { language.say(en: "none", zh: "无").text }

  private var colon: String { language.say(en: ": ", zh: "：").text }
  private var semicolon: String { language.say(en: "; ", zh: "；").text }
  private var or: String { language.say(en: " or ", zh: "或").text }
  private var and: String { language.say(en: " and ", zh: "且").text }

  /// A word of the rule file.
  private func code(_ word: String) -> String {
    language.say(en: word, zh: word.contains(/[A-Za-z]/) ? "`\(word)`" : word).text
  }

  /// A key in words.
  func key(_ key: String, in section: String) -> String {
    language.say(en: RuleView.Crumbs.spoken(key), zh: KeyName.chinese(key, in: section) ?? code(key)).text
  }

  /// `{en: …, zh: …}` as one name; nil for any other node.
  func label(_ node: Node) -> String? {
    guard let entries = node.entries, entries.count == 2, let english = node["en"]?.text, let chinese = node["zh"]?.text
    else { return nil }
    return Label(english: english, chinese: chinese).term(in: language).text
  }

  /// An identity or disease by its name, any other word as it stands.
  func word(_ text: String) -> String {
    if let index = book.vocabulary.identity(text) { return name(book.vocabulary.identities[Int(index)]) }
    if let index = book.vocabulary.disease(text) { return name(book.vocabulary.diseases[Int(index)]) }
    return code(text)
  }

  private func name(_ term: Term) -> String { term.term(in: language).text }

  /// A list on one line.
  func list(_ items: [Node]) -> String {
    items.isEmpty
      ? none : items.map { $0.entries == nil ? word($0.text ?? "") : condition($0) }.joined(separator: semicolon)
  }

  /// A condition in words.
  func condition(_ node: Node) -> String {
    guard let entries = node.entries else { return word(node.text ?? "") }
    if entries.isEmpty { return language.say(en: "always", zh: "不限").text }
    return entries.map { entry in
      switch entry.key {
      case "any": any(entry.value.items ?? [entry.value])
      case "all": (entry.value.items ?? [entry.value]).map(condition).joined(separator: and)
      case "not": language.say(en: "not (\(condition(entry.value)))", zh: "非（\(condition(entry.value))）").text
      default: code(entry.key) + colon + (entry.value.items ?? [entry.value]).map(condition).joined(separator: or)
      }
    }.joined(separator: language.say(en: ", and ", zh: "，且").text)
  }

  private func any(_ conditions: [Node]) -> String {
    let words = conditions.map(condition)
    return language.say(
      en: "(\(words.joined(separator: ") or (")))", zh: "（\(words.joined(separator: "）或（"))）"
    ).text
  }

  /// A flag on one line; nil for any other node.
  func flag(_ node: Node) -> String? {
    guard let id = node["id"]?.text, let kind = node["kind"]?.text, let text = node["text"].flatMap(label) else {
      return nil
    }
    let when = node["when"].map(condition)
    return language.say(
      en: "\(id) (\(kind)): \(text)\(when.map { ", when \($0)" } ?? "")",
      zh: "\(id)（`\(kind)`）：\(text)\(when.map { "，条件：\($0)" } ?? "")"
    ).text
  }

  /// The order in which benefits are tried.
  func routes(_ items: [Node]) -> String {
    items.map { step in
      guard step.entries != nil else { return code(step.text ?? "") }
      let names = step["among"]?.items?.compactMap(\.text).map(code) ?? []
      let anomaly = step["anomaly"]?.text.map { flag in
        language.say(en: ", flag \(flag) where a later one would have paid more", zh: "（后者金额更高时标记\(flag)）").text
      }
      guard step["choose"]?.text == "best" else {
        return names.joined(separator: language.say(en: ", else ", zh: "，否则").text) + (anomaly ?? "")
      }
      return language.say(
        en: "the better of \(names.joined(separator: and))", zh: "\(names.joined(separator: "、"))中金额较高者"
      ).text
    }.joined(separator: language.say(en: "; then ", zh: "；再按").text)
  }
}
