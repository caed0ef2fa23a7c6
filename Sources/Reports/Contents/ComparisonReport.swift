import Analysis
import Simulation

/// The comparison report: the same people under each jurisdiction's rules.
struct ComparisonReport {
  let context: ReportContext
  let comparison: Comparison

  static let header = [
    "insurance", "place", "jurisdiction", "referenceJurisdiction", "year", "dimension", "group", "measure", "value",
    "standardError", "unit", "status",
  ]

  func csv() throws -> CSVText {
    var csv = CSVText(header: Self.header)
    for row in comparison.rows {
      try csv.add([
        row.insurance, row.place, row.jurisdiction, row.reference, "\(row.year)", row.dimension, row.group, row.measure,
        Wording.cell(row.estimate.value, row.unit), Wording.cell(row.estimate.standardError, row.unit), row.unit,
        row.status.id,
      ])
    }
    for one in comparison.decisive {
      for (clause, change) in one.clauses {
        try csv.add([
          "common", one.place, one.own, one.jurisdiction, "\(context.year)", "all", "all", "clause: \(clause)",
          Wording.cell(change.value, "yuan"), Wording.cell(change.standardError, "yuan"), "yuan",
          FigureStatus.assumption.id,
        ])
      }
    }
    return csv
  }

  func find(
    _ insurance: String, _ place: String, _ jurisdiction: String, _ measure: String, _ dimension: String = "all",
    _ group: String = "all"
  ) -> ComparisonRow? {
    comparison.rows.first {
      $0.insurance == insurance && $0.place == place && $0.jurisdiction == jurisdiction && $0.measure == measure
        && $0.dimension == dimension && $0.group == group
    }
  }

  var jurisdictions: [String] { context.result.scenario.jurisdictions }

  private var parts: [ComparisonPart] { context.result.scenario.comparisonParts }

  /// The insurance that summary, figure and identities speak of: the common one, where it was asked for.
  var insurance: String { context.comparedInsurance }

  private var isCommon: Bool { insurance == ComparisonPart.common.rawValue }

  func markdown(figure: String?) -> String {
    var text = MarkdownText()
    text.heading("Comparison: \(context.result.scenario.title), \(context.year)", level: 1)
    text.heading("What it says")
    text.bullets(context.result.places.prefix(5).compactMap(summary))
    let withOwn = "with each document's own insurance, so that differences are not those of assistance alone"
    text.paragraph(
      """
      Assistance with tilt \(isCommon ? "under one common insurance schedule" : withOwn). \\* rests on proxies; "at least": the document leaves a \
      group or benefit without a number, which is never taken for nothing.
      """)
    if let figure {
      text.figure(
        path: figure,
        caption:
          """
          Assistance with tilt for the people of each place under each document's rules, \
          \(isCommon ? "one common insurance schedule" : "each with its own insurance"); whiskers are two standard errors; † lower bounds, which are not ranked; * rests on proxies
          """
      )
    }
    context.standing(&text)
    for part in [ComparisonPart.common, .own] where parts.contains(part) { level(part.rawValue, &text) }
    identities(&text)
    clauses(&text)
    text.heading("How sure")
    text.bullets(context.method() + method())
    context.ending(
      .fund,
      also: [
        """
        Groups that a document leaves without a number are shown as \"not quantified\", and figures that should contain \
        a payment without a number as lower bounds (†): no document is ranked by them.
        """,
        "Use of care is the same under every document. The insurance schedules are placeholders of low confidence.",
        "The money below is that of each place's own rules with its own insurance.",
      ], &text)
    return text.text
  }

  private func method() -> [String] {
    let replicates = min(context.result.scenario.comparisonReplicates, context.result.scenario.replicates)
    let words: [(part: ComparisonPart, words: String)] = [
      (
        .common,
        """
        Common: one stated insurance schedule, premium and price level for every jurisdiction: what the assistance \
        rules alone do.
        """
      ), (.own, "Own: each with its own insurance."),
    ]
    return [
      """
      The comparison itself uses \(Wording.counted(replicates, "replicate")); its differences are paired, person by person.
      """, words.filter { parts.contains($0.part) }.map(\.words).joined(separator: " "),
    ]
  }

  private func level(_ insurance: String, _ text: inout MarkdownText) {
    text.heading(
      insurance == "common"
        ? "With one common insurance schedule, premium and price level" : "Each jurisdiction with its own insurance")
    text.paragraph("Assistance with tilt, yuan a head and year; the place's people in rows, the rules in columns:")
    var rows: [[String]] = []
    for place in context.result.places {
      rows.append(
        [place.place.english]
          + jurisdictions.map { j in
            guard let row = find(insurance, place.place.id, j, "assistance") else { return "" }
            return Wording.estimate(row.estimate, decimals: 2)
              + (row.status.lacksNumber ? " †" : row.status == .proxy ? " *" : "")
          })
    }
    text.table(header: ["people of"] + jurisdictions.map(context.name), rows: rows, right: 1)
    text.paragraph(
      """
      \\* rests on proxies; † a lower bound: the document leaves at least one group or benefit without a number. Share of \
      people better off / worse off than under their own place's rules (assistance, tilt and premium subsidy \
      together)\(reference):
      """
    )
    var better: [[String]] = []
    for place in context.result.places {
      better.append(
        [place.place.english]
          + jurisdictions.map { j in
            guard let up = find(insurance, place.place.id, j, "betterOff"),
              let down = find(insurance, place.place.id, j, "worseOff")
            else { return j == place.place.jurisdiction ? "own rules" : "reference" }
            return "\(Wording.percent(up.estimate)) / \(Wording.percent(down.estimate))"
          })
    }
    text.table(header: ["people of"] + jurisdictions.map(context.name), rows: better, right: 1)
  }

  /// What places without a document of their own in the run are compared with.
  private var reference: String {
    context.result.places.contains { !jurisdictions.contains($0.place.jurisdiction) }
      ? "; where no document of the run is the place's own, than under the first (reference)" : ""
  }

  private func identities(_ text: inout MarkdownText) {
    let words = isCommon ? "common insurance" : "each with its own insurance"
    text.heading("By identity, \(words): assistance with tilt, yuan per holder and year")
    for place in context.result.places {
      var groups: [String] = []
      for row in comparison.rows
      where row.place == place.place.id && row.dimension == "identity" && row.insurance == insurance
        && row.measure == "assistance" && !groups.contains(row.group)
      {
        groups.append(row.group)
      }
      let rows = groups.map { group in
        [context.label(group)]
          + jurisdictions.map { j -> String in
            guard let row = find(insurance, place.place.id, j, "assistance", "identity", group) else { return "" }
            return Wording.marked(Wording.estimate(row.estimate), row.estimate.value, row.status)
          }
      }
      text.paragraph("People of \(place.place.english):")
      text.table(header: ["identity"] + jurisdictions.map(context.name), rows: rows, right: 1)
    }
  }
}
