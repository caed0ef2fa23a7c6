import Input
import Population
import Rules

@testable import Simulation

/// A small run with a reform, a comparison and sensitivities, to be cut into pieces.
enum SmallShards {
  /// - Parameter extra: a further line of the scenario.
  static func runner(threads: Int = 1, extra: String = "") throws -> Runner {
    let library = try RuleLibrary()
    let text = """
      format: medaid-scenario/1
      name: small
      year: 2023
      seed: 7
      people: 1100
      replicates: 2
      comparisonReplicates: 1
      sensitivityReplicates: 1
      places: [guizhou]
      jurisdictions: [guizhou, banan]
      reforms: [{name: more, set: {guizhou.benefits.pool.rate.II: 90}}]
      \(extra)
      """
    let scenario = try ScenarioReader(library: library, places: try PlaceName.shipped()).read(text, file: "small.yaml")
    return Runner(
      scenario, library: library, places: scenario.placeModels, illness: scenario.illness, threads: threads)
  }

  static func plan(_ extra: String = "") throws -> RunPlan { try runner(extra: extra).plan() }

  /// The sums of a state as they are written.
  static func bytes(_ state: RunState) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var encoder = SumEncoder { bytes += $0 }
    try state.write(to: &encoder)
    try encoder.finish()
    return bytes
  }

  /// A state read from what was written of others.
  static func read(_ parts: [(outline: [JobOutline], bytes: [UInt8])], _ plan: RunPlan) throws -> RunState {
    var state = RunState()
    for part in parts {
      var rest = part.bytes[...]
      var decoder = SumDecoder {
        defer { rest = rest.dropFirst(1_000) }
        return Array(rest.prefix(1_000))
      }
      try plan.add(part.outline, from: &decoder, to: &state)
    }
    return state
  }
}
