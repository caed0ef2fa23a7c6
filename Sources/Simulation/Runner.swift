import Input
import Population
import Rules
import Settlement
import Synchronization

/// How far a run is, for a progress bar.
public final class Progress: Sendable {
  private let doneHouseholds = Atomic<Int>(0)
  private let allHouseholds = Atomic<Int>(0)

  /// Creates the progress of a run that has not begun.
  public init() {}

  /// Households done, in all their replicates.
  public var done: Int { doneHouseholds.load(ordering: .relaxed) }
  /// Households to do.
  public var total: Int { allHouseholds.load(ordering: .relaxed) }

  /// Announces households to do.
  public func expect(_ households: Int) { allHouseholds.add(households, ordering: .relaxed) }
  /// Counts households as done.
  public func add(_ households: Int) { doneHouseholds.add(households, ordering: .relaxed) }
}

/// Runs a scenario: draws the people of each place once a replicate and settles them under every rule set.
public struct Runner: Sendable {
  let scenario: Scenario
  private let library: RuleLibrary
  let places: [PlaceModel]
  private let illness: IllnessModel
  let threads: Int

  /// Households that a worker takes at once: whole allotments.
  static let chunk = UInt64(Allotment.size)

  /// Prepares a run.
  ///
  /// - Parameter threads: workers; the result does not depend on it.
  public init(
    _ scenario: Scenario, library: RuleLibrary, places: [PlaceModel], illness: IllnessModel, threads: Int
  ) {
    self.scenario = scenario
    self.library = library
    self.places = places
    self.illness = illness
    self.threads = max(1, threads)
  }

  /// Runs everything.
  ///
  /// - Throws: `Refusal` where a patch or model cannot be met.
  public func run(_ progress: Progress) async throws -> RunResult {
    let clock = ContinuousClock()
    let start = clock.now
    let builder = VariantBuilder(
      scenario: scenario, library: library, common: try CommonInsurance(vocabulary: library.vocabulary))
    let jobs = try places.map { place in try job(place, try builder.variants(of: place)) }
    progress.expect(jobs.reduce(0) { $0 + Int($1.households) })
    var results: [RunResult.PlaceResult] = []
    for job in jobs {
      let tallies = try await simulate(job, progress)
      results.append(try await result(job, tallies))
    }
    let seconds =
      Double((clock.now - start).components.seconds) + Double((clock.now - start).components.attoseconds) * 1e-18
    return RunResult(scenario: scenario, places: results, library: library, illness: illness, wallSeconds: seconds)
  }

  func job(_ place: PlaceModel, _ variants: [(variant: Variant, replicates: Int)]) throws(Refusal) -> PlaceJob {
    let households = place.households(forPeople: min(scenario.people, place.population))
    return PlaceJob(
      place: place, illness: illness, year: scenario.year, seed: scenario.seed, vocabulary: library.vocabulary,
      households: households, variants: variants, cluster: Self.cluster(of: households),
      fifths: try fifths(place, households))
  }

  /// Households that are one observation where errors are worked out: few enough that some 250 observations tell the
  /// spread, at most 1,024, since then closing one costs next to nothing.
  static func cluster(of households: UInt64) -> UInt64 {
    var size: UInt64 = 1
    while size < 1_024, size * 512 <= households { size *= 2 }
    return size
  }

  /// The incomes per head that part the place's people into fifths, from the people themselves.
  private func fifths(_ place: PlaceModel, _ households: UInt64) throws(Refusal) -> [Int64] {
    var sampler = try PopulationSampler(
      place: place, illness: illness, year: scenario.year, seed: scenario.seed, vocabulary: library.vocabulary)
    sampler.yearsBefore = .ofNobody
    var block = PopulationBlock()
    sampler.draw(replicate: 0, households: 0..<min(households, 20_000), into: &block)
    let incomes = block.households.flatMap { household in
      repeatElement(household.income / Int64(household.size), count: Int(household.size))
    }.sorted()
    guard !incomes.isEmpty else { return [] }
    return (1...4).map { incomes[min(incomes.count - 1, incomes.count * $0 / 5)] }
  }

  /// The tallies of a job's variants; workers take chunks of households until none is left.
  private func simulate(_ job: PlaceJob, _ progress: Progress) async throws -> [Tally] {
    let next = Counter()
    let parts = try await withThrowingTaskGroup(of: [Tally].self) { group in
      for _ in 0..<threads {
        group.addTask {
          var worker = try Worker.make(job)
          let chunk = max(Self.chunk, job.cluster)
          while let first = next.take(chunk, below: job.households) {
            let end = min(first + chunk, job.households)
            worker.run(first..<end)
            progress.add(Int(end - first))
          }
          return worker.tallies
        }
      }
      var parts: [[Tally]] = []
      for try await part in group { parts.append(part) }
      return parts
    }
    guard var merged = parts.first else { return [] }
    for part in parts.dropFirst() { for index in merged.indices { merged[index].merge(part[index]) } }
    return merged
  }

  private func result(_ job: PlaceJob, _ tallies: [Tally]) async throws -> RunResult.PlaceResult {
    let variants = zip(job.variants, tallies).map { RunResult.VariantResult(variant: $0.variant, tally: $1) }
    let first = tallies.first
    let persons = (first?.sum(.persons) ?? 0) / Int64(max(1, first?.replicates ?? 1))
    return RunResult.PlaceResult(
      place: job.place, persons: persons, households: Int64(job.households),
      scale: persons > 0 ? Double(job.place.population) / Double(persons) : 0, variants: variants,
      sensitivities: try await sensitivities(job))
  }

  /// The main figures of the place's own rules with each weak assumption moved in turn, on the same people and luck.
  private func sensitivities(_ job: PlaceJob) async throws -> [RunResult.Sensitivity] {
    guard scenario.sensitivityReplicates > 0, let baseline = job.variants.first?.variant, baseline.role == .baseline
    else { return [] }
    var plain = job
    let replicates = min(scenario.sensitivityReplicates, scenario.replicates)
    // The rules as they are come first, then their reforms, which refer to them.
    plain.variants = job.variants.filter { $0.variant.isBaselineOrReform }.map { ($0.variant, replicates) }
    let before = try await simulate(plain, Progress()).map { $0.withoutHistogram() }
    var results: [RunResult.Sensitivity] = []
    for move in WeakAssumption.allCases where move.applies(to: plain) {
      var moved = plain
      move.apply(to: &moved)
      // A share near its limit may have no room for the move; the run must not be lost for that.
      guard let after = try? await simulate(moved, Progress()).map({ $0.withoutHistogram() }) else { continue }
      results.append(
        .init(
          id: move.rawValue, what: move.words, before: before[0], after: after[0],
          reforms: plain.variants.indices.dropFirst().compactMap { index in
            plain.variants[index].variant.reformName.map {
              .init(name: $0, before: before[index], after: after[index])
            }
          }))
    }
    return results
  }
}
