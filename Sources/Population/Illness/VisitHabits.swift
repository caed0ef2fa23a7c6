/// How a year's visits of one kind become episodes.
public struct VisitHabits: Hashable, Sendable {
  /// How many there are and what they cost.
  public var use: Use
  /// How far the frailty behind a person's admissions acts on visits: 0 not at all, 1 in full.
  public var frailty: Double
  /// Shape of the gamma cost of one visit.
  public var shape: Double
  /// Shares of visits at hospitals of level 1, 2 and 3.
  public var levels: [Double]
  /// A year's visits are settled as at most so many episodes, spread evenly over the year.
  public var settledAtMost: Int
}
