import ArgumentParser
import Foundation
import Input
import Population
import Reports
import Rules
import Simulation

/// A scenario, and what the command line replaces of it.
struct ScenarioOptions: ParsableArguments {
  @Argument(help: "The scenario file.") var scenario: String?
  @Option(help: "Workers; the results do not depend on it.") var threads = ProcessInfo.processInfo.activeProcessorCount
  @Option(help: "Instead of the scenario's seed, a whole number from 0.") var seed: UInt64?
  @Option(help: "Instead of the scenario's number of replicates.") var replicates: Int?
  @Option(help: "Instead of the scenario's number of people a place.") var people: Int?
  @Flag(help: "Run although a document has no force in the year.") var allowOutOfForce = false
  @Option(
    name: .customLong("reform"),
    help: ArgumentHelp(
      "Add a reform from a file, or of several files whose provisions act together; may be given again for another.",
      valueName: "file+file"))
  var reforms: [String] = []
  @OptionGroup var rules: RuleOptions

  func validate() throws {
    if let replicates, !Scenario.replicateLimits.contains(replicates) {
      throw ValidationError("--replicates must be from 1 to \(Scenario.replicateLimits.upperBound)")
    }
    if let people, !Scenario.peopleLimits.contains(people) {
      throw ValidationError("--people must be from 1 to \(Scenario.peopleLimits.upperBound)")
    }
    if threads < 1 || threads > 1024 { throw ValidationError("--threads must be from 1 to 1024") }
  }

  /// Reads the scenario and refuses what cannot be run.
  func read() throws(Refusal) -> ReadScenario {
    let library = try rules.library()
    let (text, file) = try scenarioText()
    let scenario = changed(
      try ScenarioReader(library: library, places: PlaceName.shipped()).read(text, file: file, stacks: stacks))
    return try ReadScenario(scenario, text: text, library: library)
  }

  /// Paths of the reform files of each `--reform`.
  var stacks: [[String]] {
    reforms.map { $0.split(separator: "+", omittingEmptySubsequences: false).map(String.init) }
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

  private func changed(_ scenario: Scenario) -> Scenario {
    var scenario = scenario
    if let seed { scenario.seed = seed }
    if let replicates { scenario.replicates = replicates }
    if let people { scenario.people = people }
    if allowOutOfForce { scenario.allowsOutOfForce = true }
    return scenario
  }
}

/// A scenario that can be run.
struct ReadScenario {
  let scenario: Scenario
  let text: String
  let library: RuleLibrary
  let identity: RunIdentity

  /// - Throws: `Refusal` where a document has no force in the year, or a patch breaks the rules.
  init(_ scenario: Scenario, text: String, library: RuleLibrary) throws(Refusal) {
    try scenario.refuseWithoutForce(library)
    try scenario.refuseBadPatches(library)
    self.scenario = scenario
    self.text = text
    self.library = library
    identity = RunIdentity(version: Version.number, scenario: scenario, text: text, library: library)
  }

  /// The same with some of the scenario changed.
  func changed(_ change: (inout Scenario) -> Void) throws(Refusal) -> ReadScenario {
    var scenario = scenario
    change(&scenario)
    return try ReadScenario(scenario, text: text, library: library)
  }

  /// What simulates it.
  func runner(threads: Int) -> Runner {
    Runner(
      scenario, library: library, places: scenario.placeModels, illness: scenario.illness, threads: threads)
  }
}
