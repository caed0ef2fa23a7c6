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
    let plan = try plan()
    let state = try await simulate(plan, progress: progress)
    return plan.result(of: state, wallSeconds: state.seconds)
  }

  /// The jobs of the run.
  ///
  /// - Throws: `Refusal` where a patch or model cannot be met.
  public func plan() throws -> RunPlan {
    let builder = VariantBuilder(
      scenario: scenario, library: library, common: try CommonInsurance(vocabulary: library.vocabulary))
    let control = try ControlRules(vocabulary: library.vocabulary, year: scenario.year)
    let jobs = try places.map { place in
      var job = job(place, try builder.variants(of: place))
      job.control = control
      if let response = scenario.response { try job.respond(response) }
      let replicates = min(scenario.sensitivityReplicates, scenario.replicates)
      if replicates > 0 { job.readings = try builder.readings(of: place, replicates: replicates) }
      return job
    }
    let country = try PlaceModel.shipped("national", vocabulary: library.vocabulary).pyramid
    let plan = RunPlan(scenario, library: library, illness: illness, places: jobs, country: country)
    try plan.checkDraws()
    return plan
  }

  func job(_ place: PlaceModel, _ variants: [(variant: Variant, replicates: Int)]) -> PlaceJob {
    let households = place.households(forPeople: min(scenario.people, place.population))
    return PlaceJob(
      place: place, illness: illness, year: scenario.year, seed: scenario.seed, vocabulary: library.vocabulary,
      households: households, variants: variants, cluster: Self.cluster(of: households),
      fifths: place.fifths, othersEvery: UInt64(scenario.othersEvery), cash: scenario.cash)
  }

  /// Fewer allotments than this do not tell the spread between them.
  private static let fewestAllotments: UInt64 = 40

  /// Households that are one observation where errors are worked out: at most 1,024, since then closing one costs next to
  /// nothing, and otherwise so few that some 250 observations tell the spread.
  ///
  /// From 40 allotments on at least a whole one: within an allotment the numbers of holders of identities are given, so
  /// that its households are no independent draws, and errors from smaller clusters would be too large. Below that they
  /// are: rather too large than told by too few.
  public static func cluster(of households: UInt64) -> UInt64 {
    let allotment = UInt64(Allotment.size)
    var size = households >= fewestAllotments * allotment ? allotment : 1
    while size < 1_024, size * 512 <= households { size *= 2 }
    return size
  }
}
