/// One row of `fund-exposure.csv`.
public struct FundRow: Sendable {
  /// `baseline`, or the name of a reform.
  public var scenario: String
  /// Identifier of the place whose people these are, `guizhou`, or of one of its areas, `guizhou/zunyi`.
  public var place: String
  /// Identifier of the document that settled them: the place's own.
  public var jurisdiction: String
  /// The benefit year that was simulated.
  public var year: Int
  /// `assistance`, `premiumSubsidy`, or `total` for both.
  public var fundPart: String
  /// A benefit's identifier, `tilted`, `premiumSubsidy`, or `all` of the fund part.
  public var component: String
  /// The column `class`: the document's class, or the identity where it has none, at each payment; or `all`.
  public var people: String
  /// `amount`, `persons`, `personTimes`, `perPersonTime`, `perPerson` or `perHead` (of the whole population); of areas
  /// `amount`, `share` (of the place's spending) and `perHead`.
  public var measure: String
  /// `mean`, `sd`, `tvar99`, a quantile such as `p95`, or `probabilityOverBudget`, over simulated years.
  public var statistic: String
  /// The value for the real population, in `unit`, with its Monte-Carlo error; `tooFew` for what so few years cannot tell.
  public var estimate: Estimate
  /// Unit of the value: `yuan`, `persons`, `personTimes`, or `share` for a probability.
  public var unit: String
  /// On what ground the figure stands.
  public var status: FigureStatus

  /// The column `status`: the ground, or that too few were drawn for a value.
  public var statusWord: String { estimate.isKnown ? status.id : "tooFew" }
}

/// One row of `burden.csv`.
public struct BurdenRow: Sendable {
  /// `baseline`, or the name of a reform.
  public var scenario: String
  /// Identifier of the place whose people these are.
  public var place: String
  /// Identifier of the document that settled them: the place's own.
  public var jurisdiction: String
  /// The benefit year that was simulated.
  public var year: Int
  /// What people are grouped by: `all`, `identity`, `class`, `incomeFifth`, `residence` or `age`.
  public var dimension: String
  /// The group within the dimension, such as an identity, `1` to `5`, or `80+`. Identities overlap.
  public var group: String
  /// What is measured of the group's people; quantiles of cost name their stage after a dot.
  public var measure: String
  /// `mean` over persons, `total` of the real population, or a quantile over persons such as `p95`.
  public var statistic: String
  /// The value in `unit` with its Monte-Carlo error; `tooFew` for a quantile that so few persons cannot tell.
  public var estimate: Estimate
  /// Unit of the value: `yuan`, `share`, `persons` or `perPerson`.
  public var unit: String
  /// On what ground the figure stands.
  public var status: FigureStatus

  /// The column `status`: the ground, or that too few were drawn for a value.
  public var statusWord: String { estimate.isKnown ? status.id : "tooFew" }
}

/// One row of `policy-impact.csv`.
public struct ImpactRow: Sendable {
  /// Name of the reform that is compared with the rules as they are.
  public var reform: String
  /// Identifier of the place whose people these are.
  public var place: String
  /// Identifier of the document that settled them: the place's own.
  public var jurisdiction: String
  /// The benefit year that was simulated.
  public var year: Int
  /// What people are grouped by; `all` or `class`, decided at each payment, for measures of the fund.
  public var dimension: String
  /// The group within the dimension; a class as the document names it for measures of the fund.
  public var group: String
  /// `fund.` and a component for yearly amounts, else a measure of burden, `winners` or `losers`.
  public var measure: String
  /// The value under the rules as they are, in `unit`; 0 for winners and losers.
  public var baseline: Estimate
  /// The value under the reform, in `unit`.
  public var reformed: Estimate
  /// Reformed less baseline, with the error of the paired difference on the same people.
  public var difference: Estimate
  /// Unit of the values: `yuan`, `share` or `persons`.
  public var unit: String
  /// On what ground the figure stands.
  public var status: FigureStatus
}

/// One row of `comparison.csv`.
public struct ComparisonRow: Sendable {
  /// `common` for one insurance schedule, premium and price level everywhere, `own` for each one's own.
  public var insurance: String
  /// Identifier of the place whose people these are.
  public var place: String
  /// Identifier of the document that settled them, whoever's people they are.
  public var jurisdiction: String
  /// Empty for a level; the place's own jurisdiction for a difference.
  public var reference: String
  /// The benefit year that was simulated.
  public var year: Int
  /// What people are grouped by: `all`, `identity`, `class`, `incomeFifth`, `residence` or `age`.
  public var dimension: String
  /// The group within the dimension, such as an identity, `1` to `5`, or `80+`. Identities overlap.
  public var group: String
  /// What is measured of the group; a difference from the reference ends in `.difference`.
  public var measure: String
  /// The value in `unit` with its Monte-Carlo error; paired on the same people for a difference.
  public var estimate: Estimate
  /// Unit of the value: `yuan` or `share`.
  public var unit: String
  /// On what ground the figure stands.
  public var status: FigureStatus
}
