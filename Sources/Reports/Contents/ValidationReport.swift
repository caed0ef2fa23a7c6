import Analysis
import Foundation
import Population
import Validation

/// The table of simulated against published figures.
public struct ValidationReport {
  private let rows: [ValidationRow]
  private let profile: String
  private let people: Int

  /// - Parameters:
  ///   - profile: the name of the illness file.
  ///   - people: how many were asked for.
  public init(_ rows: [ValidationRow], profile: String, people: Int) {
    self.rows = rows
    self.profile = profile
    self.people = people
  }

  /// For people.
  public var markdown: String {
    var text = MarkdownText()
    text.heading("Simulated against published figures: \(profile), 2023", level: 1)
    text.heading("What it says")
    text.bullets(summary)
    text.heading("Calibrated figures")
    text.paragraph("Parameters of the illness model were set so that these are met.")
    table(.calibrated, &text)
    text.heading("Figures that are only checked")
    text.paragraph("Nothing was set by these; they are shown as they are.")
    table(.checked, &text)
    text.heading("How sure, and what is assumed")
    text.bullets([
      "About \(people) people of the country were drawn in \(Validator.batches) batches; ± is the standard error of the "
        + "simulation over batches, not the uncertainty of the model.",
      "All measures are of residents' insured (城乡居民医保), at national prices of 2023, settled as if every document "
        + "were in force and with the one common insurance schedule, a placeholder. Figures that depend on rules are "
        + "shown under each document.",
      "\"Agrees\" means within 2 %, or within 1.96 times the published figure's stated uncertainty.",
    ])
    return text.text
  }

  private var summary: [String] {
    func count(_ use: PublishedFigure.Use) -> String {
      let of = rows.filter { $0.figure.use == use }
      return "\(of.count { $0.agrees }) of \(of.count)"
    }
    var lines = ["\(count(.calibrated)) calibrated figures agree, and \(count(.checked)) that were only checked."]
    let missed = rows.filter { $0.figure.use == .calibrated && !$0.agrees }
    if !missed.isEmpty {
      lines.append("Calibrated and missed: \(missed.map { $0.figure.measure.english }.joined(separator: "; ")).")
    }
    let ownYear = rows.filter { row in
      row.figure.use == .checked && row.figure.provenance.year == String(Validator.year) && !row.agrees
    }
    let far = ownYear.sorted { abs(log($0.ratio)) > abs(log($1.ratio)) }.prefix(3)
    if !far.isEmpty {
      let list = far.map { "\(name($0)) (\(ratio($0)) of the published)" }
      lines.append("Farthest from 2023's published figures: \(list.joined(separator: "; ")).")
    }
    return lines
  }

  private func table(_ use: PublishedFigure.Use, _ text: inout MarkdownText) {
    text.table(
      header: ["figure", "unit", "year", "confidence", "published", "simulated", "ratio", "agrees", "source"],
      rows: rows.filter { $0.figure.use == use }.map { row in
        let provenance = row.figure.provenance
        return [
          name(row), row.figure.measure.unit, provenance.year ?? "", provenance.confidence?.rawValue ?? "",
          number(row.figure.value),
          "\(number(row.simulated.value)) ± \(number(row.simulated.standardError, like: row))",
          ratio(row), row.agrees ? "yes" : "no",
          [provenance.source, provenance.reason].compactMap(\.self).joined(separator: ": "),
        ]
      }, right: 4)
  }

  private func name(_ row: ValidationRow) -> String {
    let measure = row.figure.measure
    return "\(measure.english) \(measure.chinese)" + (row.rules.map { ", rules of \($0.book.name.english)" } ?? "")
  }

  private func ratio(_ row: ValidationRow) -> String { String(format: "%.3f", row.ratio) }

  /// As many decimals as a reader can use of a figure of that size.
  private func number(_ value: Double, like row: ValidationRow? = nil) -> String {
    let size = abs(row?.simulated.value ?? value)
    let decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4
    return String(format: "%.*f", decimals, value)
  }

  /// For programs.
  ///
  /// - Throws: `CSVText.RaggedRow` never in practice.
  public func csv() throws -> CSVText {
    var table = CSVText(header: [
      "measure", "jurisdiction", "use", "year", "published", "uncertainty", "simulated", "standardError", "ratio",
      "agrees", "unit", "confidence", "source", "reason",
    ])
    for row in rows {
      let figure = row.figure
      func plain(_ value: Double) -> String { String(format: "%.6f", value) }
      try table.add([
        figure.measure.rawValue, row.rules?.id ?? "", figure.use.rawValue, figure.provenance.year ?? "",
        plain(figure.value), plain(figure.uncertainty), plain(row.simulated.value), plain(row.simulated.standardError),
        plain(row.ratio), row.agrees ? "yes" : "no", figure.measure.unit,
        figure.provenance.confidence?.rawValue ?? "", figure.provenance.source ?? "", figure.provenance.reason ?? "",
      ])
    }
    return table
  }
}
