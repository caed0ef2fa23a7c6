import Rules
import Simulation

/// Every row of `cash.csv`: what the funds pay by year of care and by month and year of payment.
public struct CashFlow: Sendable {
  /// In the order of the file.
  public let rows: [CashRow]

  /// Each jurisdiction on its own place, under the rules as they are and under each reform.
  public init(_ result: RunResult) {
    rows = result.places.flatMap { place in
      place.ownVariants.enumerated().flatMap { rules, variant -> [CashRow] in
        guard let writer = Writer(place, variant, result.scenario) else { return [] }
        return writer.months() + writer.years(rules) + writer.toDate(rules)
      }
    }
  }
}

/// Makes the rows of one rule set.
private struct Writer {
  let place: RunResult.PlaceResult
  let variant: RunResult.VariantResult
  let scenario: Scenario
  let name: String
  let status: FigureStatus

  init?(_ place: RunResult.PlaceResult, _ variant: RunResult.VariantResult, _ scenario: Scenario) {
    guard let name = variant.variant.scenarioName else { return nil }
    (self.place, self.variant, self.scenario, self.name) = (place, variant, scenario, name)
    status = FigureStatus.of("all", "all", variant.variant.plan.book)
  }

  private func row(
    _ serviceYear: String, _ paymentYear: String, month: String = "all", part: MonthCells.Part = .total,
    given: String = "", _ statistic: String, _ estimate: Estimate, _ unit: String = "yuan"
  ) -> CashRow {
    CashRow(
      scenario: name, place: place.place.id, jurisdiction: variant.variant.jurisdiction, serviceYear: serviceYear,
      paymentYear: paymentYear, month: month, fundPart: "\(part)", given: given, statistic: statistic,
      estimate: estimate, unit: unit, status: part == .total ? status : ground(part))
  }

  private func ground(_ part: MonthCells.Part) -> FigureStatus {
    FigureStatus.of(part == .assistance ? "all" : "premiumSubsidy", "all", variant.variant.plan.book)
  }

  /// The scenario's year of care with the parameters as assumed, by month of payment.
  func months() -> [CashRow] {
    let reader = TallyReader(variant.tally, scale: place.scale)
    let year = scenario.year
    return MonthCells.Part.allCases.flatMap { part -> [CashRow] in
      func mean(_ payment: MonthCells.Payment) -> Estimate {
        reader.month(MonthCells.payments(part, payment)).times(0.01)
      }
      let last = MonthCells.slots - 1
      let months = (0..<last).map { slot in
        row(
          "\(year)", "\(year + slot / MonthCells.months)", month: "\(slot % MonthCells.months + 1)", part: part, "mean",
          mean(.month(slot)))
      }
      let years = (0...1).map { row("\(year)", "\(year + $0)", part: part, "mean", mean(.year($0))) }
      let later = row("\(year)", "later", part: part, "mean", mean(.month(last)))
      return months.filter { $0.estimate.value > 0 } + years + [later]
    }
  }

  /// Every year of care and of payment with everything uncertain.
  func years(_ rules: Int) -> [CashRow] {
    guard let payments = PaymentYears(place, scenario, rules: rules, variant.tally) else { return [] }
    let (own, next) = (relativeError(.year(0)), relativeError(.year(1)))
    var rows = [expected("earlier", "\(scenario.year)", payments.owed, payments.isOwedStated ? 0 : next)]
    for (index, year) in payments.years.enumerated() {
      rows.append(expected("\(year)", "\(year)", payments.paid(forYear: index, later: 0), own))
      rows.append(expected("\(year)", "\(year + 1)", payments.paid(forYear: index, later: 1), next))
      let paid = Distribution(years: payments.paid(inYear: index))
      rows += statistics(
        "all", "\(year)", paid, levelError: paid.isNothing ? 0 : own.map { $0 * paid.mean }, given: "",
        isFirst: index == 0)
    }
    return rows
  }

