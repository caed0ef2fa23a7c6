import Input
import Population
import Rules
import Simulation

/// A run whose folder still says what it was made from, with that data at hand and proved to be the same.
public struct FinishedRun {
  /// The folder.
  public let path: String
  /// The version of the program that made the run.
  public let version: String
  /// The scenario with whatever the command line had replaced.
  public let scenario: Scenario
  /// The scenario as written.
  public let scenarioText: String
  /// The rule files.
  public let library: RuleLibrary
  /// The places, in the scenario's order.
  public let places: [PlaceModel]
  /// The illness model.
  public let illness: IllnessModel
  /// Of how many replicates there are microdata; 0 for none.
  public let microdataReplicates: Int
  /// Whether its tables begin with a byte-order mark.
  public let byteOrderMark: Bool
  /// The language of its reports.
  public let language: Language
  /// The SHA-256 of each report as the run wrote it, by the report's name; none in runs of earlier versions.
  public let checksums: [String: String]
  /// Fingerprints by kind, as the manifest has them.
  public let fingerprints: [(kind: String, id: String, fingerprint: String)]

  /// Reads the folder of a run.
  ///
  /// - Parameter library: the rule files that are thought to be those of the run.
  /// - Throws: `Refusal` where the folder holds no run, or where rules, places, models or the scenario are no longer
  ///   those that the run was made from; it names each of them.
  public init(_ path: String, library: RuleLibrary) throws(Refusal) {
    let path = ReportFolder(path).path
    let record = try RunRecord(path)
    let file = path + "/" + RunFiles.scenario
    scenarioText = try InputFile.text(file)
    guard Fingerprint(scenarioText).description == record.scenarioFingerprint else {
      throw Refusal(
        Diagnostic(
          at: Place(file: file, line: 1), "this is no longer the scenario of the run",
          hint: "run it again, or put back the text with the fingerprint \(record.scenarioFingerprint)"))
    }
    let stacks = record.stacks.map { $0.map { "\(path)/\(ReformFile.copies)/\($0)" } }
    var scenario = try ScenarioReader(library: library, places: PlaceName.shipped()).read(
      scenarioText, file: file, stacks: stacks)
    scenario.seed = record.seed
    scenario.replicates = record.replicates
    scenario.people = record.people
    scenario.allowsOutOfForce = record.allowsOutOfForce
    scenario.precision = record.precision
    try record.refuseChanges(ManifestSources(scenario, library: library))
    places = scenario.placeModels
    illness = scenario.illness
    self.path = path
    self.library = library
    self.scenario = scenario
    version = record.version
    microdataReplicates = record.microdataReplicates
    byteOrderMark = record.byteOrderMark
    language = record.language
    checksums = record.reports
    fingerprints = [("scenario", scenario.name, record.scenarioFingerprint)] + record.fingerprints
  }
}
