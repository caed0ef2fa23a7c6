import Cliffs
import Money
import Settlement

/// Breaks and schedules of a `CliffResult` as tables for programs; they have no language.
public struct CliffTables {
  private let result: CliffResult

  /// Writes what was found.
  public init(_ result: CliffResult) { self.result = result }

  private func head(_ line: CliffResult.Line) -> [String] {
    [line.curve.file.id, "\(line.curve.plan.year)", result.request.variation?.rawValue ?? "", line.curve.variant.id]
  }

  private static let head = ["jurisdiction", "year", "varied", "value"]

  /// One break, fall or crossing and measure a row. Amounts are yuan of the year, costs in-policy costs of the episode.
  public func breaks() throws -> CSVText {
    var csv = CSVText(
      header: Self.head + [
        "otherValue", "kind", "measure", "cost", "before", "costAfter", "after", "change", "recoveredAt", "cause",
        "clause",
        "anomalies",
      ])
    for line in result.lines {
      for broken in line.schedule.breaks {
        for measure in CurvePoint.Measure.allCases {
          try csv.add(
            head(line) + ["", broken.isJump ? "jump" : "kink", measure.rawValue]
              + moved(broken.before, broken.after, measure) + [""] + causes(broken))
        }
      }
      for fall in line.reversals {
        try csv.add(
          head(line) + ["", "reversal", fall.measure.rawValue] + moved(fall.from, fall.lowest, fall.measure)
            + [fall.recovered?.description ?? ""] + (fall.broken.map(causes) ?? ["", "", ""]))
      }
    }
    for crossing in result.crossings {
      let lines = result.groups[crossing.group]
      let (worse, better) = (lines[crossing.worse], lines[crossing.better])
      try csv.add(
        head(worse) + [better.curve.variant.id, crossing.isAgainstOrder ? "crossing" : "order", "outOfPocket"]
          + [
            crossing.from.description, crossing.largest.better.year.outOfPocket.description,
            crossing.largest.worse.cost.description, crossing.largest.worse.year.outOfPocket.description,
            crossing.difference.description, crossing.to.description, "", clause(worse, crossing.largest.worse), "",
          ])
    }
    return csv
  }

  private func moved(_ from: CurvePoint, _ to: CurvePoint, _ measure: CurvePoint.Measure) -> [String] {
    [from.cost, from.value(measure), to.cost, to.value(measure), to.value(measure) - from.value(measure)].map(
      \.description)
  }

  private func causes(_ broken: Break) -> [String] {
    func once(_ texts: [String]) -> String {
      texts.enumerated().filter { texts.firstIndex(of: $1) == $0 }.map(\.element).joined(separator: "; ")
    }
    return [
      once(broken.causes.map { "\($0.layer.rawValue) \($0.id)" }), once(broken.causes.map(\.source.short)),
      broken.anomalies.map(\.id).joined(separator: "; "),
    ]
  }

  private func clause(_ line: CliffResult.Line, _ point: CurvePoint) -> String {
    guard point.episode.benefit >= 0 else { return "" }
    return line.curve.plan.book.benefits[Int(point.episode.benefit)].source.short
  }

  /// One node of a schedule a row; between nodes every amount is a straight line, up to rounding.
  public func schedules() throws -> CSVText {
    var csv = CSVText(
      header: Self.head + [
        "inPolicy", "cost", "basic", "criticalIllness", "supplementary", "base", "assistance", "tilted", "outOfPocket",
        "benefit",
      ])
    for line in result.lines {
      for node in line.schedule.nodes {
        let amounts = [
          node.cost, line.curve.total(at: node.cost), node.year.basic, node.year.criticalIllness,
          node.year.supplementary, node.year.base, node.year.assistance, node.year.tilted, node.year.outOfPocket,
        ]
        let benefit = Int(node.episode.benefit)
        try csv.add(
          head(line) + amounts.map(\.description) + [benefit < 0 ? "none" : line.curve.plan.book.benefits[benefit].id])
      }
    }
    return csv
  }
}
