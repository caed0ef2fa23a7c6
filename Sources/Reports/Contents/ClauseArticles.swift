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

  /// The articles, each once, in the order of the file; what a document does not say itself is named by its status.
  func of(_ clause: Clause, most: Int = 4) -> String {
    var found: [String] = []
    for row in rows where belongs(row.path.split(separator: ".").map(String.init), to: clause) {
      let article = Self.article(row.ground)
      if !article.isEmpty, !found.contains(article) { found.append(article) }
    }
    guard !found.isEmpty else { return "no such clause" }
    return found.prefix(most).joined(separator: "; ") + (found.count > most ? " and others" : "")
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
    case .premium: path[0] == "premium"
    }
  }

  /// The article without the remarks that a rule file adds to it.
  static func article(_ ground: String) -> String {
    let parts = ground.split(separator: ", ", maxSplits: 2).map(String.init)
    if let first = parts.first, first != Source.Status.document.rawValue, Source.Status(rawValue: first) != nil {
      // A status is followed by the id of its flag, or else by where the value was seen.
      let id = parts.dropFirst().first.flatMap { $0.count < 8 && $0.contains("-") ? $0 : nil }
      return [first, id].compactMap(\.self).joined(separator: " ")
    }
    let ends = ["; ", ": ", " ("].compactMap { ground.firstRange(of: $0)?.lowerBound }
    return String(ground[..<(ends.min() ?? ground.endIndex)])
  }
}
