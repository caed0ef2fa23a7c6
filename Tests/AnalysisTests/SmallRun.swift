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
  init(population: Int? = nil, recognises: Bool = true) throws {
    library = try RuleLibrary()
    var place = try PlaceModel.shipped("guizhou", vocabulary: library.vocabulary)
    place.population = population ?? place.population
    place.areas = population == nil ? place.areas : []
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
  ) async throws
    -> RunResult
  {
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
    return try await Runner(scenario, library: library, places: [place], illness: illness, threads: 1).run(Progress())
  }
}
