import CGSL
import Input
import Rules
import Testing

@testable import Population
@testable import Validation

/// Simulated figures, small: the same for any number of workers, with standard errors that are those of other seeds.
@Suite struct ValidatorTests {
  private let library: RuleLibrary
  private let place: PlaceModel
  private let illness: IllnessModel

  init() throws {
    library = try RuleLibrary()
    place = try .shipped("national", vocabulary: library.vocabulary)
    illness = try SmallProfile.model(library.vocabulary)
  }

  private func validator(seed: UInt64) throws -> Validator {
    try Validator(place: place, illness: illness, library: library, seed: seed)
  }

  @Test func oneWorkerAndTwoGiveTheSameRows() throws {
    // A mean over those whom critical-illness insurance pays needs more people.
    let figures = try PublishedReader.shipped().filter { $0.measure != .criticalIllnessMean }
    let validator = try validator(seed: 7)
    let rows = try [1, 2].map { try validator.run(figures, people: 4_000, threads: $0) }
    #expect(rows[0].count == rows[1].count && rows[0].count > figures.count)
    for (a, b) in zip(rows[0], rows[1]) {
      #expect(a.figure == b.figure && a.rules?.id == b.rules?.id)
      #expect(a.simulated.value.bitPattern == b.simulated.value.bitPattern)
      #expect(a.simulated.standardError.bitPattern == b.simulated.standardError.bitPattern)
    }
  }

  /// A figure without anybody to compute it from would be printed as no number.
  @Test func tooFewPeopleForAFigureAreRefused() throws {
    let figures = try PublishedReader.shipped().filter { $0.measure == .primaryCostOverHospitals }
    var validator = try validator(seed: 7)
    validator.illness.hospitals.levels = [0, 0.5, 0.5]
    let refusal = try #require(throws: Refusal.self) {
      _ = try validator.run(figures, people: 100, threads: 1)
    }
    #expect(
      refusal.description
        == "error: command line: --people: 100 are too few for primaryCostOverHospitals: among a fortieth "
        + "of them there is nobody to compute it from (draw more, or leave the figure out)")
  }

  /// Identities are exact in whole allotments only: a batch that ends within one would have too few or too many holders.
  @Test func batchesAreWholeAllotments() throws {
    let validator = try validator(seed: 7)
    for people in [4_000, 50_000, 2_000_000] {
      let households = validator.householdsOfBatch(people)
      #expect(households % Allotment.size == 0 && households > 0)
      #expect(Double(Validator.batches * (households - Allotment.size)) * place.householdSizes.mean < Double(people))
      #expect(validator.peopleDrawn(people) >= people)
    }
  }

  /// The mean of squared standard errors over the variance of the values between seeds is near one: times its degrees of
  /// freedom, the variance over the mean square is about chi-squared.
  @Test(arguments: [
    [Measure.admissionsPer100Insured, .costPerAdmission, .admittedShare, .tertiaryShare, .costPerInsured]
  ])
  func standardErrorsAreTheSpreadOfOtherSeeds(measures: [Measure]) throws {
    let figures = try PublishedReader.shipped().filter { measures.contains($0.measure) }
    let seeds = 1...16 as ClosedRange<UInt64>
    var rows: [[ValidationRow]] = []
    for seed in seeds {
      var validator = try validator(seed: seed)
      validator.settles = false
      rows.append(try validator.run(figures, people: 4_000, threads: 2))
    }
    for index in rows[0].indices {
      let values = rows.map { $0[index].simulated.value }
      let squares = rows.map { $0[index].simulated.standardError * $0[index].simulated.standardError }
      let ratio = gsl_stats_variance(values, 1, values.count) / gsl_stats_mean(squares, 1, squares.count)
      let statistic = ratio * Double(values.count - 1)
      let freedom = Double(values.count - 1)
      #expect(
        min(gsl_cdf_chisq_P(statistic, freedom), gsl_cdf_chisq_Q(statistic, freedom)) > 0.001,
        "\(rows[0][index].figure.measure): \(ratio)")
    }
  }
}
