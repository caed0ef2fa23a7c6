import Input
import Population
import Rules

/// The jobs of a run, in their order: for each place all rule sets, then the sensitivities.
public struct RunPlan: Sendable {
  let scenario: Scenario
  let library: RuleLibrary
  let illness: IllnessModel
  let jobs: [RunJob]

  /// - Parameter country: the ages of the country's people.
  init(
    _ scenario: Scenario, library: RuleLibrary, illness: IllnessModel, places: [PlaceJob], country: AgePyramid
  ) {
    self.scenario = scenario
    self.library = library
    self.illness = illness
    jobs = places.enumerated().flatMap { Self.jobs($0.offset, $0.element, scenario, country) }
  }

  /// Refuses parameters that were drawn so that no people can be made of them, before the run and not in its midst.
  func checkDraws() throws(Refusal) {
    for job in jobs {
      switch job.kind {
      case .drawn(let draw, let replicate): try job.base.check(draw, of: job.uncertainty, replicate: replicate)
      case .projected(let draw, let replicate, let ahead):
        var base = job.base
        base.growPeople(draw.growth, years: ahead)
        try base.check(draw, of: job.uncertainty, ahead: ahead, replicate: replicate)
      case .main, .before, .moved, .readings: continue
      }
    }
  }

  private static func jobs(
    _ index: Int, _ place: PlaceJob, _ scenario: Scenario, _ country: AgePyramid
  ) -> [RunJob] {
    let main = RunJob(place: index, kind: .main, base: place)
    guard place.variants.first?.variant.role == .baseline else { return [main] }
    return [main] + sensitivities(index, place, scenario) + readings(index, place) + draws(index, place, scenario)
      + outlook(index, place, scenario, country)
  }

  private static func readings(_ index: Int, _ place: PlaceJob) -> [RunJob] {
    guard !place.readings.isEmpty else { return [] }
    var plain = place
    plain.control = nil
    plain.detail = .everybody
    plain.variants = place.readings
    return [RunJob(place: index, kind: .readings, base: plain)]
  }

  private static func sensitivities(_ index: Int, _ place: PlaceJob, _ scenario: Scenario) -> [RunJob] {
    guard scenario.sensitivityReplicates > 0 else { return [] }
    let plain = place.ownRules(replicates: min(scenario.sensitivityReplicates, scenario.replicates))
    let moves = WeakAssumption.allCases.filter { $0.applies(to: plain) }.map(RunJob.Kind.moved)
    return ([.before] + moves).map { RunJob(place: index, kind: $0, base: plain) }
  }

  /// Each replicate of the place's own rules once more, with everything uncertain as it was drawn for it.
  private static func draws(_ index: Int, _ place: PlaceJob, _ scenario: Scenario) -> [RunJob] {
    guard !scenario.uncertainty.isNone else { return [] }
    let plain = place.ownRules(replicates: 1, .totals)
    return scenario.draws.enumerated().map { replicate, draw in
      RunJob(
        place: index, kind: .drawn(draw, replicate: replicate), base: plain, uncertainty: scenario.uncertainty)
    }
  }
}

extension RunPlan {
  /// The years to come, each replicate with what was drawn for it.
  private static func outlook(
    _ index: Int, _ place: PlaceJob, _ scenario: Scenario, _ country: AgePyramid
  ) -> [RunJob] {
    let plain = place.ownRules(replicates: 1, .totals)
    let draws = scenario.yearsAhead.isEmpty ? [] : scenario.draws
    return scenario.yearsAhead.indices.flatMap { step in
      let base = plain.ahead(step + 1, ages: scenario.trend.ages, country: country)
      return draws.enumerated().map { replicate, draw in
        RunJob(
          place: index, kind: .projected(draw, replicate: replicate, ahead: step + 1), base: base,
          uncertainty: scenario.uncertainty)
      }
    }
  }
}

extension PlaceJob {
  /// The rules of the place as they are, and after them their reforms, which refer to them.
  func ownRules(replicates: Int, _ detail: Detail = .everybody) -> PlaceJob {
    var job = self
    job.control = nil
    job.detail = detail
    job.variants = variants.filter { $0.variant.isBaselineOrReform }.map { ($0.variant, replicates) }
    return job
  }
}
