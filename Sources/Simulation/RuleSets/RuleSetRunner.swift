import Input
import Population
import Rules

/// Settles the people of a place under many variants of its own rules, on the same people and the same luck.
public struct RuleSetRunner: Sendable {
  /// Whose people, and whose own rules.
  public let place: PlaceModel
  /// What was drawn for each replicate; empty where no figure asks for years with everything uncertain.
  public let draws: [ParameterDraw]
  /// Indices into `Uncertainty.parameters` of what is uncertain and acts on these people or rules.
  public let uncertain: [Int]
  /// Households of a group, about; errors rest on the spread between groups.
  public var householdsOfAGroup: UInt64 { max(1, job.households / UInt64(groups.count)) }

  private let job: PlaceJob
  private(set) var variants: [Variant]
  private let groups: [Range<UInt64>]
  private let scenario: Scenario
  private let threads: Int

  /// Sets that are settled at a time: enough that drawing people costs little beside it, and few enough for the memory.
  private let slice: Int
  /// More groups than this tell the spread no better.
  private static let mostGroups: UInt64 = 128

  /// - Parameters:
  ///   - variants: the rule sets, numbered from 0; all are settled after the same year before.
  ///   - figures: those that will be asked for.
  ///   - slice: sets that are settled at a time, which results do not depend on; nil for what suits the memory.
  /// - Throws: `Refusal` where a figure cannot be told, or people cannot be made so.
  init(
    _ scenario: Scenario, _ variants: [Variant], place: PlaceModel, library: RuleLibrary, figures: [PolicyFigure],
    threads: Int, slice: Int? = nil
  ) throws(Refusal) {
    for figure in figures { try figure.refuseUntold(scenario, place) }
    let runner = Runner(
      scenario, library: library, places: [place], illness: scenario.illness, threads: threads)
    let all = variants.map { ($0, scenario.replicates) }
    let job = runner.job(place, all)
    try PopulationSampler.refuseImpossible(job.place, job.illness)
    let isDrawn = figures.contains(where: \.isOfYears) && !scenario.uncertainty.isNone
    draws = isDrawn ? scenario.draws : []
    for (replicate, draw) in draws.enumerated() {
      try job.check(draw, of: scenario.uncertainty, replicate: replicate)
    }
    uncertain = scenario.uncertainty.parameters.indices.filter { index in
      let parameter = scenario.uncertainty.parameters[index]
      return parameter.law != .fixed && parameter.assumption.applies(to: job)
    }
    groups = Self.groups(job)
    self.variants = variants
    self.place = place
    self.job = job
    self.scenario = scenario
    self.threads = max(1, threads)
    self.slice = max(1, slice ?? min(64, 20_000 / scenario.replicates))
  }

  /// The same people and luck under other rules.
  func settling(_ variants: [Variant]) -> RuleSetRunner {
    var other = self
    other.variants = variants
    return other
  }

  /// Groups of neighbouring households, of whole clusters.
  private static func groups(_ job: PlaceJob) -> [Range<UInt64>] {
    let clusters = (job.households + job.cluster - 1) / job.cluster
    let count = min(mostGroups, clusters)
    return (0..<count).map { group in
      (clusters * group / count * job.cluster)..<min(job.households, clusters * (group + 1) / count * job.cluster)
    }
  }

  /// The sums of all sets.
  public func simulate(_ progress: Progress) async throws -> RuleSetSums {
    try await simulate(variants.indices, progress)
  }

  /// The sums of some sets, in a shape that has room for all.
  ///
  /// - Parameter chosen: their numbers; sums of several calls for other sets of the same runner can be merged.
  func simulate(_ chosen: Range<Int>, _ progress: Progress) async throws -> RuleSetSums {
    let slices = stride(from: chosen.lowerBound, to: chosen.upperBound, by: slice).map {
      $0..<min($0 + slice, chosen.upperBound)
    }
    let households = Int(job.households)
    progress.expect(households * slices.count * (scenario.replicates + draws.count))
    let shape = RuleSetSums(
      sets: variants.count, groups: groups.count, strata: job.selections.count, replicates: scenario.replicates,
      isDrawn: !draws.isEmpty)
    let next = Counter()
    let work = UInt64(slices.count * (groups.count + draws.count))
    return try await withThrowingTaskGroup(of: RuleSetSums.self) { tasks in
      for _ in 0..<threads {
        tasks.addTask {
          var sums = shape
          while let number = next.take(below: work) {
            let (part, slice) = (Int(number) / slices.count, slices[Int(number) % slices.count])
            if part < groups.count {
              try add(group: part, slice, to: &sums)
              progress.add(groups[part].count * scenario.replicates)
            } else {
              try add(draw: part - groups.count, slice, to: &sums)
              progress.add(households)
            }
          }
          return sums
        }
      }
      var all = shape
      for try await part in tasks { all.merge(part) }
      return all
    }
  }

  /// Adds what some sets bring in a group of households.
  private func add(group: Int, _ slice: Range<Int>, to sums: inout RuleSetSums) throws(Refusal) {
    let tallies = try tallies(job(slice, replicates: scenario.replicates), groups[group])
    for (number, tally) in tallies.enumerated() {
      sums.add(tally, stratum: number / slice.count, set: slice.lowerBound + number % slice.count, group: group)
    }
  }

  /// Adds what some sets bring in a replicate with everything uncertain as it was drawn.
  private func add(draw: Int, _ slice: Range<Int>, to sums: inout RuleSetSums) throws(Refusal) {
    var job = job(slice, replicates: 1).moved(to: draws[draw], of: scenario.uncertainty)
    job.firstReplicate = draw
    for (number, tally) in try tallies(job, 0..<job.households).enumerated() {
      sums.add(
        drawn: tally, stratum: number / slice.count, set: slice.lowerBound + number % slice.count, replicate: draw)
    }
  }

  private func job(_ slice: Range<Int>, replicates: Int) -> PlaceJob {
    var job = job
    job.variants = slice.map { (variants[$0], replicates) }
    return job
  }

  /// The tallies of some households, stratum by stratum.
  private func tallies(_ job: PlaceJob, _ households: Range<UInt64>) throws(Refusal) -> [Tally] {
    var worker = try Worker.make(job)
    worker.run(households)
    return worker.tallies
  }
}
