import Input
import Population
import Rules
import Simulation

@testable import Reports

/// Runs small enough for tests.
enum SmallContext {
  /// A run of a few years.
  ///
  /// - Parameter lines: the further lines of the scenario; its places come first.
  static func make(_ lines: String, replicates: Int = 4) async throws -> ReportContext {
    let library = try RuleLibrary()
    let head =
      "format: medaid-scenario/1\nname: small\nyear: 2023\nseed: 11\npeople: 2500\nreplicates: \(replicates)\ncomparisonReplicates: 2\n"
    let scenario = try ScenarioReader(library: library, places: PlaceName.shipped()).read(
      head + lines + "\n", file: "small.yaml")
    let places = try scenario.places.map { id in try PlaceModel.shipped(id, vocabulary: library.vocabulary) }
    let illness = try IllnessModel.shipped(vocabulary: library.vocabulary)
    let runner = Runner(scenario, library: library, places: places, illness: illness, threads: 2)
    return ReportContext(result: try await runner.run(Progress()))
  }
}
