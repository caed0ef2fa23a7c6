import Population
import Simulation

/// At which values of a rule a figure meets its target.
///
/// A class, because tasks hand it over.
public final class Solution: Sendable {
  /// Whose people and rules.
  public let place: PlaceModel
  /// What the figure is to be, or by how much it is to differ from `baseline`; yuan or a share.
  public let target: Double
  /// The figure under the rules as they are.
  public let baseline: Estimate
  /// Values from end to end, in hundredths, with the figure, or its paired change, at each.
  public let scan: [(value: Int64, level: Estimate)]
  /// Whether the figure does not both rise and fall along the scan, by more than two paired errors.
  public let isMonotone: Bool
  /// All that the scan shows; empty where the figure does not meet its target.
  public let crossings: [Crossing]
  /// Values at which the year was settled.
  public let evaluations: Int
  /// Households of a group whose sums are one observation where errors are worked out, and how many groups there are.
  public let groups: (households: UInt64, count: Int)
  /// Persons that those drawn stand for.
  public let persons: Int64

  init(
    _ place: PlaceModel, target: Double, baseline: Estimate, scan: [(value: Int64, level: Estimate)],
    isMonotone: Bool, crossings: [Crossing], evaluations: Int, groups: (households: UInt64, count: Int), persons: Int64
  ) {
    (self.place, self.target, self.baseline, self.scan) = (place, target, baseline, scan)
    (self.isMonotone, self.crossings, self.evaluations) = (isMonotone, crossings, evaluations)
    (self.groups, self.persons) = (groups, persons)
  }

  /// The value of the scan whose figure is nearest to the target.
  public var nearest: (value: Int64, level: Estimate)? {
    scan.min { abs($0.level.value - target) < abs($1.level.value - target) }
  }
}
