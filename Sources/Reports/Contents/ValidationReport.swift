import Foundation
import Validation

/// Simulated against published figures, for people; `ValidationTable` is for programs.
public struct ValidationReport {
  private let rows: [ValidationRow]
  private let profile: String
  private let people: Int
  /// Sources in the order in which they are first named; figures refer to them by number.
  private let sources: [String]

  /// - Parameters:
  ///   - rows: as the validator gives them.
  ///   - profile: the name of the illness file.
  ///   - people: about how many were drawn.
  public init(_ rows: [ValidationRow], profile: String, people: Int) {
    self.rows = rows
    self.profile = profile
    self.people = people
    var sources: [String] = []
    for row in rows {
      if let source = row.figure.provenance.source, !sources.contains(source) { sources.append(source) }
    }
    self.sources = sources
  }

  /// The report.
  ///
  /// - Parameter figure: the figure's path from the report; nil where none is drawn.
  public func markdown(figure: String?) -> String {
    let parts = ValidationParts(rows)
    var text = MarkdownText()
    text.heading("Simulated against published figures: \(profile), \(Validator.year)", level: 1)
    text.heading("What it says")
    text.bullets(summary(parts))
    if let figure {
      text.figure(
        path: figure,
        caption: "Simulated over published; whiskers are 1.96 standard errors of both together, the grey band is 2 %")
    }
    text.heading("Calibrated figures")
    text.paragraph("Parameters of the illness model were set so that these are met. Sources by number stand below.")
    table(parts.calibrated, &text)
    text.heading("Figures that are only checked")
    text.paragraph("Nothing was set by these; they are shown as they are.")
    table(parts.checked, &text)
    underRules(parts.underRules, &text)
    otherYears(parts, &text)
    text.heading("How sure, and what is assumed")
    text.bullets([
      "About \(Wording.number(Double(people))) people of the country were drawn in \(Validator.batches) batches; ± is the "
        + "standard error of the simulation over batches, not the uncertainty of the model.",
      "All measures are of residents' insured (城乡居民医保), at national prices of \(Validator.year), settled as if every "
        + "document were in force and with the one common insurance schedule, a placeholder of low confidence.",
      "\"Agrees\" means within 2 %, or within 1.96 times the published figure's uncertainty. That is one standard error as "
        + "far as can be told (the ± of published figures): half a percent for series of the administration, and what "
        + "their spread or their definitions allow for surveys and papers.",
    ])
    text.heading("Sources")
    text.bullets(sources.enumerated().map { "[\($0 + 1)] \($1)" })
    return text.text
  }

  private func summary(_ parts: ValidationParts) -> [String] {
    func agreeing(_ rows: [ValidationRow]) -> String { "\(rows.count { $0.agrees }) of \(rows.count)" }
    var lines = ["\(agreeing(parts.calibrated)) calibrated figures agree with the published ones."]
    let missed = parts.calibrated.filter { !$0.agrees }
    if !missed.isEmpty {
      lines.append("Calibrated and missed: \(missed.map(\.figure.measure.english).joined(separator: "; ")).")
    }
    guard !parts.checked.isEmpty else { return lines }
    lines.append("\(agreeing(parts.checked)) figures that were only checked agree.")
    let far = parts.checked.filter { !$0.agrees }.sorted { abs(log($0.ratio)) > abs(log($1.ratio)) }.prefix(3)
    if !far.isEmpty {
      let list = far.map { "\($0.figure.measure.english) (\(Self.ratio($0)) of the published)" }
      lines.append("Farthest off among these: \(list.joined(separator: "; ")).")
    }
    let spending = parts.underRules.filter { $0.figure.measure == .assistancePerInsured && parts.isOwnYear($0) }
    if let least = spending.min(by: { $0.ratio < $1.ratio }), let most = spending.max(by: { $0.ratio < $1.ratio }) {
      lines.append(
        "Assistance an insured person comes to \(Self.ratio(least)) (\(least.rules?.book.name.english ?? "")) to "
          + "\(Self.ratio(most)) (\(most.rules?.book.name.english ?? "")) of the country's: no document is the country's."
      )
    }
    return lines
  }

  private func table(_ rows: [ValidationRow], _ text: inout MarkdownText) {
    text.table(
      header: ["figure", "unit", "year", "conf.", "published", "simulated", "ratio", "agrees", "source", "remark"],
      rows: rows.map { row in
        let (figure, provenance) = (row.figure, row.figure.provenance)
        return [
          Self.name(figure), figure.measure.unit, provenance.year ?? "", provenance.confidence?.rawValue ?? "",
          Self.published(figure), Self.simulated(row), Self.ratio(row), row.agrees ? "yes" : "no", number(figure),
          provenance.reason ?? "",
        ]
      })
  }

  private func underRules(_ rows: [ValidationRow], _ text: inout MarkdownText) {
    guard !rows.isEmpty else { return }
    text.heading("Figures that depend on a document")
    text.paragraph(
      "The same people of the country under each document's rules: no document is that of the country, so a ratio of 1 is "
        + "not to be expected. In brackets: simulated over published.")
    let rules = rows.compactMap(\.rules).reduce(into: [(id: String, name: String)]()) { found, file in
      if !found.contains(where: { $0.id == file.id }) { found.append((file.id, file.book.name.english)) }
    }
    let figures = rows.map(\.figure).reduce(into: [PublishedFigure]()) { if !$0.contains($1) { $0.append($1) } }
    text.table(
      header: ["figure", "unit", "year", "source", "published"] + rules.map(\.name),
      rows: figures.map { figure in
        [
          Self.name(figure), figure.measure.unit, figure.provenance.year ?? "", number(figure), Self.published(figure),
        ]
          + rules.map { rule in
            rows.first { $0.figure == figure && $0.rules?.id == rule.id }
              .map { "\(Self.simulated($0)) (\(Self.ratio($0)))" } ?? ""
          }
      }, right: 4)
  }

  private func otherYears(_ parts: ValidationParts, _ text: inout MarkdownText) {
    guard !parts.years.isEmpty else { return }
    text.heading("Other years of the same series")
    text.paragraph(
      "What is simulated is \(Validator.year); the years around it show how far one year's figures carry. In brackets: "
        + "simulated over published.")
    text.table(
      header: ["figure", "unit", "simulated"] + parts.years.map { "published \($0)" },
      rows: parts.series.map { row in
        [Self.name(row.figure), row.figure.measure.unit, Self.simulated(row)]
          + parts.years.map { year in
            parts.others.first { $0.figure.measure == row.figure.measure && $0.figure.provenance.year == year }
              .map { "\(Self.published($0.figure)) (\(Self.ratio($0))) \(number($0.figure))" } ?? ""
          }
      }, right: 2)
  }

  private func number(_ figure: PublishedFigure) -> String {
    figure.provenance.source.flatMap { sources.firstIndex(of: $0) }.map { "[\($0 + 1)]" } ?? ""
  }

  private static func name(_ figure: PublishedFigure) -> String {
    "\(figure.measure.english) \(figure.measure.chinese)"
  }

  private static func ratio(_ row: ValidationRow) -> String { String(format: "%.3f", row.ratio) }

  private static func simulated(_ row: ValidationRow) -> String {
    plain(row.simulated.value, row.simulated.standardError)
  }

  private static func published(_ figure: PublishedFigure) -> String { plain(figure.value, figure.uncertainty) }

  /// As many decimals as a reader can use of a figure of that size.
  private static func plain(_ value: Double, _ error: Double) -> String {
    let size = abs(value)
    let decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4
    return String(format: "%.*f ± %.*f", decimals, value, decimals, error)
  }
}
