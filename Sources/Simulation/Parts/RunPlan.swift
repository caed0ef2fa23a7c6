import Population
import Rules

/// The jobs of a run, in their order: for each place all rule sets, then the sensitivities.
public struct RunPlan: Sendable {
  let scenario: Scenario
  let library: RuleLibrary
  let illness: IllnessModel
  let jobs: [RunJob]

  init(_ scenario: Scenario, library: RuleLibrary, illness: IllnessModel, places: [PlaceJob]) {
    self.scenario = scenario
    self.library = library
    self.illness = illness
    jobs = places.enumerated().flatMap { Self.jobs($0.offset, $0.element, scenario) }
  }

  private static func jobs(_ index: Int, _ place: PlaceJob, _ scenario: Scenario) -> [RunJob] {
    let main = RunJob(place: index, kind: .main, base: place)
    guard scenario.sensitivityReplicates > 0, place.variants.first?.variant.role == .baseline else { return [main] }
    let replicates = min(scenario.sensitivityReplicates, scenario.replicates)
    var plain = place
    plain.control = nil
    // The rules as they are come first, then their reforms, which refer to them.
    plain.variants = place.variants.filter { $0.variant.isBaselineOrReform }.map { ($0.variant, replicates) }
    let moves = WeakAssumption.allCases.filter { $0.applies(to: plain) }.map(RunJob.Kind.moved)
    return [main] + ([.before] + moves).map { RunJob(place: index, kind: $0, base: plain) }
  }
}
