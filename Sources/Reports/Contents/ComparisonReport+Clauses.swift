import Analysis
import Simulation

extension ComparisonReport {
  /// Which clause makes the difference between each two documents, with its articles in both.
  func clauses(_ text: inout MarkdownText) {
    guard comparison.decisive.contains(where: { !$0.clauses.isEmpty }) else { return }
    text.heading("Which clause makes the difference")
    text.paragraph(
      """
      Each clause of the other document is put alone into the place's own rules, in the order of settlement, which is \
      that of the rows below; \(Clause.benefits.rawValue) stand after their single terms. Named is the first clause that \
      by itself changes assistance with tilt by more than 1.96 standard errors and leaves at most half of the \
      difference, whichever way what is left points. Where the difference itself is within 1.96 standard errors, none is named. Clauses \
      interact, so their changes need not add up. Common insurance, yuan a head; articles are those of the place's own \
      document and of the other.
      """
    )
    let articles = Dictionary(
      context.result.library.files.map { ($0.id, ClauseArticles($0)) }, uniquingKeysWith: { first, _ in first })
    let rows = comparison.decisive.map { one -> [String] in
      let clause = one.decisive.flatMap(Clause.init(rawValue:))
      let change = one.clauses.first { $0.clause == one.decisive }?.change
      func article(_ id: String) -> String { clause.flatMap { articles[id]?.of($0) } ?? "" }
      return [
        context.placeName(one.place), context.name(one.jurisdiction), Wording.estimate(one.difference, decimals: 2),
        one.isClear ? one.decisive ?? "none alone" : "no clear difference", article(one.own),
        article(one.jurisdiction), change.map { Wording.estimate($0, decimals: 2) } ?? "",
      ]
    }
    text.table(
      header: [
        "people of", "other rules", "difference", "decisive clause", "own articles", "other's articles",
        "change by it alone",
      ],
      rows: rows)
    for place in context.result.places { alone(place.place.id, &text) }
    text.paragraph(
      """
      "Classes" takes who is assisted, on the place's own terms; deductible, rate and cap take that term alone; \
      "\(Clause.benefits.rawValue)" takes all four, the benefits that they belong to and the care that is covered \
      (docs/reports.md). "The same": the documents agree. Clauses are left out of a table where all they change is less \
      than 0.005 yuan.
      """)
  }

  /// What each clause alone changes for a place's people, by the document it is taken from.
  private func alone(_ place: String, _ text: inout MarkdownText) {
    let pairs = comparison.decisive.filter { $0.place == place }
    guard !pairs.isEmpty else { return }
    let rows = Clause.allCases.compactMap { clause -> [String]? in
      let changes = pairs.map { pair in pair.clauses.first { $0.clause == clause.rawValue }?.change }
      guard changes.contains(where: { abs($0?.value ?? 0) >= 0.005 }) else { return nil }
      return [clause.rawValue] + changes.map { $0.map { Wording.estimate($0, decimals: 2) } ?? "the same" }
    }
    text.paragraph("People of \(context.placeName(place)), each clause alone, taken from:")
    text.table(header: ["clause"] + pairs.map { context.name($0.jurisdiction) }, rows: rows, right: 1)
  }
}
