import Analysis
import Population
import Simulation

/// What it costs or saves in one place to read its document otherwise.
public struct ReadingsSection: Sendable {
  let place: PlaceModel
  let effects: ReadingEffects
  let alternatives: [ReadingAlternative]
  let unsettled: [(alternative: ReadingAlternative, reason: String)]
  /// Households of a group whose sums are one observation where errors are worked out, and how many groups there are.
  let groups: (households: UInt64, count: Int)
  /// Persons that those drawn stand for.
  let persons: Int64

  /// Takes what was found in a place.
  public init(_ runner: ReadingsRunner, _ sums: RuleSetSums, _ effects: ReadingEffects) {
    (place, self.effects) = (runner.place, effects)
    (alternatives, unsettled) = (runner.alternatives, runner.unsettled)
    groups = (runner.householdsOfAGroup, sums.groups)
    persons = sums.standsFor.reduce(0, +)
  }
}
