import CGSL
import Dispatch
import Input
import Population
import Rules
import Settlement
import Simulation
import Synchronization

/// Draws people of a place, settles their year, and computes what is published of it.
public struct Validator: Sendable {
  private let place: PlaceModel
  /// The model that is validated; another can take its place.
  public var illness: IllnessModel
  private let library: RuleLibrary
  private let plans: [(this: Plan, before: Plan)]
  /// False leaves out settlement, for measures that need none of it.
  var settles = true
  private let seed: UInt64

  /// Batches whose spread gives the standard errors.
  public static let batches = 40
  /// The benefit year that is simulated: that of calibration.
  public static let year = 2023

  /// Prepares a validation.
  ///
  /// - Parameter place: whose people are drawn, at the prices of the illness file.
  /// - Throws: `Refusal` where the rule files cannot be compiled.
  public init(place: PlaceModel, illness: IllnessModel, library: RuleLibrary, seed: UInt64) throws(Refusal) {
    self.place = place
    self.illness = illness
    self.library = library
    self.seed = seed
    let common = try CommonInsurance(vocabulary: library.vocabulary)
    var plans: [(this: Plan, before: Plan)] = []
    for file in library.files {
      var book = try file.book(readings: [:], stages: [])
      common.apply(to: &book)
      plans.append((Plan(book, year: Self.year, isDated: false), Plan(book, year: Self.year - 1, isDated: false)))
    }
    self.plans = plans
  }

  /// The rule sets that figures depending on rules are shown under, in order.
  public var rules: [RuleFile] { library.files }

  /// Simulates and compares.
  ///
  /// - Parameters:
  ///   - people: at least about so many are drawn, in `batches` parts; see `peopleDrawn`.
  ///   - threads: workers; the result does not depend on it.
  /// - Throws: `Refusal` where the place or the illness model cannot be met, and where people are too few for a figure.
  public func run(_ figures: [PublishedFigure], people: Int, threads: Int) throws -> [ValidationRow] {
    let rows = rows(figures, try samples(people: people, threads: threads))
    let empty = rows.filter { !$0.simulated.value.isFinite }.map(\.figure.measure.rawValue)
    guard empty.isEmpty else {
      let names = empty.enumerated().filter { !empty[..<$0.offset].contains($0.element) }.map(\.element)
      throw Refusal(
        Diagnostic(
          at: Place(file: "command line", line: 0), key: "--people",
          "\(people) are too few for \(names.joined(separator: ", ")): among a fortieth of them there is nobody to "
            + "compute it from", hint: "draw more, or leave the figure out"))
    }
    return rows
  }

  /// Figures beside what the samples come to.
  func rows(_ figures: [PublishedFigure], _ samples: [Sample]) -> [ValidationRow] {
    figures.flatMap { figure -> [ValidationRow] in
      let rules = figure.measure.dependsOnRules ? Array(plans.indices) : [0]
      return rules.map { rule in
        let values = samples.map { $0.value(figure.measure, rule: rule) }
        let file = figure.measure.dependsOnRules ? library.files[rule] : nil
        return ValidationRow(figure: figure, rules: file, simulated: Self.estimate(values))
      }
    }
  }

  /// Mean and standard error over batches.
  static func estimate(_ values: [Double]) -> (value: Double, standardError: Double) {
    let count = values.count
    let mean = gsl_stats_mean(values, 1, count)
    return (mean, gsl_stats_sd(values, 1, count) / Double(count).squareRoot())
  }

  /// How many people are drawn, about, where so many are asked for: every batch is of whole allotments of households,
  /// in which the numbers of holders of identities are exact.
  public func peopleDrawn(_ people: Int) -> Int {
    Int((Double(Self.batches * householdsOfBatch(people)) * place.householdSizes.mean).rounded())
  }

  /// Households of each batch, rounded up to whole allotments.
  func householdsOfBatch(_ people: Int) -> Int {
    Int(place.households(forPeople: (people + Self.batches - 1) / Self.batches))
  }

  /// All batches, in order.
  func samples(people: Int, threads: Int) throws -> [Sample] {
    let households = householdsOfBatch(people)
    let place = place
    // The year before moves nothing but recognition.
    let yearsBefore = settles ? YearsBefore.ofWarned : .ofNobody
    let samples = Mutex<[Int: Sample]>([:])
    let failure = Mutex<(any Error)?>(nil)
    let next = Counter()
    DispatchQueue.concurrentPerform(iterations: max(1, threads)) { _ in
      do {
        // Its tables take longer than a small batch, so that a worker has one for all of its batches.
        var sampler = try PopulationSampler(
          place: place, illness: illness, year: Self.year, seed: seed, vocabulary: library.vocabulary,
          usePriceLevel: false)
        sampler.yearsBefore = yearsBefore
        while let batch = next.take(below: UInt64(Self.batches)) {
          let sample = sample(Int(batch), households, &sampler)
          samples.withLock { $0[Int(batch)] = sample }
        }
      } catch { failure.withLock { $0 = error } }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
    return try (0..<Self.batches).map { batch in
      guard let sample = samples.withLock({ $0[batch] }) else { throw CancellationError() }
      return sample
    }
  }

  /// One batch: households of their own, so that batches are independent.
  private func sample(_ batch: Int, _ households: Int, _ sampler: inout PopulationSampler) -> Sample {
    let counter = SampleCounter(settles ? plans : [], illness: illness)
    var (block, sample) = (PopulationBlock(), Sample(rules: plans.count))
    let first = UInt64(batch * households)
    for number in first..<first + UInt64(households) {
      sampler.draw(replicate: 1, households: number..<number + 1, into: &block)
      counter.add(block, to: &sample)
    }
    return sample
  }
}
