import Input
import Population
import Rules

/// Settles one year of the same people with the same luck, again and again with other values of what is uncertain.
public struct PointRunner: Sendable {
  /// Whose people, and whose own rules.
  public let place: PlaceModel
  /// What is moved.
  public let inputs: [UncertainInputs.Input]
  /// Residents that those drawn stand for, and times the year is repeated.
  public let drawn: (people: Int, replicates: Int)

  private let space: UncertainInputs
  private let job: PlaceJob
  private let figures: [PolicyFigure]
  private let threads: Int

  /// - Parameters:
  ///   - scenario: people, replicates and seed are those of every point.
  ///   - figures: means, none of them of the distribution of years.
  ///   - mostColumns: numbers that a point can have.
  /// - Throws: `Refusal` where the place has no rules of its own, nothing is uncertain that acts on it, or a figure is none of
  ///   a given luck.
  public init(
    _ scenario: Scenario, place: PlaceModel, library: RuleLibrary, figures: [PolicyFigure], threads: Int,
    mostColumns: Int
  ) throws(Refusal) {
    func refusal(_ key: String, _ reason: String, _ hint: String, in file: String? = nil) -> Refusal {
      Refusal(
        Diagnostic(at: Place(file: file ?? scenario.file, line: file == nil ? 1 : 0), key: key, reason, hint: hint))
    }
    if let figure = figures.first(where: \.isOfYears) {
      throw refusal(
        "--figure", "\(figure.rawValue) is of the distribution of years, and here luck is given",
        "ask for one of: "
          + PolicyFigure.allCases.filter { !$0.isOfYears }.map(\.rawValue).joined(separator: ", "),
        in: "command line")
    }
    guard let file = library.file(place.jurisdiction) else {
      throw refusal(
        "places", "there are no rules of \(place.jurisdiction)", "add the rule file to the folder of --rules")
    }
    let builder = VariantBuilder(
      scenario: scenario, library: library, common: try CommonInsurance(vocabulary: library.vocabulary))
    let variant = try builder.variant(of: file, under: [], before: nil)
    let runner = Runner(scenario, library: library, places: [place], illness: scenario.illness, threads: threads)
    job = runner.job(place, [(variant, scenario.replicates)])
    try PopulationSampler.refuseImpossible(job.place, job.illness)
    space = UncertainInputs(scenario.uncertainty, job)
    inputs = space.inputs
    guard !inputs.isEmpty else {
      throw refusal(
        "uncertainty", "nothing is uncertain that acts on \(place.id)", "leave uncertainty: none out, or state laws")
    }
    let columns = inputs.reduce(0) { $0 + $1.width }
    guard columns <= mostColumns else {
      throw refusal(
        "uncertainty", "\(columns) numbers are uncertain, and at most \(mostColumns) can be told apart",
        "write fixed for those that matter least")
    }
    (self.place, self.figures) = (place, figures)
    self.threads = max(1, threads)
    drawn = (min(scenario.people, place.population), scenario.replicates)
  }

  /// The figures at points, in their order: yuan of the real population's fund a year, yuan a person, or a share of persons.
  ///
  /// - Parameters:
  ///   - points: numbers above 0 and below 1, one for each column.
  ///   - otherLuck: whether other people and luck are drawn, the same for all points of the call.
  /// - Throws: `Refusal` where no people can be made as a point has them.
  public func values(
    at points: [[Double]], otherLuck: Bool = false, _ progress: Progress
  ) async throws -> [[Double]] {
    let households = Int(job.households)
    progress.expect(households * points.count)
    let next = Counter()
    return try await withThrowingTaskGroup(of: [(Int, [Double])].self) { tasks in
      for _ in 0..<threads {
        tasks.addTask {
          var found: [(Int, [Double])] = []
          while let index = next.take(below: UInt64(points.count)) {
            found.append((Int(index), try value(at: points[Int(index)], number: Int(index), otherLuck: otherLuck)))
            progress.add(households)
          }
          return found
        }
      }
      var all = [[Double]](repeating: [], count: points.count)
      for try await part in tasks { for (index, values) in part { all[index] = values } }
      return all
    }
  }

  /// The figures at one point.
  private func value(at point: [Double], number: Int, otherLuck: Bool) throws(Refusal) -> [Double] {
    var job = job.moved(to: space.draw(at: point), of: space.uncertainty)
    // Any other seed does; this one is unlikely to be anybody's own.
    if otherLuck { job.seed ^= 0x9E37_79B9_7F4A_7C15 }
    do throws(Refusal) {
      try PopulationSampler.refuseImpossible(job.place, job.illness)
      var worker = try Worker.make(job)
      worker.run(0..<job.households)
      return figures.map { PointFigure($0, population: place.population).value(worker.tallies) }
    } catch {
      throw Refusal(
        error.diagnostics.map { defect in
          var defect = defect
          defect.hint =
            "this is point \(number + 1) of those tried: state narrower laws in the scenario under uncertainty"
            + (defect.hint.map { "; or " + $0 } ?? "")
          return defect
        })
    }
  }
}

/// Reads a figure from the tallies of one variant, stratum by stratum.
private struct PointFigure {
  let figure: PolicyFigure
  let population: Double

  init(_ figure: PolicyFigure, population: Int) { (self.figure, self.population) = (figure, Double(population)) }

  func value(_ tallies: [Tally]) -> Double {
    var (sum, persons) = (0.0, 0.0)
    for tally in tallies {
      let drawn = Double(tally.sum(.persons)), standsFor = Double(tally.standsFor)
      guard drawn > 0 else { continue }
      // Person-years drawn are of all replicates, so that this is a mean year.
      sum += standsFor / drawn * counted(tally)
      persons += standsFor
    }
    guard persons > 0 else { return 0 }
    switch figure.burden {
    case nil: return sum / persons * population / 100
    case .outOfPocket: return sum / persons / 100
    default: return sum / persons
    }
  }

  private func counted(_ tally: Tally) -> Double {
    if let burden = figure.burden { return Double(tally.sum(burden)) }
    let cells = tally.cells, cell = FundShare.total.cell(of: cells)
    return stride(from: cell, to: tally.fund.sums.count, by: cells.count).reduce(0) { $0 + Double(tally.fund.sums[$1]) }
  }
}
