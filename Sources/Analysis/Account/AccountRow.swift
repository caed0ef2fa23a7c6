/// One row of `fund-account.csv`.
public struct AccountRow: Sendable {
  /// `baseline`, or the name of a reform.
  public var scenario: String
  /// Identifier of the place whose fund it is.
  public var place: String
  /// Identifier of the document that settled its people.
  public var jurisdiction: String
  /// The benefit year.
  public var year: Int
  /// What of the account: an `AccountItem`, or what the scenario and the document fix: `transfers`, `local`,
  /// `localFloor`, `donations`, `raised` and `surplusLimit`.
  public var item: String
  /// `amount` for what is fixed; `mean` or a quantile over paths; `probabilityDry`, `probabilityDrySoFar`,
  /// `probabilityOverLimitOfYear` or `probabilityOverLimitCumulative`.
  public var statistic: String
  /// In `unit`, with its error; `tooFew` for what so few paths cannot tell.
  public var estimate: Estimate
  /// `yuan`, or `share` for a probability.
  public var unit: String
  /// On what ground the figure stands; nil for what the scenario states or what follows from it alone.
  public var status: FigureStatus?

  /// The column `status`.
  public var statusWord: String { estimate.isKnown ? status?.id ?? "scenario" : "tooFew" }
}
