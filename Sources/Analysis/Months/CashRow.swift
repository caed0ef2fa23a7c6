import Simulation

/// One row of `cash.csv`.
public struct CashRow: Sendable {
  /// `baseline`, or the name of a reform.
  public var scenario: String
  /// Identifier of the place whose people these are.
  public var place: String
  /// Identifier of the document that settled them: the place's own.
  public var jurisdiction: String
  /// The year of the care; `earlier` for what was owed at the beginning, `all` for every year.
  public var serviceYear: String
  /// The year of the payment; `later` after the one that follows the care, `all` for all.
  public var paymentYear: String
  /// From 1 to 12, or `all`.
  public var month: String
  /// `assistance`, `premiumSubsidy` or `total`.
  public var fundPart: String
  /// `paid` where the figure takes what was paid to date into account; else empty.
  public var given: String
  /// `mean` with the parameters as assumed; `expected`, a quantile or `probabilityOverBudget` with everything uncertain;
  /// `paid` and `shareBelow` of what was paid to date.
  public var statistic: String
  /// In `unit`, for the real population.
  public var estimate: Estimate
  /// `yuan` or `share`.
  public var unit: String
  /// On what ground the figure stands.
  public var status: FigureStatus

  /// The column `status`: the ground, or that too few were drawn for a value.
  public var statusWord: String { estimate.isKnown ? status.id : "tooFew" }
}
