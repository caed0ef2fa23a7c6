import Foundation
import Money
import Population
import Rules
import Settlement

extension PlaceJob {
  /// The job so many years later, as far as that is no matter of growth: the rules of that year, and people who are older.
  ///
  /// - Parameter country: the ages of the country's people. The growth of admissions is that of the country with its ageing,
  ///   so what ageing alone would bring there is taken off, and what it brings in the place comes from its own ages.
  func ahead(_ years: Int, ages: Bool, country: AgePyramid) -> PlaceJob {
    var job = self
    job.year = year + years
    for index in variants.indices {
      let old = variants[index].variant
      job.variants[index].variant.plan = Plan(
        old.book(in: job.year), year: old.plan.year + years, isDated: old.plan.isDated)
      job.variants[index].variant.before = Plan(
        old.before.book, year: old.before.year + years, isDated: old.before.isDated)
    }
    guard ages else { return job }
    job.place = place.aged(years: years)
    let older = (0..<years).reduce(country) { pyramid, _ in pyramid.aYearLater().pyramid }
    job.illness.admissions.perPerson *= illness.admissionsByAge(country) / illness.admissionsByAge(older)
    return job
  }

  /// Lets everything grow that a trend speaks of.
  ///
  /// - Parameters:
  ///   - growth: yearly rates in the order of `Trend.Part`.
  ///   - years: since the scenario's year.
  mutating func grow(_ growth: [Double], years: Int) {
    growPeople(growth, years: years)
    let (incomes, premiums) = (growth[2], growth[4])
    for index in variants.indices {
      for path in [\Variant.plan, \Variant.before] {
        let old = variants[index].variant[keyPath: path]
        var book = old.book
        for name in ["disposableIncome", "monitoringLine", "allowanceStandard"] {
          book.grow(parameter: name, rate: incomes, to: old.year, ifUndatedSince: year - years)
        }
        for name in ["premium", "premiumTier2"] {
          book.grow(parameter: name, rate: premiums, to: old.year, ifUndatedSince: year - years)
        }
        variants[index].variant[keyPath: path] = Plan(book, year: old.year, isDated: old.isDated)
      }
    }
  }

  /// Lets the people's part of it grow, without the rules.
  mutating func growPeople(_ growth: [Double], years: Int) {
    let factors = growth.map { exp($0 * Double(years)) }
    illness.admissions.perPerson *= factors[0]
    place.priceLevel *= factors[1]
    place.incomes.perHead *= factors[2]
    place.povertyLine = place.povertyLine.scaled(by: factors[2])
    place.allowanceStandard = place.allowanceStandard.scaled(by: factors[2])
    place.scaleIdentities(by: factors[3]) { _ in true }
  }
}

extension RuleBook {
  /// Lets a figure from outside the document grow from the last year for which it is known.
  ///
  /// - Parameter base: the year from which an undated one grows.
  mutating func grow(parameter name: String, rate: Double, to year: Int, ifUndatedSince base: Int) {
    guard rate != 0, case .quantity(let quantity)? = parameter(name)?.value else { return }
    let known = quantity.byYear.last.map { $0.from == .min ? base : $0.from } ?? base
    guard year > known else { return }
    scale(parameter: name, by: exp(rate * Double(year - known)))
  }
}
