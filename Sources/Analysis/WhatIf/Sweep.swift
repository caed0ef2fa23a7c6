import Population
import Simulation

/// The figures of a place at every point of a grid, beside its rules as they are.
public struct Sweep: Sendable {
  /// What one point is like.
  public struct Point: Sendable {
    /// The varied values in hundredths, in the order of the axes.
    public var values: [Int64]
    /// Each figure.
    public var levels: [Estimate]
    /// Each figure less that of the rules as they are, paired.
    public var changes: [Estimate]
    /// Whether another point costs less and leaves fewer people in catastrophic spending.
    public var standing: Frontier.Standing
  }

  /// Whose people and rules.
  public let place: PlaceModel
  /// Always the fund's mean year and people in catastrophic spending first, which the frontier is made of.
  public let figures: [PolicyFigure]
  /// Each figure under the rules as they are.
  public let baseline: [Estimate]
  /// In the order of the grid.
  public let points: [Point]
  /// Households of a group whose sums are one observation where errors are worked out, and how many groups there are.
  public let groups: (households: UInt64, count: Int)
  /// Persons that those drawn stand for.
  public let persons: Int64

  /// The figures of a sweep: those of the frontier and others that were asked for, once each.
  public static func figures(_ asked: [PolicyFigure]) -> [PolicyFigure] {
    let own: [PolicyFigure] = [.mean, .catastrophic25]
    return own + asked.filter { !own.contains($0) }
  }

  /// Reads what was simulated.
  ///
  /// - Parameter figures: as `figures(_:)` gives them; the runner was prepared for them.
  public init(
    _ grid: SweepGrid, _ sums: RuleSetSums, _ runner: RuleSetRunner, _ figures: [PolicyFigure], _ scenario: Scenario
  ) {
    let estimates = figures.map { RuleSetFigure.estimator($0, sums, runner, scenario) }
    let cost = RuleSetFigure.estimator(.mean, sums, runner, scenario)
    let people = RuleSetFigure.estimator(.catastrophic25, sums, runner, scenario)
    let standings = Frontier.standings(grid.points.count) { one, other in
      cost(.difference(other + 1, from: one + 1))
    } people: { one, other in
      people(.difference(other + 1, from: one + 1))
    }
    place = runner.place
    groups = (runner.householdsOfAGroup, sums.groups)
    persons = sums.standsFor.reduce(0, +)
    self.figures = figures
    baseline = estimates.map { $0(.level(0)) }
    points = grid.points.indices.map { index in
      Point(
        values: grid.points[index], levels: estimates.map { $0(.level(index + 1)) },
        changes: estimates.map { $0(.difference(index + 1, from: 0)) }, standing: standings[index])
    }
  }
}
