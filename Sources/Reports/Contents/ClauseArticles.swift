import Input
import Rules
import Simulation

/// The articles of a document in which a clause stands.
struct ClauseArticles {
  private let rows: [RuleRow]
  private let routed: Set<String>

  /// Looks into a rule file as it is shipped, without patches.
  init(_ file: RuleFile) {
    rows = RuleView(file).rows
    routed = Set(file.book.routes.flatMap(\.candidates))
  }

  /// The articles, each once, in the order of the file, then what the document does not say itself by its status.
  func of(_ clause: Clause, most: Int = 4, in language: Language = .english) -> Phrase {
    var found: [String] = []
    for row in rows where belongs(row.path.split(separator: ".").map(String.init), to: clause) {
      for article in Self.articles(row.ground) where !found.contains(article) { found.append(article) }
    }
    found.removeAll { $0 == Self.absent }
    guard !found.isEmpty else { return language.say(en: Self.absent, zh: "无此条款") }
    found = found.filter { !Self.isStatus($0) } + found.filter(Self.isStatus)
    let named = found.prefix(most), isCut = found.count > most
    return language.say(
      en: named.joined(separator: "; ") + (isCut ? " and others" : ""),
      zh: named.map(Self.chinese).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        .joined(separator: "；") + (isCut ? "等" : ""))
  }

  private func belongs(_ path: [String], to clause: Clause) -> Bool {
    func isBenefit(_ keys: [String]) -> Bool {
      path.count > 2 && path[0] == "benefits" && routed.contains(path[1]) && keys.contains(path[2])
    }
    return switch clause {
    case .preference: path[0] == "criticalIllnessPreference"
    case .base: path[0] == "base"
    case .entitlement: path[0] == "entitlement" || path[0] == "designatedByAnalogy"
    case .exclusions: path[0] == "exclusions"
    case .classes: path[0] == "classes"
    case .deductible: isBenefit(["deductible"])
    case .rate: isBenefit(["rate"])
    case .cap: isBenefit(["cap"])
    case .benefits: path[0] == "benefits" && path.count > 1 && routed.contains(path[1])
    case .tilt: path[0] == "tilt"
    }
  }

  private static let absent = "no such clause"

  private static func isStatus(_ text: String) -> Bool {
    Source.Status(rawValue: String(text.prefix { $0 != " " })) != nil
  }

  /// An article as the document counts it, or a status by its word; remarks are in English and are left out.
  private static func chinese(_ article: String) -> String {
    let words = article.split(separator: " ", maxSplits: 1).map(String.init)
    guard let status = words.first.flatMap(Source.Status.init(rawValue:)) else { return Source.article(article) }
    return status.name(in: .chinese).text + words.dropFirst().map { "（\($0)）" }.joined()
  }

  /// The articles of a ground without the remarks that a rule file adds to them, or its status.
  static func articles(_ ground: String) -> [String] {
    let parts = ground.split(separator: ", ").map(String.init)
    if let first = parts.first, Source.Status(rawValue: first) != nil {
      let next = parts.dropFirst().first ?? ""
      if next.hasPrefix("no clause") { return [absent] }
      // A status is followed by the id of its flag, or else by where the value was seen.
      return [next.count < 8 && next.contains("-") ? "\(first) \(next)" : first]
    }
    let ends = ["; ", ": ", " ("].compactMap { ground.firstRange(of: $0)?.lowerBound }
    var found: [String] = []
    for part in ground[..<(ends.min() ?? ground.endIndex)].split(separator: ", ") {
      // A comma parts articles, or an article from its paragraph, whose name is English.
      if let last = found.last, part.first?.isASCII ?? false {
        found[found.count - 1] = "\(last), \(part)"
      } else {
        found.append(String(part))
      }
    }
    return found
  }
}
