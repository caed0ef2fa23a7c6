import ArgumentParser
import Foundation
import Input
import Population
import Reports
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
  @Flag(help: "Begin CSV files with a byte-order mark, for Excel.") var bom = false
  @Flag(help: "Run although a document has no force in the year.") var allowOutOfForce = false
  @Flag(help: "No progress bar and no closing line.") var quiet = false
  @OptionGroup var rules: RuleOptions

  func validate() throws {
    if let replicates, !Scenario.replicateLimits.contains(replicates) {
      throw ValidationError("--replicates must be from 1 to \(Scenario.replicateLimits.upperBound)")
    }
    if let people, !Scenario.peopleLimits.contains(people) {
      throw ValidationError("--people must be from 1 to \(Scenario.peopleLimits.upperBound)")
    }
    if output.isEmpty { throw ValidationError("--output names no folder") }
    if threads < 1 || threads > 1024 { throw ValidationError("--threads must be from 1 to 1024") }
  }

  func run() async throws {
    try await guardedAsync {
      let library = try rules.library()
      let text = try InputFile.text(self.scenario)
      let scenario = try changed(
        ScenarioReader(library: library, places: PlaceModel.shippedIDs).read(text, file: self.scenario))
      try scenario.refuseWithoutForce(library)
      var folder = ReportFolder(output)
      try folder.check()
      let illness = try IllnessModel.shipped(vocabulary: library.vocabulary)
      let runner = Runner(scenario, library: library, places: scenario.placeModels, illness: illness, threads: threads)
      let progress = Simulation.Progress()
      let bar = ProgressBar(progress, isQuiet: quiet)
      defer { bar.finish() }
      let result = try await runner.run(progress)
      bar.finish()
      let manifest = Manifest(
        version: Version.number, scenario: scenario, scenarioText: text, library: library,
        wallSeconds: result.wallSeconds)
      let remarks = try ReportWriter(result, manifest: manifest, byteOrderMark: bom).add(to: &folder)
      try folder.commit()
      for remark in remarks { Output.message("note: \(remark)") }
      guard !quiet else { return }
      let seconds = Int(result.wallSeconds.rounded())
      Output.message(
        """
        wrote \(folder.paths.count) files to \(folder.path)/ in \(seconds) s: begin with \
        \(folder.path)/fund-exposure.md
        """
      )
    }
  }

  private func changed(_ scenario: Scenario) -> Scenario {
    var scenario = scenario
    if let seed { scenario.seed = seed }
    if let replicates { scenario.replicates = replicates }
    if let people { scenario.people = people }
    if allowOutOfForce { scenario.allowsOutOfForce = true }
    return scenario
  }
}
