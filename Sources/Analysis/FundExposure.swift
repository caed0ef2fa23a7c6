import Rules
import Simulation

/// Every row of the fund-exposure report.
public struct FundExposure: Sendable {
  /// The rows in the order of the file.
  public let rows: [FundRow]

  private static let quantiles: [(String, Double)] = [
    ("p05", 0.05), ("p25", 0.25), ("p50", 0.5), ("p75", 0.75), ("p90", 0.9), ("p95", 0.95), ("p99", 0.99),
  ]

  /// Each jurisdiction on its own place, under the rules as they are and under each reform.
  public init(_ result: RunResult) {
    var rows: [FundRow] = []
    for place in result.places {
      let fit = ParameterFit(place, result.scenario)
      for (rules, variant) in place.ownVariants.enumerated() {
        guard let name = variant.variant.scenarioName else { continue }
        let years = FundYears(place, rules: rules, fit: fit, variant.tally)
        rows += Self.rows(name, variant, years, place, result.scenario)
        rows += Self.areas(name, variant, place, result.scenario)
        for year in place.outlook {
          let fit = ParameterFit(place, result.scenario, year)
          let years = FundYears(place, rules: rules, fit: fit, variant.tally, year)
          rows += years.map { Self.outlook(name, variant, $0, place, year) } ?? []
        }
      }
    }
    self.rows = rows
  }

  private static func rows(
    _ name: String, _ variant: RunResult.VariantResult, _ years: FundYears?, _ place: RunResult.PlaceResult,
    _ scenario: Scenario
  ) -> [FundRow] {
    let reader = TallyReader(variant.tally, scale: place.scale)
    let cells = variant.tally.cells
    let book = variant.variant.plan.book
    var rows: [FundRow] = []
    for (component, part) in parts(cells, book) {
      for (people, peopleName) in cells.classes.enumerated() {
        let status = FigureStatus.of(part.component, peopleName, book)
        func add(_ measure: String, _ statistic: String, _ estimate: Estimate?, _ unit: String) {
          guard let estimate else { return }
          rows.append(
            FundRow(
              scenario: name, place: place.place.id, jurisdiction: variant.variant.jurisdiction, year: scenario.year,
              fundPart: part.fundPart, component: part.component, people: peopleName, measure: measure,
              statistic: statistic, estimate: estimate, unit: unit, status: status))
        }
        let amountCell = cells.index(component, people, .amount)
        let level = reader.fundMean(amountCell)
        let mean = level.times(0.01)
        guard mean.value > 0 || status.lacksNumber || peopleName == "all" else { continue }
        add("amount", "mean", mean, "yuan")
        add(
          "amount", "sdLuck", Self.known(reader.fundDistribution(amountCell).spread, level)?.times(0.01) ?? .tooFew,
          "yuan")
        if let years {
          let isTotal = part.fundPart == "total" && peopleName == "all"
          let budget = isTotal && scenario.budget?.place == place.place.id ? scenario.budget : nil
          let amount = years.distribution(amountCell, level: level)
          for one in Self.uncertain(amount, levelError: level.value > 0 ? level.standardError : 0, budget) {
            add("amount", one.statistic, one.estimate, one.unit)
          }
          if isTotal, let shares = years.shares(amountCell) {
            for share in shares.shares { add("amount", "varianceShare.\(share.source)", share.share, "share") }
          }
        }
        let personCell = cells.index(component, people, .persons)
        let timesCell = cells.index(component, people, .personTimes)
        add("persons", "mean", reader.fundMean(personCell), "persons")
        add("personTimes", "mean", reader.fundMean(timesCell), "personTimes")
        for (name, cell) in [("perPersonTime", timesCell), ("perPerson", personCell)] {
          add(name, "mean", reader.fundRatio(amount: amountCell, count: cell)?.times(0.01), "yuan")
        }
        add("perHead", "mean", mean.times(1 / Double(place.place.population)), "yuan")
      }
    }
    return rows
  }

  /// The components of a document's fund with their index.
  ///
  /// A benefit that no route leads to, and a tilt that is not there, are no parts of it.
  private static func parts(
    _ cells: FundCells, _ book: RuleBook
  ) -> [(index: Int, part: (fundPart: String, component: String))] {
    let routed = Set(book.routes.flatMap(\.candidates))
    return cells.components.enumerated().filter { index, part in
      if index < book.benefits.count { return routed.contains(part.component) }
      return part.component != "tilted" || book.tilt != nil
    }.map { ($0.offset, $0.element) }
  }

