import Input
import Population
import Rules

/// Settles the people of a place under many rule sets, on the same people and the same luck.
struct SetRunner: Sendable {
  /// What is drawn; its variants are those of a slice while it is settled.
  let job: PlaceJob
  /// The rule sets, numbered from 0; the first is what others are compared with.
  let variants: [Variant]
  /// What was drawn for each replicate; empty where no year is settled with everything uncertain.
  let draws: [ParameterDraw]
  /// Households of a group, about; errors rest on the spread between groups.
  var householdsOfAGroup: UInt64 { max(1, job.households / UInt64(groups.count)) }

  private let groups: [Range<UInt64>]
  private let replicates: Int
  private let scenario: Scenario
  private let threads: Int

  /// Sets that are settled at a time: enough that drawing people costs little beside it, and few enough for the memory.
  private let slice: Int
  /// More groups than this tell the spread no better.
  private static let mostGroups: UInt64 = 128

  /// - Parameter slice: sets that are settled at a time, which results do not depend on; nil for what suits the memory.
  /// - Throws: `Refusal` where people cannot be made so, or not as something uncertain was drawn.
  init(
    _ scenario: Scenario, _ variants: [Variant], draws: [ParameterDraw], place: PlaceModel, library: RuleLibrary,
    threads: Int, slice: Int? = nil
  ) throws(Refusal) {
    let runner = Runner(scenario, library: library, places: [place], illness: scenario.illness, threads: threads)
    let job = try runner.job(place, variants.map { ($0, scenario.replicates) })
    try PopulationSampler.refuseImpossible(job.place, job.illness)
    for (replicate, draw) in draws.enumerated() {
      try job.check(draw, of: scenario.uncertainty, replicate: replicate)
    }
    groups = Self.groups(job)
    (self.job, self.variants, self.draws, self.scenario) = (job, variants, draws, scenario)
    self.threads = max(1, threads)
    replicates = scenario.replicates
    self.slice = max(1, slice ?? min(64, 20_000 / scenario.replicates))
  }

  /// Groups of neighbouring households, of whole clusters.
  private static func groups(_ job: PlaceJob) -> [Range<UInt64>] {
    let clusters = (job.households + job.cluster - 1) / job.cluster
    let count = min(mostGroups, clusters)
    return (0..<count).map { group in
      (clusters * group / count * job.cluster)..<min(job.households, clusters * (group + 1) / count * job.cluster)
    }
  }

  /// The sums of some sets, in a shape that has room for all.
  ///
  /// - Parameter chosen: their numbers; sums of several calls for other sets of the same runner can be merged.
  func simulate(_ chosen: Range<Int>, _ progress: Progress) async throws -> AttributionSums {
    let slices = stride(from: chosen.lowerBound, to: chosen.upperBound, by: slice).map {
      $0..<min($0 + slice, chosen.upperBound)
    }
    let households = Int(job.households)
    progress.expect(households * slices.count * (replicates + draws.count))
    let shape = AttributionSums(
      sets: variants.count, groups: groups.count, strata: job.selections.count, replicates: replicates,
      isDrawn: !draws.isEmpty)
    let next = Counter()
    let work = UInt64(slices.count * (groups.count + draws.count))
    return try await withThrowingTaskGroup(of: AttributionSums.self) { tasks in
      for _ in 0..<threads {
        tasks.addTask {
          var sums = shape
          while let number = next.take(below: work) {
            let (part, slice) = (Int(number) / slices.count, slices[Int(number) % slices.count])
            if part < groups.count {
              try add(group: part, slice, to: &sums)
              progress.add(groups[part].count * replicates)
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
  private func add(group: Int, _ slice: Range<Int>, to sums: inout AttributionSums) throws(Refusal) {
    let tallies = try tallies(job(slice, replicates: replicates), groups[group])
    for (number, tally) in tallies.enumerated() {
      sums.add(tally, stratum: number / slice.count, set: slice.lowerBound + number % slice.count, group: group)
    }
  }

  /// Adds what some sets bring in a replicate with everything uncertain as it was drawn.
  private func add(draw: Int, _ slice: Range<Int>, to sums: inout AttributionSums) throws(Refusal) {
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
