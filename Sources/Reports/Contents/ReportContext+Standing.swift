import Rules
import Simulation

extension ReportContext {
  /// The legal standing of every document in the year, what of it has no force then although it stands, and what the
  /// run changes in all of them.
  func standing(_ text: inout MarkdownText) {
    text.heading("The legal standing of each document")
    text.bullets(
      result.scenario.jurisdictions.compactMap { id in
        guard let file = result.library.file(id) else { return nil }
        let book = file.book
        let number = book.document.number.isEmpty ? "no number" : book.document.number
        let line =
          """
          \(book.name.english) \(book.name.chinese) (\(number)): in \(year) \
          \(book.document.standing(in: year).rawValue); \
          \(result.scenario.isDated ? "legal dates are obeyed" : "settled as if in force all year").
          """
        return (line, outsideItsTime(file))
      })
    let settings = settings()
    guard !settings.isEmpty else { return }
    text.paragraph("The scenario changes these rules for the whole run, reforms and what they are compared with alike:")
    text.bullets(settings)
  }

  /// Clauses of a document that do not cover the whole year, and values from outside that have none of the year.
  private func outsideItsTime(_ file: RuleFile) -> [String] {
    let document = file.book.document
    guard document.status != .draft else { return carried(file) }
    let rows = RuleView(file, year: year).rows
    func article(_ path: String) -> String { rows.first { $0.path == path }.map { " (\($0.ground))" } ?? "" }
    func effect(_ dated: String, _ otherwise: String) -> String { result.scenario.isDated ? dated : otherwise }
    var lines: [String] = []
    if document.standing(in: year) == .partOfYear {
      let from = document.benefitsFrom.flatMap { $0 > Day.first(of: year) ? "from \($0)" : nil }
      let to = document.benefitsTo.flatMap { $0 < Day.last(of: year) ? "to \($0)" : nil }
      lines.append(
        """
        Care is assisted \([from, to].compactMap(\.self).joined(separator: " ")) only\(article("document.benefits.from")); \
        \(effect("care of other days is paid nothing.", "this run assists that of the whole year."))
        """)
    }
    let first = document.premiumFirstYear, last = document.premiumLastYear
    if year < first ?? .min || year > last ?? .max {
      let years = [first.map { "from \($0)" }, last.map { "to \($0)" }].compactMap(\.self).joined(separator: " ")
      lines.append(
        """
        Its premium subsidy is for the years \(years)\(article("document.premium.lastYear")) and \
        \(year < first ?? .min ? "has not begun" : "has lapsed"); \
        \(effect("none is paid in this run.", "this run pays it all the same, as if it held in \(year)."))
        """)
    }
    if let from = document.premiumPaidFrom, from > Day.first(of: year) {
      lines.append(
        """
        It subsidises premiums paid from \(from) on\(article("document.premium.paidFrom")); \
        \(effect("earlier payments, and those without a day, get nothing.", "this run subsidises those of any day."))
        """)
    }
    return lines + carried(file)
  }

  /// Dated values that end before the year or begin after it, after what the run sets.
  private func carried(_ file: RuleFile) -> [String] {
    let set = result.scenario.patches[file.id] ?? []
    let patched = try? file.patched(readings: result.scenario.readings, stages: [set])
    return RuleView(patched ?? file, year: year).rows.compactMap { row in
      guard let other = row.carriedFrom else { return nil }
      return
        """
        \(row.what): no value \(other < year ? "after" : "before") \(other), so that of \(other) is used \
        (`\(file.id).\(row.path)`; \(row.ground)).
        """
    }
  }
}