  /// The statistics of the years with everything uncertain.
  ///
  /// What so few years cannot tell has a row all the same: who looks for it must not think it was forgotten. The luck of
  /// the year alone has no quantiles: nobody should mistake it for all that can happen.
  ///
  /// - Parameter levelError: nil where so few were paid that the error of the level is not known; then that of no statistic is.
  private static func uncertain(
    _ amount: Distribution, levelError: Double?, _ budget: Scenario.Budget?
  ) -> [(statistic: String, estimate: Estimate, unit: String)] {
    guard let levelError else {
      return uncertain(amount, levelError: 0, budget).map {
        ($0.statistic, Estimate($0.estimate.value, standardError: nil), $0.unit)
      }
    }
    func yuan(_ id: String, _ fen: Estimate?) -> (String, Estimate, String) {
      (id, fen?.times(0.01) ?? .tooFew, "yuan")
    }
    var rows = [yuan("expected", amount.center(levelError: levelError)), yuan("sd", amount.spread)]
    rows += quantiles.map { id, p in yuan(id, amount.quantile(p, levelError: levelError)) }
    rows += [("tvar95", 0.95), ("tvar99", 0.99)].map { id, p in yuan(id, amount.tailMean(p, levelError: levelError)) }
    guard let budget else { return rows }
    let fen = Double(budget.amount.fen)
    rows.append(("probabilityOverBudget", amount.probability(above: fen, levelError: levelError), "share"))
    for (id, p) in [("reserve95", 0.95), ("reserve99", 0.99)] {
      rows.append(yuan(id, amount.quantile(p, levelError: levelError).map { $0.above(fen) }))
    }
    return rows
  }

  /// A spread has no error that is known where so few were paid that the error of the level is not.
  private static func known(_ spread: Estimate?, _ level: Estimate) -> Estimate? {
    spread.map { level.standardError == nil && level.value > 0 ? Estimate($0.value, standardError: nil) : $0 }
  }

  /// - Parameter levelError: nil where it is not known.
  private static func center(_ years: Distribution, _ levelError: Double?) -> Estimate {
    levelError.map { years.center(levelError: $0) } ?? Estimate(years.mean, standardError: nil)
  }

  /// A year to come: what it is expected to cost, and how the simulated years differ.
  ///
  /// The Monte-Carlo error of the level is taken from the scenario's year, in proportion.
  private static func outlook(
    _ name: String, _ variant: RunResult.VariantResult, _ years: FundYears, _ place: RunResult.PlaceResult,
    _ year: RunResult.YearAhead
  ) -> [FundRow] {
    let reader = TallyReader(variant.tally, scale: place.scale)
    let cells = variant.tally.cells
    let book = variant.variant.plan.book
    var rows: [FundRow] = []
    for (component, part) in parts(cells, book) {
      for (people, peopleName) in cells.classes.enumerated() where peopleName == "all" || part == ("total", "all") {
        let cell = cells.index(component, people, .amount)
        let amount = years.distribution(cell, level: reader.fundMean(cell))
        let status = FigureStatus.of(part.component, peopleName, book)
        guard amount.mean > 0 || peopleName == "all" || status.lacksNumber else { continue }
        let level = reader.fundMean(cell)
        let error = level.value > 0 ? level.standardError.map { $0 / level.value * amount.mean } : 0
        func add(_ measure: String, _ statistic: String, _ estimate: Estimate, _ unit: String) {
          rows.append(
            FundRow(
              scenario: name, place: place.place.id, jurisdiction: variant.variant.jurisdiction, year: year.year,
              fundPart: part.fundPart, component: part.component, people: peopleName, measure: measure,
              statistic: statistic, estimate: estimate, unit: unit, status: status))
        }
        for one in uncertain(amount, levelError: error, nil) { add("amount", one.statistic, one.estimate, one.unit) }
        let head = center(amount, error).times(0.01 / Double(max(1, year.population)))
        add("perHead", "expected", head, "yuan")
        for (measure, count, unit) in [
          ("persons", FundCells.Measure.persons, "persons"), ("personTimes", .personTimes, "personTimes"),
        ] {
          let counted = Distribution(years: years.years(cells.index(component, people, count)))
          let level = reader.fundMean(cells.index(component, people, count))
          let error = level.value > 0 ? level.standardError.map { $0 / level.value * counted.mean } : 0
          add(measure, "expected", center(counted, error), unit)
        }
        if part == ("total", "all"), peopleName == "all", let shares = years.shares(cell) {
          for share in shares.shares { add("amount", "varianceShare.\(share.source)", share.share, "share") }
        }
      }
    }
    return rows
  }

  /// What each area of the place costs; the column `place` names it after the place, `guizhou/zunyi`.
  private static func areas(
    _ name: String, _ variant: RunResult.VariantResult, _ place: RunResult.PlaceResult, _ scenario: Scenario
  ) -> [FundRow] {
    let reader = TallyReader(variant.tally, scale: place.scale)
    let cells = variant.tally.cells
    let total = reader.fundMean(cells.index(cells.total, cells.allClasses, .amount)).times(0.01)
    let fund = AreaFund(place.place.areas, variant.tally, reader, total: total)
    return fund.parts.flatMap { part in
      [
        ("amount", part.amount, "yuan"), ("share", part.share, "share"),
        ("perHead", part.amount.times(1 / Double(part.area.population)), "yuan"),
      ].map { measure, estimate, unit in
        FundRow(
          scenario: name, place: "\(place.place.id)/\(part.area.id)", jurisdiction: variant.variant.jurisdiction,
          year: scenario.year, fundPart: "total", component: "all", people: "all", measure: measure, statistic: "mean",
          estimate: estimate, unit: unit, status: FigureStatus.of("all", "all", variant.variant.plan.book))
      }
    }
  }
}

extension Variant {
  /// `baseline` or a reform's name; nil for variants that only compare.
  public var scenarioName: String? {
    switch role {
    case .baseline: "baseline"
    case .reform(let name): name
    default: nil
    }
  }
}
