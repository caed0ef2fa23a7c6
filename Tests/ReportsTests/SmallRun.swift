import Foundation
import Input
import Population
import Rules
import Simulation

@testable import Reports

/// A small run written to a folder as the command does it.
struct SmallRun {
  static let text = """
    format: medaid-scenario/1
    name: small
    title: "A {{run}} of |few|"
    year: 2023
    seed: 7
    people: 400
    replicates: 9
    comparisonReplicates: 1
    sensitivityReplicates: 1
    places: [guizhou, banan]
    readings: {GZ-11: B, KZ-10: B}
    set: {dianjiang.parameters.premium: 400}
    reforms:
      - {name: more, title: More for class II, set: {guizhou.benefits.pool.rate.II: 90}}
    """

  /// Runs the scenario as the command line might have changed it, and writes its folder.
  ///
  /// - Parameter rules: a folder of rule files; nil for those in the program.
  static func write(
    to path: String, rules: String? = nil, language: Language = .english, text: String = Self.text, seed: UInt64 = 8,
    people: Int = 300
  ) async throws {
    let library = try RuleLibrary(folder: rules)
    var scenario = try ScenarioReader(library: library, places: PlaceName.shipped()).read(text, file: "small.yaml")
    scenario.seed = seed
    scenario.people = people
    scenario.replicates = 2
    try await write(scenario, text, library, threads: 2, language, to: path)
  }

  /// Repeats a finished run from its folder alone.
  static func repeated(_ run: FinishedRun, to path: String) async throws {
    try await write(run.scenario, run.scenarioText, run.library, threads: 1, run.language, to: path)
  }

  private static func write(
    _ scenario: Scenario, _ text: String, _ library: RuleLibrary, threads: Int, _ language: Language,
    to path: String
  ) async throws {
    let runner = Runner(
      scenario, library: library,
      places: try scenario.places.map { try PlaceModel.shipped($0, vocabulary: library.vocabulary) },
      illness: try IllnessModel.shipped(vocabulary: library.vocabulary), threads: threads)
    let result = try await runner.run(Progress())
    var folder = ReportFolder(path)
    let file = try folder.stream(RunFiles.microdata)
    let table = MicrodataTable(vocabulary: library.vocabulary, year: scenario.year)
    try file.write(MicrodataTable.header(byteOrderMark: false))
    try await runner.microdata(
      result, replicates: 1, Progress(), make: { table.rows($0, $1, $2) }, receive: { try file.write($0) })
    let manifest = Manifest(
      version: "0.0.1", scenario: scenario, scenarioText: text, library: library, microdataReplicates: 1,
      language: language, wallSeconds: result.wallSeconds)
    _ = try ReportWriter(result, manifest: manifest, byteOrderMark: false, language: language).add(to: &folder)
    try folder.commit()
  }
}

/// Gives a fresh folder that is removed afterwards, whatever happens.
func inFreshFolder(_ body: (String) async throws -> Void) async throws {
  let root = NSTemporaryDirectory() + "runs-\(UUID().uuidString)"
  try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: root) }
  try await body(root)
}
