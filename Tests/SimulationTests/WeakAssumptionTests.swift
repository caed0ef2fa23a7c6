import Foundation
import Population
import Rules
import Settlement
import Testing

@testable import Simulation

@Suite struct WeakAssumptionTests {
  private func job(_ place: String) throws -> PlaceJob {
    let library = try RuleLibrary()
    let file = try #require(library.file(place))
    let book = try file.book(readings: [:], stages: [])
    let variant = Variant(
      role: .baseline, jurisdiction: place, plan: Plan(book, year: 2023), before: Plan(book, year: 2022),
      reference: nil, usesCommonPrices: false)
    return PlaceJob(
      place: try .shipped(place, vocabulary: library.vocabulary),
      illness: try .shipped(vocabulary: library.vocabulary), year: 2023, seed: 1, vocabulary: library.vocabulary,
      households: 128, variants: [(variant, 1)], cluster: 1, fifths: [])
  }

  @Test func whatWeakFiguresOfPlaceAndIllnessAreMovedTo() throws {
    let plain = try job("guizhou")
    func moved(_ move: WeakAssumption) -> PlaceJob {
      var job = plain
      #expect(move.applies(to: job))
      move.apply(to: &job)
      return job
    }
    let habits = plain.place.recognition, uptake = plain.place.takeUp
    #expect(moved(.applications).place.recognition.applies == habits.applies * 0.8)
    #expect(moved(.applications).place.recognition.appliesWarned == habits.appliesWarned * 0.8)
    #expect(moved(.registration).place.takeUp.registered == uptake.registered * 0.9)
    #expect(moved(.claims).place.takeUp.claimed == uptake.claimed * 0.8)
    #expect(moved(.begun).illness.diseasesBegun == plain.illness.diseasesBegun * 0.5)
    #expect((plain.monthsRecognised, moved(.recognisedMonths).monthsRecognised) == (12, 6))
  }

  /// A table without an effect would say that an assumption does not matter, where it only does not occur.
  @Test func recognitionIsMovedOnlyWhereADocumentKnowsIt() throws {
    var job = try job("guizhou")
    var book = job.variants[0].variant.plan.book
    book.recognition = nil
    job.variants[0].variant.plan = Plan(book, year: 2023)
    for move in [WeakAssumption.applications, .recognisedMonths, .begun] { #expect(!move.applies(to: job)) }
    for move in [WeakAssumption.registration, .claims] { #expect(move.applies(to: job)) }
  }

  @Test func thePageNamesEveryMove() throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: tests.deletingLastPathComponent().appending(path: "docs/model.md"), encoding: .utf8)
    for move in WeakAssumption.allCases { #expect(page.contains("\n| \(move.words) | "), "\(move)") }
  }
}
