/// One row of `fund-exposure.csv`.
public struct FundRow: Sendable {
  public var scenario: String
  public var place: String
  public var jurisdiction: String
  public var year: Int
  public var fundPart: String
  public var component: String
  public var people: String
  public var measure: String
  public var statistic: String
  public var estimate: Estimate
  public var unit: String
  public var status: FigureStatus
}

/// One row of `burden.csv`.
public struct BurdenRow: Sendable {
  public var scenario: String
  public var place: String
  public var jurisdiction: String
  public var year: Int
  public var dimension: String
  public var group: String
  public var measure: String
  public var statistic: String
  public var estimate: Estimate
  public var unit: String
  public var status: FigureStatus
}

/// One row of `policy-impact.csv`.
public struct ImpactRow: Sendable {
  public var reform: String
  public var place: String
  public var jurisdiction: String
  public var year: Int
  public var dimension: String
  public var group: String
  public var measure: String
  public var baseline: Double
  public var reformed: Double
  public var difference: Estimate
  public var unit: String
  public var status: FigureStatus
}

/// One row of `comparison.csv`.
public struct ComparisonRow: Sendable {
  public var insurance: String
  public var place: String
  public var jurisdiction: String
  /// Empty for a level; the place's own jurisdiction for a difference.
  public var reference: String
  public var year: Int
  public var dimension: String
  public var group: String
  public var measure: String
  public var estimate: Estimate
  public var unit: String
  public var status: FigureStatus
}
