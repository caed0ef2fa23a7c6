import Input
import Population
import Rules

/// Settles the people of a place under every set of a package's provisions.
public struct AttributionRunner: Sendable {
  /// The provisions that change the place's rules; bit i of a set's number is whether it holds provision i.
  public let provisions: [Provision]
  /// Settles the sets.
  public let sets: RuleSetRunner

  /// - Parameters:
  ///   - figures: those that will be asked for.
  ///   - slice: sets that are settled at a time, which results do not depend on; nil for what suits the memory.
  /// - Throws: `Refusal` where the provisions cannot be told apart, or people cannot be made so.
  public init(
    _ scenario: Scenario, _ reform: Scenario.Reform, place: PlaceModel, library: RuleLibrary,
    figures: [PolicyFigure], threads: Int, slice: Int? = nil
  ) throws(Refusal) {
    for figure in figures { try figure.refuseUntold(scenario, place) }
    let provisions = try ProvisionSets(scenario, reform, place, library)
    self.provisions = provisions.provisions
    sets = try RuleSetRunner(
      scenario, provisions.variants(), place: place, library: library, figures: figures, threads: threads, slice: slice)
  }

  /// The sums of all sets.
  public func simulate(_ progress: Progress) async throws -> RuleSetSums { try await sets.simulate(progress) }
}
