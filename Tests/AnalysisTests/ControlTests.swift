import Foundation
import Population
import Rules
import Simulation
import Testing

@testable import Analysis

/// The control that every run settles, simulated and worked out without simulating.
@Suite struct ControlTests {
  private let library: RuleLibrary
  private let rules: ControlRules

  init() throws {
    library = try RuleLibrary()
    rules = try ControlRules(vocabulary: library.vocabulary, year: 2023)
  }

  private func law(_ change: (inout PlaceModel, inout IllnessModel) -> Void = { _, _ in }) throws -> AdmissionLaw {
    var place = try PlaceModel.shipped("guizhou", vocabulary: library.vocabulary)
    var illness = try IllnessModel.shipped(vocabulary: library.vocabulary)
    change(&place, &illness)
    return try PopulationSampler(
      place: place, illness: illness, year: 2023, seed: 1, vocabulary: library.vocabulary
    ).admissionLaw
  }

  private func opinion(_ result: RunResult) throws -> SecondOpinion {
    let place = try #require(result.places.first)
    return try #require(SecondOpinion(place, result, rules))
  }

  @Test(arguments: [1, 2, 3])
  func simulationAndFormulaAgree(seed: Int) async throws {
    let opinion = try opinion(await SmallRun().run(seed: seed, people: 2_500, replicates: 500))
    #expect(opinion.lines.count == 11 && opinion.disagreements == 0)
    let distances = opinion.lines.compactMap(\.distance)
    #expect(distances.count == 11 && distances.allSatisfy { abs($0) < 3.5 }, "\(distances)")
    #expect(opinion.lines.map(\.statistic).suffix(3) == ["sd", "p95", "p99"])
    // The check is sharp: the error of the mean is less than one percent.
    let mean = opinion.lines[0]
    #expect((mean.simulated.standardError ?? .infinity) < 0.01 * mean.expected)
    #expect(opinion.aliased < 1e-6)
  }

  /// Of those whom no fund pays one in five is drawn: the formula is of the people drawn then, too.
  @Test func aSampleAgrees() async throws {
    let result = try await SmallRun().run(seed: 4, people: 8_000, replicates: 60, extra: "othersEvery: 5")
    let opinion = try opinion(result)
    #expect(opinion.persons < 4_000 && opinion.disagreements == 0)
  }

  /// Five percent more stays or ten percent higher prices in one of both are found out.
  @Test func aDifferenceIsFound() async throws {
    var result = try await SmallRun().run(seed: 5, people: 2_500, replicates: 500)
    result.illness.admissions.perPerson *= 1.05
    #expect(try opinion(result).lines[0].agrees == false)
    result.illness.admissions.perPerson /= 1.05
    result.places[0].place.priceLevel *= 1.1
    #expect(try opinion(result).lines[0].agrees == false)
    #expect(try opinion(result).disagreements > 3)
  }

  /// What cannot be told from so few has no difference.
  @Test func oneYearOfFewIsNoJudgement() async throws {
    let lines = try opinion(await SmallRun().run(seed: 6, people: 20)).lines
    #expect(lines.suffix(3).allSatisfy { !$0.simulated.isKnown && $0.agrees == nil })
    #expect(lines.contains { $0.statistic == "mean" && $0.expected > 0 && $0.agrees == nil })
  }

  /// More nodes move neither mean nor spread, and the quantiles next to nothing.
  @Test func enoughNodesAreTaken() throws {
    let law = try law()
    let persons = Array(repeating: Int64(1_000), count: law.counts.count)
    let few = ControlLaw(law, Layer(rules)), many = ControlLaw(law, Layer(rules), conditions: 320, shares: 16)
    let a = few.moments(persons), b = many.moments(persons)
    #expect(abs(a.mean / b.mean - 1) < 1e-5 && abs(a.variance / b.variance - 1) < 5e-5)
    let coarse = try #require(few.total(persons))
    let fine = try #require(many.total(persons, conditions: 160, shares: 8, steps: 128, points: 4_096))
    let deviation = b.variance.squareRoot()
    #expect(abs(coarse.mean - b.mean) < 2e-3 * deviation && abs(coarse.standardDeviation / deviation - 1) < 2e-3)
    for p in [0.05, 0.5, 0.95, 0.99] { #expect(abs(coarse.quantile(p) - fine.quantile(p)) < 2e-3 * deviation) }
  }

  /// Without spread between or within people a person's year is a compound law by hand.
  @Test func aPlainCaseByHand() throws {
    let law = try law { place, illness in
      illness.hospitals.spread.sigma = 0
      illness.hospitals.spread.tailShare = 0
      illness.hospitals.levelCost = [1, 1, 1]
      illness.split.concentration = 1e7
      place.takeUp.claimed = 1
    }
    let paid = 0.6 * (law.costs[0].mean * 0.85 - 1_000)
    for (moments, count) in zip(ControlLaw(law, Layer(rules)).persons, law.counts) {
      #expect(abs(moments.mean / (count.mean * paid) - 1) < 1e-6)
      #expect(abs(moments.variance / (count.variance * paid * paid) - 1) < 1e-6)
      #expect(abs(moments.paidStays / count.mean - 1) < 1e-9)
    }
  }

  /// Who claims nothing is paid nothing.
  @Test func unclaimedStaysAreLeftOut() throws {
    let all = try law { place, _ in place.takeUp.byHand = [0, 0, 0, 0] }
    let none = try law { place, _ in (place.takeUp.byHand, place.takeUp.claimed) = ([1, 1, 1, 1], 0) }
    #expect(all.claimed == [1, 1, 1] && none.claimed == [0, 0, 0])
    #expect(ControlLaw(none, Layer(rules)).moments([1_000], rows: [0]).mean == 0)
    #expect(ControlLaw(none, Layer(rules)).total(Array(repeating: 10, count: none.counts.count)) == nil)
  }

  /// The control leaves the stays of every listed disease to themselves, those that are added later, too.
  @Test func theControlKnowsAllListedDiseases() {
    let listed = rules.plan.book.listedDiseases
    #expect(library.vocabulary.diseases.indices.allSatisfy { listed & 1 << UInt64($0) != 0 })
  }
}