  /// The Monte-Carlo error of what is paid when, over its mean; nil where too few were paid to tell it.
  private func relativeError(_ payment: MonthCells.Payment) -> Double? {
    let mean = TallyReader(variant.tally, scale: place.scale).month(MonthCells.payments(.total, payment))
    return mean.value > 0 ? mean.standardError.map { $0 / mean.value } : 0
  }

  private func monthErrors(through: Int) -> MonthErrors? {
    let reader = TallyReader(variant.tally, scale: place.scale)
    return MonthErrors(
      months: (0..<MonthCells.slots).map { reader.month(MonthCells.payments(.total, .month($0))) },
      year: reader.month(MonthCells.payments(.total, .year(0))), through: through)
  }

  /// - Parameter error: relative, of the level; nil where it is not known.
  private func expected(_ service: String, _ payment: String, _ fen: [Double], _ error: Double?) -> CashRow {
    let years = Distribution(years: fen)
    // Of exactly nothing the error is nothing, whatever is known of the level.
    let level = years.isNothing ? 0 : error.map { $0 * years.mean }
    return row(service, payment, "expected", years.expected(levelError: level).times(0.01))
  }

  private func statistics(
    _ service: String, _ payment: String, _ fen: Distribution, levelError: Double?, given: String, isFirst: Bool
  ) -> [CashRow] {
    let error = levelError ?? 0
    var rows = [row(service, payment, given: given, "expected", fen.center(levelError: error).times(0.01))]
    rows += [("p05", 0.05), ("p50", 0.5), ("p95", 0.95)].map { name, p in
      row(service, payment, given: given, name, fen.quantile(p, levelError: error)?.times(0.01) ?? .tooFew)
    }
    if isFirst, let budget = scenario.budget, budget.place == place.place.id {
      let over = fen.probability(above: Double(budget.amount.fen), levelError: error)
      rows.append(row(service, payment, given: given, "probabilityOverBudget", over, "share"))
    }
    guard levelError == nil else { return rows }
    return rows.map { row in
      var row = row
      row.estimate = Estimate(row.estimate.value, standardError: nil)
      return row
    }
  }

  /// The year's total given what was paid to date: of payments, and of care. Payments were made under the rules as they are.
  func toDate(_ rules: Int) -> [CashRow] {
    guard rules == 0, let paid = scenario.cash.known.first(where: { $0.place == place.place.id })?.paid,
      let payments = PaymentYears(place, scenario, rules: rules, variant.tally)
    else { return [] }
    let (year, fen) = ("\(scenario.year)", Double(paid.amount.fen))
    let toDate = payments.paid(through: paid.through)
    let (owed, own) = (payments.owed(through: paid.through), payments.own(through: paid.through))
    func rest(_ total: [Double], _ toDate: [Double]) -> [Double] {
      YearToDate.loosened(zip(total, toDate).map { $0 - $1 }, persistence: scenario.cash.persistence)
    }
    let known = fen - owed.reduce(0, +) / Double(owed.count)
    var rows = [row("all", year, month: "\(paid.through)", "paid", Estimate(fen / 100, standardError: 0))]
    guard
      let inYear = YearToDate(
        paid: fen, toDate: toDate, rest: rest(payments.paid(inYear: 0), toDate), known: fen),
      let forYear = YearToDate(paid: fen, toDate: toDate, rest: rest(payments.totals[0], own), known: known)
    else {
      return rows + [
        row("all", year, given: "paid", "expected", .tooFew), row(year, "all", given: "paid", "expected", .tooFew),
      ]
    }
    let below = Distribution(years: toDate).probability(above: fen)
    let share = Estimate(
      1 - below.value, standardError: below.standardError,
      interval: below.interval.map { 1 - $0.upperBound...1 - $0.lowerBound })
    rows.append(row("all", year, month: "\(paid.through)", "shareBelow", share, "share"))
    let people = monthErrors(through: paid.through)
    func add(_ service: String, _ payment: String, _ found: YearToDate) {
      rows += statistics(
        service, payment, found.given, levelError: people.map(found.levelError), given: "paid",
        isFirst: true)
    }
    add("all", year, inYear)
    add(year, "all", forYear)
    return rows
  }
}
