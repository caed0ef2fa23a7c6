import Input
import Population
import Rules
import Simulation

/// What a run is made from: two runs of one identity give the same sums.
///
/// It holds the scenario and the files that it names as they were written, so that a part of a run can be read where
/// those files are not.
public struct RunIdentity: Sendable {
  /// The version of the program.
  public var version: String
  /// The scenario file as it was named to the program, and its text.
  public var scenario: (file: String, text: String)
  /// Place and reform files and the illness file of the scenario's owner, by their paths.
  public var files: [String: String]
  /// Whatever else the run reads, as fingerprints; `kind.id` names each.
  public var sources: [(name: String, fingerprint: String)]
  /// What the command line can replace.
  public var settings: RunSettings
  /// The names of a tally's sums, which tell one build of the program from another.
  public var sums: [String]

  /// Takes down a scenario.
  ///
  /// - Parameters:
  ///   - version: of the program.
  ///   - scenario: with whatever the command line replaced.
  ///   - text: the scenario file as written.
  public init(version: String, scenario: Scenario, text: String, library: RuleLibrary) {
    self.version = version
    self.scenario = (scenario.file, text)
    var files: [String: String] = [:]
    for place in scenario.placeModels where !place.isShipped { files[place.file] = place.text }
    if !scenario.illness.isShipped { files[scenario.illness.file] = scenario.illness.text }
    for reform in scenario.reformFiles { files[reform.file] = reform.text }
    self.files = files
    sources = ManifestSources(scenario, library: library).kinds.flatMap { kind, sources in
      sources.map { ("\(kind).\($0.id)", $0.fingerprint.description) }
    }
    settings = RunSettings(scenario)
    sums = RunState.sums
  }

  init(
    version: String, scenario: (file: String, text: String), files: [String: String],
    sources: [(name: String, fingerprint: String)], settings: RunSettings, sums: [String]
  ) {
    self.version = version
    self.scenario = scenario
    self.files = files
    self.sources = sources
    self.settings = settings
    self.sums = sums
  }

  /// The scenario with its settings, read from the texts that are kept here.
  ///
  /// - Throws: `Refusal` where the rules at hand do not fit it.
  public func readScenario(_ library: RuleLibrary) throws(Refusal) -> Scenario {
    var read = try ScenarioReader(library: library, places: PlaceName.shipped(), files: files).read(
      scenario.text, file: scenario.file, stacks: settings.stacks)
    settings.apply(to: &read)
    return read
  }
}
