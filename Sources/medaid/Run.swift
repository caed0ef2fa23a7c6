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
      Without a scenario it runs scenarios/five-jurisdictions.yaml of the current folder, and where there is none the one in \
      the program. docs/scenario-file.md explains every key.
      """)

  @Argument(help: "The scenario file.") var scenario: String?
  @Option(name: .shortAndLong, help: "The folder for the reports.") var output = "reports"
  @Option(help: "Workers; the reports do not depend on it.") var threads = ProcessInfo.processInfo.activeProcessorCount
  @Option(help: "Instead of the scenario's seed, a whole number from 0.") var seed: UInt64?
  @Option(help: "Instead of the scenario's number of replicates.") var replicates: Int?
  @Option(help: "Instead of the scenario's number of people a place.") var people: Int?
  @Flag(help: "Begin CSV files with a byte-order mark, for Excel.") var bom = false
  @Flag(help: "Also write microdata.csv: each person's year under every jurisdiction and reform.")
  var microdata = false
  @Option(
    name: .customLong("microdata-replicates"),
    help: "Microdata of the first so many replicates (default: 1); more than 20 million rows are refused.")
  var microdataReplicates: Int?
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
    if let microdataReplicates {
      if microdataReplicates < 1 { throw ValidationError("--microdata-replicates must be at least 1") }
      if !microdata { throw ValidationError("--microdata-replicates does nothing without --microdata") }
    }
    if threads < 1 || threads > 1024 { throw ValidationError("--threads must be from 1 to 1024") }
  }

  func run() async throws {
    try await guardedAsync {
      let library = try rules.library()
      let (text, file) = try scenarioText()
      let scenario = try changed(
        ScenarioReader(library: library, places: PlaceName.shipped()).read(text, file: file))
      try scenario.refuseWithoutForce(library)
      try scenario.refuseBadPatches(library)
      // The input is sound: what could still spoil a long run is that there is nowhere to write to.
      var folder = ReportFolder(output)
      try folder.check()
      try ReportWriter.refuseForeignScenario(text, in: folder.path)
      let runner = Runner(
        scenario, library: library, places: scenario.placeModels, illness: scenario.illness, threads: threads)
      if microdata { try runner.refuseMicrodata(replicates: recordedReplicates) }
      let progress = Simulation.Progress()
      let bar = ProgressBar(progress, isQuiet: quiet)
      defer { bar.finish() }
      let result = try await runner.run(progress)
      if microdata { try await addMicrodata(of: result, runner, progress, to: &folder) }
      bar.finish()
      let manifest = Manifest(
        version: Version.number, scenario: scenario, scenarioText: text, library: library,
        microdataReplicates: recordedReplicates, byteOrderMark: bom, wallSeconds: result.wallSeconds)
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

  /// The scenario that lies in the program, at the path it has in the sources.
  private static let standard = "scenarios/five-jurisdictions.yaml"

  /// The scenario's text and the path that messages name.
  private func scenarioText() throws(Refusal) -> (text: String, file: String) {
    if let scenario { return (try InputFile.text(scenario), scenario) }
    if !FileManager.default.fileExists(atPath: Self.standard), let text = Embedded.text(Self.standard) {
      return (text, Self.standard)
    }
    return (try InputFile.text(Self.standard), Self.standard)
  }

  /// Replicates with microdata; 0 for none.
  private var recordedReplicates: Int { microdata ? microdataReplicates ?? 1 : 0 }

  private func addMicrodata(
    of result: RunResult, _ runner: Runner, _ progress: Simulation.Progress, to folder: inout ReportFolder
  ) async throws {
    let file = try folder.stream(MicrodataTable.file)
    try file.write(MicrodataTable.header(byteOrderMark: bom))
    let table = MicrodataTable(vocabulary: result.library.vocabulary, year: result.scenario.year)
    try await runner.microdata(
      result, replicates: recordedReplicates, progress, make: { table.rows($0, $1, $2) },
      receive: { try file.write($0) })
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
