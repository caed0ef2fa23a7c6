import Foundation
import Input
import Population
import Rules
import Settlement

/// The place's year under its own rules after each step of a budget: the first as it was, the last as it will be.
struct BudgetStages {
  let request: BudgetRequest
  let library: RuleLibrary
  private let file: RuleFile
  private let country: AgePyramid

  /// - Throws: `Refusal` where the place has no rules.
  init(_ request: BudgetRequest, library: RuleLibrary) throws(Refusal) {
    guard let file = library.file(request.place.jurisdiction) else {
      throw Refusal(
        Diagnostic(
          at: Place(file: request.place.file, line: 1), key: "jurisdiction",
          "there are no rules of \(request.place.jurisdiction), and a budget is made under a place's own",
          hint: Spelling.hint(for: request.place.jurisdiction, among: library.files.map(\.id))))
    }
    (self.request, self.library, self.file) = (request, library, file)
    country = try PlaceModel.shipped("national", vocabulary: library.vocabulary).pyramid
  }

  /// How many there are: that of last year, and one after each step.
  var count: Int { request.steps.count + 1 }

  /// The expected growth, in the order of `Trend.Part`.
  var growth: [Double] { request.scenario.trend.growth.map(\.rate) }

  /// The place's year after the first so many steps.
  ///
  /// - Parameter growth: yearly rates in the order of `Trend.Part`.
  /// - Throws: `Refusal` where a reform breaks the rules.
  func job(after count: Int, growth: [Double], replicates: Int) throws(Refusal) -> PlaceJob {
    let (done, years) = (Set(request.steps.prefix(count)), Double(request.ahead))
    let (place, illness) = people(done, growth.map { exp($0 * years) })
    let year = done.contains(.rules) ? request.year : request.lastYear
    let reforms = request.reforms.indices.filter { done.contains(.reform($0)) }
    let scenario = request.scenario
    let variant = Variant(
      role: .baseline, jurisdiction: file.id,
      plan: Plan(try book(done, reforms, growth, year), year: year, isDated: scenario.isDated),
      // A change does not reach back to the year before.
      before: Plan(try book(done, [], growth, year - 1), year: year - 1, isDated: scenario.isDated), reference: nil,
      usesCommonPrices: false)
    let households = place.households(forPeople: min(scenario.people, request.place.population))
    return PlaceJob(
      place: place, illness: illness, year: year, seed: scenario.seed, vocabulary: library.vocabulary,
      households: households, variants: [(variant, replicates)], cluster: Runner.cluster(of: households), fifths: [])
  }

  // MARK: People

  private func people(_ done: Set<BudgetStep>, _ factors: [Double]) -> (PlaceModel, IllnessModel) {
    var (place, illness) = (request.place, request.scenario.illness)
    if done.contains(.identities) { changeHolders(&place, factors[3]) }
    if done.contains(.admissions) { illness.admissions.perPerson *= factors[0] * offAgeing() }
    if done.contains(.costs) { place.priceLevel *= factors[1] }
    if done.contains(.incomes) {
      place.incomes.perHead *= factors[2]
      place.povertyLine = place.povertyLine.scaled(by: factors[2])
      place.allowanceStandard = place.allowanceStandard.scaled(by: factors[2])
    }
    if done.contains(.ageing) {
      let older = request.place.aged(years: request.ahead)
      (place.pyramid, place.population) = (older.pyramid, older.population)
    }
    return (place, illness)
  }

  /// A stated count is one of the residents of the year of the budget, of whom there may be more or fewer.
  private func changeHolders(_ place: inout PlaceModel, _ others: Double) {
    let trend = request.scenario.trend
    let residents = Double(trend.ages ? place.aged(years: request.ahead).population : place.population)
    place.scaleIdentities(by: others) { request.holders[$0.identity] == nil }
    for (identity, holders) in request.holders {
      let share = place.share(of: identity)
      let factor =
        switch holders {
        case .growth(let rate): exp(rate * Double(request.ahead))
        case .count(let persons): share > 0 ? persons / residents / share : 1
        }
      place.scaleIdentities(by: factor) { $0.identity == identity }
    }
  }

  /// What ageing brings of admissions is taken off their growth, because it is a step of its own: for the country's
  /// growth what its own ageing brings, for one that the budget states what that of the place brings.
  private func offAgeing() -> Double {
    let trend = request.scenario.trend, illness = request.scenario.illness
    guard trend.ages else { return 1 }
    let now = trend[.admissions].isStated ? request.place.pyramid : country
    let older = (0..<request.ahead).reduce(now) { pyramid, _ in pyramid.aYearLater().pyramid }
    return illness.admissionsByAge(now) / illness.admissionsByAge(older)
  }

  // MARK: Rules

  private func book(
    _ done: Set<BudgetStep>, _ reforms: [Int], _ growth: [Double], _ year: Int
  ) throws(Refusal) -> RuleBook {
    let scenario = request.scenario
    let changes = reforms.map { request.reforms[$0].patches[file.id] ?? [] }
    var book = try file.book(readings: scenario.readings, stages: changes + [scenario.patches[file.id] ?? []])
    if done.contains(.premium) {
      for name in ["premium", "premiumTier2"] {
        book.grow(parameter: name, rate: growth[4], to: request.year, ifUndatedSince: request.lastYear)
        book.pin(parameter: name, to: request.year)
      }
    }
    // Lines of the rules go with incomes: together, or people would pass lines that only the rules have moved.
    for name in ["disposableIncome", "monitoringLine", "allowanceStandard"] {
      if done.contains(.incomes) {
        book.grow(parameter: name, rate: growth[2], to: year, ifUndatedSince: request.lastYear)
      } else if done.contains(.rules) {
        book.pin(parameter: name, to: year - request.ahead)
      }
    }
    return book
  }
}

extension PlaceModel {
  /// Holders of an identity over all residents.
  func share(of identity: UInt8) -> Double {
    (householdIdentities + identities).reduce(0) { $0 + ($1.identity == identity ? $1.share : 0) }
  }
}

extension RuleBook {
  /// Lets a figure from outside the document be in every year what it is in one: so one figure of a year can be put into
  /// the rules of another.
  fileprivate mutating func pin(parameter name: String, to year: Int) {
    guard let index = parameters.firstIndex(where: { $0.id == name }),
      case .quantity(var quantity) = parameters[index].value
    else { return }
    quantity.byYear = [.init(from: .min, amount: quantity.amount(in: year).amount)]
    parameters[index].value = .quantity(quantity)
  }
}
