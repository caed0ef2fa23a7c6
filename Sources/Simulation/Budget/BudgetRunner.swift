import Input
import Population
import Rules

/// Simulates every stage of a budget on the same people and the same luck, so that the difference of two stages is what
/// the step between them brings.
public struct BudgetRunner: Sendable {
  private let jobs: [PlaceJob]
  private let drawn: [PlaceJob]
  private let threads: Int

  /// - Parameter threads: workers; the result does not depend on it.
  /// - Throws: `Refusal` where the place has no rules, a reform breaks them, or people cannot be made so.
  public init(_ request: BudgetRequest, library: RuleLibrary, threads: Int) throws(Refusal) {
    let stages = try BudgetStages(request, library: library)
    let scenario = request.scenario
    var (jobs, drawn): ([PlaceJob], [PlaceJob]) = ([], [])
    for count in 0..<stages.count {
      let job = try stages.job(after: count, growth: stages.growth, replicates: scenario.replicates)
      try PopulationSampler.refuseImpossible(job.place, job.illness)
      jobs.append(job)
    }
    if !scenario.uncertainty.isNone {
      for replicate in 0..<request.draws {
        let draw = ParameterDraw(
          scenario.uncertainty, scenario.trend, ahead: request.ahead, seed: scenario.seed, replicate: replicate)
        var job = try stages.job(after: stages.count - 1, growth: draw.growth, replicates: 1)
        job.households = min(job.households, request.place.households(forPeople: BudgetRequest.peopleOfDraws))
        try job.check(draw, of: scenario.uncertainty, ahead: request.ahead, replicate: replicate)
        drawn.append(job.moved(to: draw, of: scenario.uncertainty, ahead: request.ahead))
      }
    }
    (self.jobs, self.drawn, self.threads) = (jobs, drawn, max(1, threads))
  }

  /// Residents in each stage.
  public var populations: [Int] { jobs.map(\.place.population) }
  /// Rules of each stage.
  public var plans: [Variant] { jobs.map { $0.variants[0].variant } }
  /// Neighbouring households that are one observation where errors are worked out.
  public var cluster: UInt64 { jobs[0].cluster }

  /// The sums of all stages.
  public func simulate(_ progress: Progress) async throws -> BudgetSums {
    let (jobs, households, cluster) = (jobs, jobs[0].households, jobs[0].cluster)
    let replicates = jobs[0].variants[0].replicates
    progress.expect(Int(households) * jobs.count * replicates + 2 * drawn.reduce(0) { $0 + Int($1.households) })
    let shape = BudgetSums(
      stages: jobs.count, clusters: Int((households + cluster - 1) / cluster), replicates: replicates)
    let next = Counter()
    return try await withThrowingTaskGroup(of: BudgetSums.self) { group in
      for _ in 0..<threads {
        group.addTask {
          var sums = shape
          let workers = try jobs.map { try BudgetWorker.make($0) }
          while let first = next.take(jobs[0].unit, below: households) {
            for start in stride(from: first, to: min(first + jobs[0].unit, households), by: Allotment.size) {
              let range = start..<min(start + UInt64(Allotment.size), households)
              // A cluster may be less than an allotment where few people are drawn.
              for part in stride(from: range.lowerBound, to: range.upperBound, by: Int(min(cluster, range.upperBound)))
              {
                let part = part..<min(part + cluster, range.upperBound)
                let number = Int(part.lowerBound / cluster)
                sums.add(residents: Int64(workers[0].persons(part)), cluster: number)
                for stage in workers.indices {
                  for replicate in 0..<replicates {
                    let paid = workers[stage].pay(part, replicate: replicate)
                    sums.add(paid, stage: stage, cluster: number)
                  }
                }
                progress.add(part.count * jobs.count * replicates)
              }
            }
          }
          return sums
        }
      }
      var all = shape
      for try await part in group { all.merge(part) }
      return all
    }
  }

  /// Years of the budget one by one; none where nothing but luck is uncertain.
  public func simulateDraws(_ progress: Progress) async throws -> BudgetDraws {
    guard let drawn = drawn.first.map({ _ in drawn }), var expected = jobs.last else { return BudgetDraws() }
    expected.households = drawn[0].households
    let (next, asExpected) = (Counter(), expected)
    typealias Year = (number: Int, expected: [Int64], drawn: [Int64])
    return try await withThrowingTaskGroup(of: [Year].self) { group in
      for _ in 0..<threads {
        group.addTask {
          var found: [Year] = []
          let worker = try BudgetWorker.make(asExpected)
          while let number = next.take(below: UInt64(drawn.count)) {
            let (job, replicate) = (drawn[Int(number)], Int(number))
            let year = Self.year(worker, asExpected, replicate)
            found.append((replicate, year, Self.year(try BudgetWorker.make(job), job, replicate)))
            progress.add(2 * Int(job.households))
          }
          return found
        }
      }
      var years = BudgetDraws()
      years.expected = [[Int64]](repeating: [], count: drawn.count)
      years.drawn = years.expected
      for try await part in group {
        for year in part { (years.expected[year.number], years.drawn[year.number]) = (year.expected, year.drawn) }
      }
      years.persons = Int64(try BudgetWorker.make(asExpected).persons(of: asExpected.households))
      return years
    }
  }

  /// Fen by part of all households in one replicate.
  private static func year(_ worker: BudgetWorker, _ job: PlaceJob, _ replicate: Int) -> [Int64] {
    var sums = [Int64](repeating: 0, count: BudgetPart.simulated.count)
    for start in stride(from: 0, to: job.households, by: Allotment.size) {
      let paid = worker.pay(start..<min(start + UInt64(Allotment.size), job.households), replicate: replicate)
      for part in sums.indices { sums[part] += paid[BudgetSums.cell(part, .amount)] }
    }
    return sums
  }
}
