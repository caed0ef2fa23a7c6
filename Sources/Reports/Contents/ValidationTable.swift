import Foundation
import Input
import Validation

/// Simulated against published figures, for programs: one row a figure, and one a document where rules move it.
public struct ValidationTable {
  private let rows: [ValidationRow]

  /// Of a validation.
  public init(_ rows: [ValidationRow]) { self.rows = rows }

  /// The table, in the order of the figures.
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
        plain(row.ratio), row.agrees ? "yes" : "no", figure.measure.unit.rawValue,
        figure.provenance.confidence?.rawValue ?? "", figure.provenance.source ?? "", figure.provenance.reason ?? "",
      ])
    }
    return table
  }

  /// The script of the figure: simulated over published, calibrated figures and those that are only checked apart.
  ///
  /// - Parameter language: of its labels.
  public func plot(in language: Language = .english) -> String {
    let parts = ValidationParts(rows)
    func points(_ rows: [ValidationRow]) -> [Plot.Point] {
      rows.map { row in
        let errors = [row.simulated.standardError, row.figure.uncertainty]
        return Plot.Point(
          name: row.figure.measure.name(in: language).text, value: row.ratio,
          error: (errors[0] * errors[0] + errors[1] * errors[1]).squareRoot() / row.figure.value)
      }
    }
    return Plot.points(
      title: language.say(
        en: "Simulated over published figures, \(Validator.year)", zh: "模拟值与公布值之比（\(Validator.year)年）"),
      series: [
        (language.say(en: "calibrated to", zh: "校准指标").text, points(parts.calibrated)),
        (language.say(en: "only checked", zh: "仅作检验的指标").text, points(parts.checked)),
      ],
      reference: 1, band: 0.02)
  }
}
