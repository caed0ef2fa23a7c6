import Foundation
import Input
@testable import Population
import Rules
import Settlement
import Testing

@testable import Simulation

@Suite struct TrendTests {
  @Test func theDefaultIsTheSlopeOfTheNationalSeriesWithItsError() throws {
    let trend = Trend.standard(try NationalSeries.shipped())
    // Worked out apart from the program, with the textbook's formulas for a straight line.
    #expect(abs(trend[.admissions].rate - 0.0610) < 5e-4 && abs(trend[.admissions].deviation - 0.0184) < 5e-4)
    #expect(abs(trend[.costs].rate - 0.0014) < 5e-4 && abs(trend[.costs].deviation - 0.0104) < 5e-4)
    #expect(abs(trend[.incomes].rate - log(41_314.0 / 32_189) / 4) < 2e-3)
    #expect(abs(trend[.identities].rate - log(4_426 / 4_649.6) / 3) < 1e-9)
    #expect(trend[.premiums].rate == 0)
  }

  private func read(_ lines: String) throws -> (years: [Int], trend: Trend) {
    let findings = Findings()
    let fields = Fields(try YAMLReader.read(lines, file: "s.yaml"), "", findings)
    let reader = TrendReader(findings, try NationalSeries.shipped())
    let years = reader.years(fields, from: 2023)
    let trend = reader.trend(fields, hasYears: !years.isEmpty)
    try findings.refuseIfAny()
    return (years, trend)
  }

  @Test func whatIsStatedTakesThePlaceOfTheCountrys() throws {
    let (years, trend) = try read(
      "years: 2023-2026\ntrend: {costs: 2, incomes: {growth: -3, deviation: 1}, ageing: false}")
    #expect(years == [2024, 2025, 2026])
    #expect(trend[.costs] == .init(rate: log(1.02), deviation: 0, isStated: true))
    #expect(trend[.incomes] == .init(rate: log(0.97), deviation: 0.01, isStated: true))
    #expect(!trend.ages && !trend[.admissions].isStated)
    #expect(try read("name: x").years.isEmpty)
  }

  @Test(arguments: [
    ("years: 2023", "a span such as 2023-2028 is expected here"),
    ("years: 2024-2026", "begin it in 2023"), ("years: 2023-2023", "end it in a year from 2024 to 2038"),
    ("years: 2023-2090", "end it in a year from 2024 to 2038"),
    ("years: 2023-2025\ntrend: {cost: 2}", "did you mean costs?"),
    ("years: 2023-2025\ntrend: {costs: fast}", "a number from -30 to 30 is expected here"),
    ("years: 2023-2025\ntrend: {costs: {deviation: 2}}", "the key is missing"),
    ("trend: {costs: 2}", "there are none"),
  ])
  func whatIsWrongIsNamed(_ lines: String, _ reason: String) {
    do {
      _ = try read(lines)
      Issue.record("\(lines) was accepted")
    } catch {
      #expect("\(error)".contains(reason), "\(error)")
    }
  }
}

@Suite struct AgeingTests {
  private func place() throws -> PlaceModel {
    try .shipped("kaizhou", vocabulary: try RuleLibrary().vocabulary)
  }

  @Test func everybodyIsAYearOlderOrDead() throws {
    let before = try place().pyramid
    let (after, growth) = before.aYearLater()
    #expect(abs(after.shares.reduce(0, +) - 1) < 1e-12)
    for age in 1..<AgePyramid.oldest {
      for sex in 0..<2 {
        let left = after.shares[2 * age + sex] * growth
        #expect(left <= before.shares[2 * (age - 1) + sex] + 1e-15)
        #expect(left > 0.6 * before.shares[2 * (age - 1) + sex])
      }
    }
    // A county whose young have left has more deaths than births.
    #expect(growth > 0.985 && growth < 1.005)
  }

  @Test func livesAreAsLongAsStated() {
    for (male, years) in [(false, 81.0), (true, 76.0)] {
      var (alive, lived) = (1.0, 0.0)
      for age in 0...130 {
        alive *= 1 - AgePyramid.mortality(age: age, male: male)
        lived += alive
      }
      #expect(abs(lived + 0.5 - years) < 1, "\(lived)")
    }
  }

  @Test func noYearsChangeNothing() throws {
    let place = try place()
    #expect(place.aged(years: 0).pyramid == place.pyramid)
    #expect(place.aged(years: 0).population == place.population)
    #expect(place.aged(years: 3).pyramid.shares[2 * 70] > 0)
  }
}

@Suite struct PlaceAheadTests {
  private func job(_ id: String) throws -> PlaceJob {
    let library = try RuleLibrary()
    let book = try #require(library.file(id)).book
    let variant = Variant(
      role: .baseline, jurisdiction: id, plan: Plan(book, year: 2023), before: Plan(book, year: 2022), reference: nil,
      usesCommonPrices: false)
    return PlaceJob(
      place: try .shipped(id, vocabulary: library.vocabulary), illness: try .shipped(vocabulary: library.vocabulary),
      year: 2023, seed: 1, vocabulary: library.vocabulary, households: 128, variants: [(variant, 1)], cluster: 1,
      fifths: [])
  }

  private func parameter(_ name: String, _ plan: Plan) throws -> Quantity.Amount {
    guard case .quantity(let quantity)? = plan.book.parameter(name)?.value else { return .unquantified }
    return quantity.amount(in: plan.year).amount
  }

  @Test func datedFiguresAreTakenAndThenGrow() throws {
    let job = try job("bazhong")
    let country = job.place.pyramid
    var next = job.ahead(1, ages: false, country: country)
    next.grow([0, 0, 0.1, 0, 0.05], years: 1)
    // 2024 is dated in the rule file: no growth is added to what is known.
    #expect(try parameter("disposableIncome", next.variants[0].variant.plan) == .number(2_680_000))
    #expect(try parameter("premium", next.variants[0].variant.plan) == .number(38_000))
    var later = job.ahead(4, ages: false, country: country)
    later.grow([0, 0, 0.1, 0, 0.05], years: 4)
    // From the last known year, 2024 of incomes and 2025 of premiums, to 2027.
    let income = Int64((2_680_000 * exp(0.3)).rounded()), premium = Int64((40_000 * exp(0.1)).rounded())
    #expect(try parameter("disposableIncome", later.variants[0].variant.plan) == .number(income))
    #expect(try parameter("premium", later.variants[0].variant.plan) == .number(premium))
    #expect(later.variants[0].variant.plan.year == 2027 && later.variants[0].variant.before.year == 2026)
    #expect(abs(later.place.incomes.perHead / job.place.incomes.perHead - exp(0.4)) < 1e-12)
  }

  /// The growth of admissions is the country's with its ageing: what ages alone bring there is not counted twice.
  @Test func ageingIsNotCountedTwice() throws {
    let job = try job("kaizhou")
    let country = job.place.pyramid
    let later = job.ahead(5, ages: true, country: country)
    let before = job.illness.admissions.perPerson * job.illness.admissionsByAge(job.place.pyramid)
    let after = later.illness.admissions.perPerson * later.illness.admissionsByAge(later.place.pyramid)
    #expect(abs(after / before - 1) < 1e-9)
    #expect(later.illness.admissionsByAge(later.place.pyramid) > 1.01 * job.illness.admissionsByAge(job.place.pyramid))
  }
}
