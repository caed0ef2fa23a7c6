import Analysis
import Population
import Simulation

/// What was found out of a package in one place.
public struct AttributionSection: Sendable {
  let place: PlaceModel
  let figures: [Attribution]
  /// Households of a group whose sums are one observation where errors are worked out, and how many groups there are.
  let groups: (households: UInt64, count: Int)
  /// Persons that those drawn stand for.
  let persons: Int64

  /// Reads the sums of a place.
  public init(
    _ runner: AttributionRunner, _ sums: RuleSetSums, _ figures: [PolicyFigure], _ scenario: Scenario
  ) {
    place = runner.sets.place
    groups = (runner.sets.householdsOfAGroup, sums.groups)
    persons = sums.standsFor.reduce(0, +)
    self.figures = figures.map { Attribution($0, sums, runner, scenario) }
  }
}
