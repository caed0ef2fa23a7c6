import Analysis
import Input
import Simulation

/// How often each pairwise order of documents survives other readings, proxies and insurance.
struct StandingReport: Speaker {
  let context: ReportContext
  let standing: Standing

  var language: Language { context.language }

  static let header = [
    "place", "jurisdiction", "otherJurisdiction", "year", "choiceOf", "choice", "measure", "value", "standardError",
    "unit", "verdict",
  ]

  func csv() throws -> CSVText {
    var csv = CSVText(header: Self.header)
    for row in standing.pairs.joined() {
      try csv.add([
        row.place, row.jurisdiction, row.other, "\(context.year)", row.of, row.alternative, "assistance.difference",
        Wording.cell(row.difference.value, "yuan"), Wording.cell(row.difference.standardError, "yuan"), "yuan",
        row.verdict.rawValue,
      ])
    }
    return csv
  }

  /// Adds the section; nothing where the scenario does not ask for it.
  func sections(_ text: inout MarkdownText) {
    guard !standing.pairs.isEmpty else { return }
    text.heading(say(en: "How firm the order is", zh: "排序的稳健性"))
    text.paragraph(summary)
    for place in context.result.places {
      let pairs = standing.pairs.filter { $0.first?.place == place.place.id }
      guard !pairs.isEmpty else { continue }
      let name = context.placeName(place.place.id)
      text.heading(say(en: "People of \(name)", zh: "\(name)的人口"), level: 3)
      text.table(
        header: [
          say(en: "documents", zh: "文件"), say(en: "difference, yuan a resident", zh: "差额，元/人"),
          say(en: "first pays more", zh: "前者较多"), say(en: "within the error", zh: "误差之内"),
          say(en: "second pays more", zh: "后者较多"), say(en: "order turned by", zh: "使顺序颠倒的选择"),
        ], rows: pairs.map(row), right: 1)
    }
    text.paragraph(
      say(
        en: """
          Assistance with tilt under common insurance, the first document less the second. Each other reading of either document, \
          each of them without numbers borrowed from others, insurance moved for both, and each with its own insurance are tried \
          one at a time; `standing.csv` has each. Errors of the two documents are joined as if they were independent, which is \
          cautious. Documents that leave a payment without a number are never ranked; their differences stand without a count.
          """,
        zh: """
          按统一医保待遇计算的救助金额（含倾斜救助），前一文件减后一文件。逐一变动：任一文件条款的其他理解、不采用参照标准、\
          两地医保待遇同时变动、各自医保；各项结果见`standing.csv`。两份文件的误差按相互独立合并，偏于保守。有待遇未定标准的文件不参与排序，\
          只列差额。
          """))
  }

  private var summary: Phrase {
    let ranked = standing.pairs.filter { $0.first?.verdict != .notRanked }
    let clear = ranked.filter { $0.first?.verdict != .undecided }
    let firm = clear.count(where: Standing.isFirm)
    return say(
      en: """
        Of \(standing.pairs.count) pairs of documents and places, \(ranked.count) can be ranked, \(clear.count) of them beyond the \
        error; the order of \(firm) survives every other choice.
        """,
      zh: """
        共\(standing.pairs.count)组（两份文件与一地人口），其中\(ranked.count)组可以排序，\(clear.count)组的差额超出误差；\
        \(firm)组的顺序在其他任何选择下都不变。
        """)
  }

  private func row(_ pair: [Standing.Row]) -> [String] {
    guard let base = pair.first else { return [] }
    let others = pair.dropFirst()
    let documents = "\(context.name(base.jurisdiction)) − \(context.name(base.other))"
    let difference = wording.estimate(base.difference, decimals: 2)
    guard base.verdict != .notRanked else {
      return [documents, difference + " †", say(en: "not ranked", zh: "不排序").text, "", "", ""]
    }
    func count(_ verdict: Standing.Verdict) -> String {
      "\(others.count { $0.verdict == verdict })/\(others.count)"
    }
    return [
      documents, difference, count(.first), count(.undecided), count(.second),
      Standing.turned(pair).map(\.alternative).joined(separator: ", "),
    ]
  }
}
