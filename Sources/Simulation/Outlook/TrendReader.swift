import Foundation
import Input
import Population

/// Reads the keys `years` and `trend` of a scenario.
struct TrendReader {
  private let findings: Findings
  private let series: NationalSeries

  /// - Parameter series: the ground of the default trends.
  init(_ findings: Findings, _ series: NationalSeries) {
    self.findings = findings
    self.series = series
  }

  /// More years than this ahead nobody can speak of.
  static let most = 15

  /// The years after `year` up to the last one asked for; empty without the key.
  func years(_ fields: Fields, from year: Int) -> [Int] {
    guard let node = fields.optional("years") else { return [] }
    let ends = (node.text ?? "").split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count == 2, let first = ends[0], let last = ends[1] else {
      fields.fault(node, "a span such as 2023-2028 is expected here, not \(node.named)", key: "years")
      return []
    }
    guard first == year else {
      findings.add(
        node, "years", "the span begins in \(first), and the scenario's year is \(year)",
        hint: "begin it in \(year): what is known is known of that year")
      return []
    }
    guard last > first, last <= first + Self.most else {
      findings.add(
        node, "years", "the span ends in \(last)", hint: "end it in a year from \(first + 1) to \(first + Self.most)")
      return []
    }
    return Array(first + 1...last)
  }

  /// How those years differ: as the key says, and for what it does not name as the program assumes.
  func trend(_ parent: Fields, hasYears: Bool) -> Trend {
    var trend = Trend.standard(series)
    guard let node = parent.optional("trend") else { return trend }
    if !hasYears {
      findings.add(node, "trend", "a trend acts on years to come, and there are none", hint: "add years: 2023-2028")
    }
    let fields = Fields(node, "trend", findings)
    for (index, part) in Trend.Part.allCases.enumerated() {
      guard let node = fields.optional(part.rawValue) else { continue }
      if let growth = growth(node, fields, part.rawValue) { trend.growth[index] = growth }
    }
    trend.ages = fields.flag("ageing", default: true)
    fields.refuseUnknown()
    return trend
  }

  private func growth(_ node: Node, _ parent: Fields, _ key: String) -> Trend.Growth? {
    guard node.entries != nil else {
      return rate(node, parent, key).map { .init(rate: $0, deviation: 0, isStated: true) }
    }
    let fields = Fields(node, parent.path(key), findings)
    defer { fields.refuseUnknown() }
    guard let yearly = fields.required("growth"), let rate = rate(yearly, fields, "growth") else { return nil }
    let deviation = fields.number("deviation", in: 0...20, default: 0) ?? 0
    return .init(rate: rate, deviation: deviation / 100, isStated: true)
  }

  /// Percent a year, as a difference of logarithms.
  private func rate(_ node: Node, _ fields: Fields, _ key: String) -> Double? {
    fields.signed(node, key, in: -30...30).map { log(1 + $0 / 100) }
  }
}
