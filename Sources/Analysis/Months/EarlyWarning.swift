import Rules
import Simulation

/// Every row of `early-warning.csv`: who passes the warning line (预警线) in which month, and whom assistance then reaches.
public struct EarlyWarning: Sendable {
  /// In the order of the file; documents without a warning line have none.
  public let rows: [WarningRow]

  /// Each jurisdiction on its own place, under the rules as they are and under each reform.
  public init(_ result: RunResult) {
    rows = result.places.flatMap { place in
      place.ownVariants.flatMap { Self.rows($0, place, result.scenario.year) }
    }
  }

  private static func rows(
    _ variant: RunResult.VariantResult, _ place: RunResult.PlaceResult, _ year: Int
  ) -> [WarningRow] {
    let status = FigureStatus.ofWarning(variant.variant.plan.book, year: year)
    guard let name = variant.variant.scenarioName, !status.lacksNumber else { return [] }
    let reader = TallyReader(variant.tally, scale: place.scale)
    return (0...MonthCells.months).flatMap { month in
      MonthCells.Reach.allCases.map { reach in
        WarningRow(
          scenario: name, place: place.place.id, jurisdiction: variant.variant.jurisdiction, year: year,
          month: month == MonthCells.months ? "all" : "\(month + 1)", reach: "\(reach)",
          estimate: reader.month(MonthCells.warned(reach, month)), status: status)
      }
    }
  }
}
