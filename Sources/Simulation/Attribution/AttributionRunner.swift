import Input
import Population
import Rules

/// Settles the people of a place under every set of a package's provisions, on the same people and the same luck.
public struct AttributionRunner: Sendable {
  /// Whose people, and whose own rules.
  public let place: PlaceModel
  /// The provisions that change them; bit i of a set's number is whether it holds provision i.
  public let provisions: [Provision]
  /// What was drawn for each replicate; empty where no figure asks for years with everything uncertain.
  public var draws: [ParameterDraw] { runner.draws }
  /// Indices into `Uncertainty.parameters` of what is uncertain and acts on these people or rules.
  public let uncertain: [Int]
  /// Households of a group, about; errors rest on the spread between groups.
  public var householdsOfAGroup: UInt64 { runner.householdsOfAGroup }

  private let runner: SetRunner

  /// - Parameters:
  ///   - figures: those that will be asked for.
  ///   - slice: sets that are settled at a time, which results do not depend on; nil for what suits the memory.
  /// - Throws: `Refusal` where the provisions cannot be told apart, or people cannot be made so.
  public init(
    _ scenario: Scenario, _ reform: Scenario.Reform, place: PlaceModel, library: RuleLibrary,
    figures: [AttributionFigure], threads: Int, slice: Int? = nil
  ) throws(Refusal) {
    try Self.refuseUntold(figures, scenario)
    let sets = try ProvisionSets(scenario, reform, place, library)
    let isDrawn = figures.contains { $0.quantile != nil } && !scenario.uncertainty.isNone
    let runner = try SetRunner(
      scenario, try sets.variants(), draws: isDrawn ? scenario.draws : [], place: place, library: library,
      threads: threads, slice: slice)
    uncertain = scenario.uncertainty.parameters.indices.filter { index in
      let parameter = scenario.uncertainty.parameters[index]
      return parameter.law != .fixed && parameter.assumption.applies(to: runner.job)
    }
    provisions = sets.provisions
    self.place = place
    self.runner = runner
  }

  /// Refuses figures of the distribution of years that the scenario cannot tell.
  private static func refuseUntold(_ figures: [AttributionFigure], _ scenario: Scenario) throws(Refusal) {
    func refusal(_ figure: AttributionFigure, _ reason: String, _ hint: String) -> Refusal {
      Refusal(
        Diagnostic(
          at: Place(file: "command line", line: 0), key: "--figure", "\(figure.rawValue) \(reason)", hint: hint))
    }
    for figure in figures where figure.quantile != nil {
      if scenario.uncertainty.isNone {
        throw refusal(
          figure, "is not told of luck alone, and \(scenario.file) holds nothing uncertain",
          "leave uncertainty: none out of it, or ask for another figure")
      }
      guard scenario.replicates < figure.leastReplicates else { continue }
      throw refusal(
        figure, "takes \(figure.leastReplicates) replicates, and these are \(scenario.replicates)",
        "--replicates \(figure.leastReplicates)")
    }
  }

  /// The sums of all sets.
  public func simulate(_ progress: Progress) async throws -> AttributionSums {
    try await runner.simulate(runner.variants.indices, progress)
  }
}
