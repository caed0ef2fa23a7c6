/// One row of `early-warning.csv`.
public struct WarningRow: Sendable {
  /// `baseline`, or the name of a reform.
  public var scenario: String
  /// Identifier of the place whose people these are.
  public var place: String
  /// Identifier of the document that settled them: the place's own.
  public var jurisdiction: String
  /// The benefit year that was simulated.
  public var year: Int
  /// The month in which people pass the warning line, from 1 to 12, or `all`.
  public var month: String
  /// `all`; `before`: assistance had paid something by that day; `after`: nothing by then, and something later in the year
  /// or by a look-back; `never`: nothing in the year.
  public var reach: String
  /// Persons of the real population a year.
  public var estimate: Estimate
  /// On what ground the figure stands; a document without a warning line says nothing of it.
  public var status: FigureStatus
}
