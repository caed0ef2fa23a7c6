import Input

extension Source {
  /// `summary` in a language.
  ///
  /// Rule files remark in English only, and cite articles by the document's own numbers: Chinese readers get the
  /// article or the kind of ground with its id, and find the remark in `medaid rules show`.
  public func summary(in language: Language) -> String {
    guard language == .chinese else { return summary }
    if status == .document { return Self.article(cite ?? "") }
    let remark = [cite, text].compactMap(\.self).first { !Self.hasEnglish($0) }
    return ["\(status.name(in: .chinese))\(id.map { "（\($0)）" } ?? "")", remark].compactMap(\.self)
      .joined(separator: "，")
  }

  /// The articles of a cite without the remarks after them: `四, second paragraph (BZ-26)` becomes `四（BZ-26）`.
  public static func article(_ cite: String) -> String {
    let ends = ["; ", ": ", " ("].compactMap { cite.firstRange(of: $0)?.lowerBound }
    let articles = cite[..<(ends.min() ?? cite.endIndex)].replacing(" and ", with: ", ").split(separator: ", ")
      .filter { !hasEnglish(String($0)) }
    let id = cite.firstMatch(of: /\(([A-Z]{1,3}-[0-9A-Z]+)\)/).map { "（\($0.1)）" } ?? ""
    return articles.isEmpty ? "文件规定" + id : articles.joined(separator: "、") + id
  }

  /// Whether a text has an English word in it, which an id such as `BZ-26` is not.
  private static func hasEnglish(_ text: String) -> Bool { text.contains(/[A-Za-z]{3,}|[a-z]{2,}/) }
}

extension Source.Status {
  /// The word for it.
  public func name(in language: Language) -> Phrase {
    switch self {
    case .document: language.say(en: rawValue, zh: "文件规定")
    case .proxy: language.say(en: rawValue, zh: "参照其他文件")
    case .assumption: language.say(en: rawValue, zh: "假定")
    case .unquantified: language.say(en: rawValue, zh: "标准未定")
    }
  }
}
