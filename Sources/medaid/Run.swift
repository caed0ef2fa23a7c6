import ArgumentParser
import Foundation
import Input
import Population
import Rules
import Simulation

/// Simulates a scenario and writes its reports.
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Simulate a scenario and write its reports.",
    discussion: """
      Without a scenario it runs scenarios/five-jurisdictions.yaml. docs/scenario-file.md explains every key.
      """)

  @Argument(help: "The scenario file.") var scenario = "scenarios/five-jurisdictions.yaml"
  @Option(name: .shortAndLong, help: "The folder for the reports.") var output = "reports"
  @Option(help: "Workers; the reports do not depend on it.") var threads = ProcessInfo.processInfo.activeProcessorCount
  @Option(help: "Instead of the scenario's seed.") var seed: UInt64?
  @Option(help: "Instead of the scenario's number of replicates.") var replicates: Int?
  @Option(help: "Instead of the scenario's number of people a place.") var people: Int?
  @Flag(help: "No progress bar and no closing line.") var quiet = false
  @OptionGroup var rules: RuleOptions

  func run() async throws {
    try await guardedAsync {
      let library = try rules.library()
      var scenario = try ScenarioReader(library: library, places: PlaceModel.shippedIDs)
        .read(try InputFile.text(self.scenario), file: self.scenario)
      if let seed { scenario.seed = seed }
      if let replicates { scenario.replicates = replicates }
      if let people { scenario.people = people }
      var places: [PlaceModel] = []
      for id in scenario.places { places.append(try PlaceModel.shipped(id, vocabulary: library.vocabulary)) }
      let illness = try IllnessModel.shipped(vocabulary: library.vocabulary)
      let runner = Runner(scenario, library: library, places: places, illness: illness, threads: threads)
      let progress = Progress()
      let result = try await runner.run(progress)
      Output.message("done in \(result.wallSeconds) s")
    }
  }
}
