/// One row of `response.csv`.
public struct ResponseRow: Sendable {
  /// What a value is.
  public enum Statistic: String, CaseIterable, Sendable {
    /// The change that the reform brings on people who use hospitals as before.
    case without
    /// The change on people who answer to its prices.
    case with
    /// What their answer alone brings: the second less the first.
    case response
    /// No change, but a number of the answer itself.
    case level
  }

  /// Name of the reform.
  public var reform: String
  /// Identifier of the place whose people these are.
  public var place: String
  /// Identifier of the document that settled them: the place's own.
  public var jurisdiction: String
  /// The benefit year that was simulated.
  public var year: Int
  /// What people are grouped by; `class`, decided at each payment, for measures of the fund.
  public var dimension: String
  /// The group within the dimension.
  public var group: String
  /// `fund.total`, `payer.` and who pays, `admissions`, a measure of hardship, or for levels `price.before`, `price.after`,
  /// `admissions.factor` and `odds.1` to `odds.3`.
  public var measure: String
  /// What the value is.
  public var statistic: Statistic
  /// The value in `unit`, with the error of the paired difference on the same people.
  public var estimate: Estimate
  /// Unit of the value: `yuan`, `share`, `persons`, `stays` or `times`.
  public var unit: String
  /// On what ground the figure stands.
  public var status: FigureStatus
}
