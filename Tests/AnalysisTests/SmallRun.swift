import Input
import Population
import Rules
import Simulation

/// Runs of one place that are small enough to be repeated with many seeds.
struct SmallRun {
  private let library: RuleLibrary
  private let place: PlaceModel
  private let illness: IllnessModel

  /// - Parameters:
  ///   - population: residents of the place; its own by default.
  ///   - recognises: whether anybody is recognised as illness-impoverished, which takes most of the time.
  ///   - jurisdiction: whose rules are the place's own.
  init(population: Int? = nil, recognises: Bool = true, jurisdiction: String = "guizhou") throws {
    library = try RuleLibrary()
    var place = try PlaceModel.shipped("guizhou", vocabulary: library.vocabulary)
    place.population = population ?? place.population
    place.areas = population == nil ? place.areas : []
    place.jurisdiction = jurisdiction
    if !recognises { (place.recognition.applies, place.recognition.appliesWarned) = (0, 0) }
    self.place = place
    illness = try IllnessModel.shipped(vocabulary: library.vocabulary)
  }

  /// Guizhou's rules on people of Guizhou.
  ///
  /// - Parameter extra: further lines of the scenario.
  func run(
    seed: Int, people: Int, replicates: Int = 1, sensitivityReplicates: Int = 0, jurisdictions: String = "guizhou",
    extra: String = ""
  ) async throws -> RunResult {
    try await runner(
      seed: seed, people: people, replicates: replicates, sensitivityReplicates: sensitivityReplicates,
      jurisdictions: jurisdictions, extra: extra
    ).run(Progress())
  }

  /// The same people one by one.
  func people(seed: Int, people: Int, replicates: Int = 1, extra: String = "") async throws -> [PersonYearRecord] {
    let runner = try runner(
      seed: seed, people: people, replicates: replicates, sensitivityReplicates: 0, jurisdictions: "guizhou",
      extra: extra)
    let all = Records()
    try await runner.microdata(try await runner.run(Progress()), replicates: replicates, Progress()) {
      records, _, _ in
      records
    } receive: {
      all.list += $0
    }
    return all.list
  }

  /// Taken one piece at a time, as `microdata` promises.
  private final class Records: @unchecked Sendable {
    var list: [PersonYearRecord] = []
  }

  private func runner(
    seed: Int, people: Int, replicates: Int, sensitivityReplicates: Int, jurisdictions: String, extra: String
  ) throws -> Runner {
    let text = """
      format: medaid-scenario/1
      name: small
      year: 2023
      seed: \(seed)
      people: \(people)
      replicates: \(replicates)
      sensitivityReplicates: \(sensitivityReplicates)
      places: [guizhou]
      jurisdictions: [\(jurisdictions)]
      \(extra)
      """
    let scenario = try ScenarioReader(library: library, places: PlaceName.shipped()).read(text, file: "small.yaml")
    return Runner(scenario, library: library, places: [place], illness: illness, threads: 1)
  }
}
