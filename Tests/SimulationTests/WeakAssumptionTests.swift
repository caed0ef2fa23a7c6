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

  @Test func whatIsBorrowedIsMovedAndNothingElse() throws {
    var job = try job("kaizhou")
    #expect(WeakAssumption.proxies.applies(to: job))
    let plain = job.variants[0].variant.plan.book
    WeakAssumption.proxies.apply(to: &job)
    let moved = job.variants[0].variant.plan.book
    func rates(_ book: RuleBook) -> [Quantity] {
      book.benefits.flatMap { benefit in benefit.rate.sorted { $0.key < $1.key }.flatMap(\.value.quantities) }
    }
    var borrowed = 0
    for (before, after) in zip(rates(plain), rates(moved)) {
      guard before.source.status == .proxy, case .number(let old) = before.amount(in: 2023).amount else {
        #expect(before == after)
        continue
      }
      borrowed += 1
      #expect(after.amount(in: 2023).amount == .number(old * 8 / 10))
    }
    #expect(borrowed > 0)
    // Guizhou borrows nothing.
    #expect(try !WeakAssumption.proxies.applies(to: self.job("guizhou")))
  }

  @Test func aDrawMovesCountedIdentitiesWithTheYearAlone() throws {
    var job = try job("guizhou")
    job.place.identities[0].isCounted = true
    let uncertainty = Uncertainty.standard(try NationalSeries.shipped())
    let index = try #require(uncertainty.parameters.firstIndex { $0.id == "identities" })
    var draw = ParameterDraw(uncertainty, .standard(try .shipped()), seed: 1, replicate: 0)
    draw.values[index] = 1.2
    draw.years = [[1, 1, 1.1]]
    let moved = job.moved(to: draw, of: uncertainty)
    #expect(moved.place.identities[0].share == job.place.identities[0].share * 1.1)
    #expect(abs(moved.place.identities[1].share / job.place.identities[1].share - 1.32) < 1e-12)
    #expect(moved.monthsRecognised >= 1)
  }

  @Test func drawsDependOnSeedAndReplicateAlone() throws {
    let uncertainty = Uncertainty.standard(try NationalSeries.shipped())
    let trend = Trend.standard(try .shipped())
    func draw(_ seed: UInt64, _ replicate: Int) -> [Double] {
      let draw = ParameterDraw(uncertainty, trend, ahead: 2, seed: seed, replicate: replicate)
      return draw.values + draw.years.joined() + draw.growth.dropLast()
    }
    #expect(draw(1, 3) == draw(1, 3))
    #expect(Set([draw(1, 3), draw(1, 4), draw(2, 3)]).count == 3)
    #expect(Set(draw(1, 3)).count == draw(1, 3).count)
  }

  @Test func aDrawThatNobodyCanBeMadeOfIsRefusedBeforeTheRun() throws {
    let job = try job("guizhou")
    let uncertainty = Uncertainty.standard(try NationalSeries.shipped())
    var draw = ParameterDraw(uncertainty, .standard(try .shipped()), seed: 1, replicate: 0)
    try job.check(draw, of: uncertainty, replicate: 0)
    draw.values[try #require(uncertainty.parameters.firstIndex { $0.id == "identities" })] = 40
    do {
      try job.check(draw, of: uncertainty, replicate: 36)
      Issue.record("it was accepted")
    } catch {
      #expect("\(error)".contains("this is replicate 37 as its uncertain parameters were drawn"), "\(error)")
    }
  }

  @Test func thePageNamesEveryMove() throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: tests.deletingLastPathComponent().appending(path: "docs/model.md"), encoding: .utf8)
    for move in WeakAssumption.allCases { #expect(page.contains("\n| \(move.words.english) | "), "\(move)") }
  }
}
