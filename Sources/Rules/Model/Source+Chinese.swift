import Input

extension Source {
  /// `summary` in a language.
  ///
  /// Rule files remark in English only, and cite articles by the document's own numbers: Chinese readers get the
  /// article or the kind of ground with its id, and find the remark in `medaid rules show`.
  public func summary(in language: Language) -> String {
    guard language == .chinese else { return summary }
    if status == .document { return Self.article(cite ?? "") }
    let articles = [cite, text].compactMap(\.self).map(Self.beginning).first { !$0.isEmpty }
    return ["\(status.name(in: .chinese))\(id.map { "（\($0)）" } ?? "")", articles].compactMap(\.self)
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

  /// The articles with which a remark begins, `四（三）leaves …`, or all of a remark without English.
  private static func beginning(_ remark: String) -> String {
    guard hasEnglish(remark) else { return remark }
    return remark.prefixMatch(of: /[\p{Han}（）0-9]*[\p{Han}）]/).map { String($0.0) } ?? ""
  }

  /// Whether a text has an English word in it, which an id such as `BZ-26` is not.
  public static func hasEnglish(_ text: String) -> Bool { text.contains(/[A-Za-z]{3,}|[a-z]{2,}/) }
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
