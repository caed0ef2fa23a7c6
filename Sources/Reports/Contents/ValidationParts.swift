import Validation

/// The rows of a validation, by the table that they stand in.
struct ValidationParts {
  /// Met by setting parameters.
  var calibrated: [ValidationRow] = []
  /// Checked figures of the simulated year, or the only one of their measure.
  var checked: [ValidationRow] = []
  /// Those that a document's rules move.
  var underRules: [ValidationRow] = []
  /// Figures of series that also have the simulated year, of which they are not.
  var others: [ValidationRow] = []
  /// The rows of the simulated year that the others belong to.
  var series: [ValidationRow] = []
  /// The years of the others.
  var years: [String] = []

  init(_ rows: [ValidationRow]) {
    let own = rows.filter { $0.rules == nil && Self.isOwnYear($0) }
    for row in rows {
      if row.rules != nil {
        underRules.append(row)
      } else if row.figure.use == .calibrated {
        calibrated.append(row)
      } else if !Self.isOwnYear(row), own.contains(where: { $0.figure.measure == row.figure.measure }) {
        others.append(row)
      } else {
        checked.append(row)
      }
    }
    series = own.filter { row in others.contains { $0.figure.measure == row.figure.measure } }
    years = Set(others.compactMap(\.figure.provenance.year)).sorted()
  }

  /// Whether the figure is of the year that is simulated.
  func isOwnYear(_ row: ValidationRow) -> Bool { Self.isOwnYear(row) }

  private static func isOwnYear(_ row: ValidationRow) -> Bool {
    row.figure.provenance.year == String(Validator.year)
  }
}
