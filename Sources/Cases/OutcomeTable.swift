import Input
import Money
import Rules
import Settlement

/// Writes outcomes as tables for people, plain or in Markdown.
public struct OutcomeTable {
  /// Whether to write Markdown.
  public var isMarkdown: Bool
  /// Whether to add steps and the readings that would have mattered.
  public var explain: Bool

  /// Creates a writer.
  public init(isMarkdown: Bool, explain: Bool) {
    self.isMarkdown = isMarkdown
    self.explain = explain
  }

  /// An outcome as text that ends with a line break.
  public func text(_ outcome: Outcome) -> String {
    let book = outcome.plan.book
    let standing = book.document.standing(in: outcome.plan.year).rawValue
    let mode = outcome.plan.isDated ? "legal dates obeyed" : "as if in force"
    var lines = [
      heading("\(outcome.name ?? "case") — \(book.name.english) \(book.name.chinese), \(outcome.plan.year)", level: 2),
      "\(mode); the document is \(standing). Amounts in yuan.", "",
    ]
    lines += TextTable(header: Self.header, rows: rows(outcome), right: 3).lines(markdown: isMarkdown) + [""]
    lines.append(
      """
      Premium subsidy \(outcome.total.premiumSubsidy.grouped) of \(outcome.total.premiumStandard.grouped) \
      (\(book.premium.source.summary)).
      """
    )
    for raised in outcome.flags {
      let place = raised.episode.map { "episode \($0)" } ?? "premium"
      lines.append("\(bullet)\(raised.flag.kind.rawValue) \(raised.flag.id), \(place): \(raised.flag.text.english)")
    }
    if explain { lines += explanation(outcome) }
    for difference in outcome.differences {
      lines.append("\(bullet)DIFFERENCE \(difference.key): expected \(difference.expected), found \(difference.found)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let header = [
    "episode", "class", "benefit", "cost", "basic", "critical illness", "supplementary", "base", "assistance", "tilted",
    "out of pocket",
  ]

  private func rows(_ outcome: Outcome) -> [[String]] {
    var rows = zip(outcome.episodeIDs, outcome.episodes).map { id, result in
      [id, outcome.className(result) ?? "none", outcome.benefitName(result), result.cost.grouped]
        + [
          result.basic, result.criticalIllness, result.supplementary, result.base, result.assistance, result.tilted,
          result.outOfPocket,
        ]
        .map(\.grouped)
    }
    let total = outcome.total
    rows.append(
      ["year", "", "", total.cost.grouped]
        + [
          total.basic, total.criticalIllness, total.supplementary, total.base, total.assistance, total.tilted,
          total.outOfPocket,
        ]
        .map(\.grouped))
    return rows
  }

  private func explanation(_ outcome: Outcome) -> [String] {
    var lines = ["", heading("Step by step", level: 3)]
    // Long sources would tear the table apart: they stand below it.
    let sources = outcome.steps.compactMap(\.source).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let rows = outcome.steps.map { step in
      let note = step.source.flatMap { sources.firstIndex(of: $0) }.map { " [\($0 + 1)]" } ?? ""
      return [
        step.episode.map { outcome.episodeIDs[$0] } ?? "premium", step.what, step.clause + note,
        step.base?.grouped ?? "",
        step.deductibleUsed?.grouped ?? "", step.rate?.description ?? "", step.capLeft?.grouped ?? "",
        step.amount?.grouped ?? "",
      ]
    }
    lines += TextTable(
      header: ["episode", "step", "clause", "base", "deductible used", "rate", "cap left", "amount"], rows: rows,
      right: 3
    ).lines(markdown: isMarkdown)
    if !sources.isEmpty { lines += [""] + sources.enumerated().map { "\(bullet)[\($0 + 1)] \($1)" } }
    guard !outcome.alternatives.isEmpty else {
      return lines + ["", "No other reading of a clause changes this outcome."]
    }
    lines += ["", "Clauses read one way; read the other way, alone, the year would come to:"]
    for other in outcome.alternatives {
      lines.append(
        """
        \(bullet)\(other.id) \(other.letter) (\(other.text)): assistance \(other.assistance.grouped), tilted \
        \(other.tilted.grouped), premium subsidy \(other.premiumSubsidy.grouped)
        """
      )
    }
    return lines
  }

  private var bullet: String { isMarkdown ? "- " : "  " }

  private func heading(_ text: String, level: Int) -> String {
    // A name may hold anything; a line break or control character in it must not end the heading or reach a terminal.
    let text = String(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : Character($0) })
    return isMarkdown ? String(repeating: "#", count: level) + " " + text + "\n" : text
  }
}
