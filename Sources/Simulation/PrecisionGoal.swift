/// How sure a figure of the fund is to be, so that as many people and replicates are drawn as that takes.
public struct PrecisionGoal: Hashable, Sendable {
  /// Half the width of the figure's 95 % interval over the figure, such as 0.01.
  public var halfWidth: Double
  /// The statistic of the places' yearly totals, such as `mean` or `p95`.
  public var statistic: String

  /// Half-widths that can be asked for.
  public static let limits = 0.0001...0.5

  /// Statistics that can be asked for.
  public static let statistics = [
    "mean", "expected", "sd", "p05", "p25", "p50", "p75", "p90", "p95", "p99", "tvar95", "tvar99",
  ]

  /// Creates a goal.
  public init(halfWidth: Double, statistic: String) {
    self.halfWidth = halfWidth
    self.statistic = statistic
  }

  /// The options that ask for it.
  public var options: String { "--precision \(halfWidth) --precision-of \(statistic)" }
}
