import Foundation
import Input
import Validation

extension ValidationReport {
  /// Simulated beside published figures of one use.
  func table(_ rows: [ValidationRow], _ text: inout MarkdownText) {
    // Remarks are in English in the file of figures; Chinese readers are sent to the table for programs.
    let hasRemarks = language == .english
    text.table(
      header: [
        figure, unit, year, say(en: "conf.", zh: "可信度"), published, simulated, say(en: "ratio", zh: "比值"),
        say(en: "agrees", zh: "是否吻合"), source,
      ] + (hasRemarks ? [say(en: "remark", zh: "备注")] : []),
      rows: rows.map { row in
        let (figure, provenance) = (row.figure, row.figure.provenance)
        return [
          name(figure), unit(figure), year(figure), provenance.confidence?.rawValue ?? "",
          Self.published(figure), Self.simulated(row), Self.ratio(row),
          (row.agrees ? say(en: "yes", zh: "是") : say(en: "no", zh: "否")).text, number(figure),
        ] + (hasRemarks ? [provenance.reason ?? ""] : [])
      })
  }

  private var figure: Phrase { say(en: "figure", zh: "指标") }
  private var unit: Phrase { say(en: "unit", zh: "单位") }
  private var year: Phrase { say(en: "year", zh: "年份") }
  private var published: Phrase { say(en: "published", zh: "公布值") }
  private var simulated: Phrase { say(en: "simulated", zh: "模拟值") }
  private var source: Phrase { say(en: "source", zh: "来源") }

  /// Figures that a document's rules move, under each document.
  func underRules(_ rows: [ValidationRow], _ text: inout MarkdownText) {
    guard !rows.isEmpty else { return }
    text.heading(say(en: "Figures that depend on a document", zh: "取决于救助文件的指标"))
    text.paragraph(
      say(
        en: """
          The same people of the country under each document's rules: no document is that of the country, so a ratio of 1 is \
          not to be expected. In brackets: simulated over published.
          """,
        zh: "同一批全国人口分别执行各文件：各文件均为地方文件，比值不必为1。括号内为模拟值与公布值之比。"))
    let rules = rows.compactMap(\.rules).reduce(into: [(id: String, name: Phrase)]()) { found, file in
      if !found.contains(where: { $0.id == file.id }) { found.append((file.id, file.book.name.name(in: language))) }
    }
    let figures = rows.map(\.figure).reduce(into: [PublishedFigure]()) { if !$0.contains($1) { $0.append($1) } }
    text.table(
      header: [figure, unit, year, source, published] + rules.map(\.name),
      rows: figures.map { figure in
        [
          name(figure), unit(figure), year(figure), number(figure), Self.published(figure),
        ]
          + rules.map { rule in
            rows.first { $0.figure == figure && $0.rules?.id == rule.id }
              .map { bracketed(Self.simulated($0), Self.ratio($0)) } ?? ""
          }
      }, right: 4)
  }

  /// The years around the simulated one.
  func otherYears(_ parts: ValidationParts, _ text: inout MarkdownText) {
    guard !parts.years.isEmpty else { return }
    text.heading(say(en: "Other years of the same series", zh: "同一系列的其他年份"))
    text.paragraph(
      say(
        en: """
          What is simulated is \(Validator.year); the years around it show how far one year's figures carry. In brackets: \
          simulated over published.
          """,
        zh: "模拟年份为\(Validator.year)年；前后年份用以说明一年的数据能说明多少问题。括号内为模拟值与公布值之比。"))
    text.table(
      header: [figure, unit, simulated]
        + parts.years.map { say(en: "published \($0)", zh: "\($0)年公布值") },
      rows: parts.series.map { row in
        [name(row.figure), unit(row.figure), Self.simulated(row)]
          + parts.years.map { year in
            parts.others.first { $0.figure.measure == row.figure.measure && $0.figure.provenance.year == year }
              .map { "\(bracketed(Self.published($0.figure), Self.ratio($0))) \(number($0.figure))" } ?? ""
          }
      }, right: 2)
  }

  private func bracketed(_ value: String, _ ratio: String) -> String {
    say(en: "\(value) (\(ratio))", zh: "\(value)（\(ratio)）").text
  }

  private func number(_ figure: PublishedFigure) -> String {
    figure.provenance.source.flatMap { sources.firstIndex(of: $0) }.map { "[\($0 + 1)]" } ?? ""
  }

  private func name(_ figure: PublishedFigure) -> String { figure.measure.term(in: language).text }

  /// The year, beside which the file of figures may have a remark in English.
  private func year(_ figure: PublishedFigure) -> String {
    let year = figure.provenance.year ?? ""
    return say(en: year, zh: year.replacing(" (published)", with: "（发表）").replacing("not stated", with: "未注明")).text
  }

  private func unit(_ figure: PublishedFigure) -> String { figure.measure.unit.name(in: language).text }

  /// Simulated over published.
  static func ratio(_ row: ValidationRow) -> String { String(format: "%.3f", row.ratio) }

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
