import Rules
import Simulation

/// Makes the rows of one rule set's fund in one year.
struct FundRows {
  /// A part of the fund and one of the document's classes, or all of them.
  private struct Cell {
    var fundPart: String
    var component: String
    var people: String
    /// Index of its amount, persons and settlements.
    var index: (amount: Int, persons: Int, times: Int)
    var status: FigureStatus

    /// All that the fund pays.
    var isTotal: Bool { fundPart == "total" && people == "all" }
  }

  private let scenario: Scenario
  private let place: RunResult.PlaceResult
  private let variant: RunResult.VariantResult
  private let name: String
  private let reader: TallyReader
  private let years: FundYears?
  /// Nil for the scenario's own year.
  private let ahead: RunResult.YearAhead?

  /// - Parameters:
  ///   - rules: 0 for the rules as they are, then the place's reforms.
  ///   - ahead: a year to come; nil for the scenario's own.
  /// - Returns: nil for rules that are only compared, and for a year to come in which nothing is drawn.
  init?(_ scenario: Scenario, _ place: RunResult.PlaceResult, rules: Int, ahead: RunResult.YearAhead? = nil) {
    variant = place.ownVariants[rules]
    guard let name = variant.variant.scenarioName else { return nil }
    (self.scenario, self.place, self.name, self.ahead) = (scenario, place, name, ahead)
    reader = TallyReader(variant.tally, scale: place.scale)
    years = FundYears(place, rules: rules, fit: ParameterFit(place, scenario, ahead), variant.tally, ahead)
    if ahead != nil, years == nil { return nil }
  }

  /// What each part and class costs, and for whom.
  var rows: [FundRow] { cells.flatMap { rows(of: $0) } }

  /// Those of a part and class; none where nothing is paid and no number is lacking.
  private func rows(of cell: Cell) -> [FundRow] {
    let level = reader.fundMean(cell.index.amount), drawn = distribution(cell.index.amount, level)
    let amount = ahead == nil ? level.value : drawn?.mean ?? 0
    guard amount > 0 || cell.status.lacksNumber || cell.people == "all" else { return [] }
    var rows: [FundRow] = []
    func add(_ measure: String, _ statistic: String, _ estimate: Estimate, _ unit: String) {
      rows.append(row(cell, measure, statistic, estimate, unit))
    }
    if ahead == nil {
      add("amount", "mean", level.times(0.01), "yuan")
      add("amount", "sdLuck", luck(cell.index.amount, level).times(0.01), "yuan")
    }
    if let drawn {
      let error = levelError(level, of: drawn)
      for one in drawn.statistics(levelError: error, budget: cell.isTotal ? budget : nil) {
        add("amount", one.statistic, one.estimate, one.unit)
      }
      add("perHead", "expected", perHead(drawn.expected(levelError: error).times(0.01)), "yuan")
      if cell.isTotal, let shares = years?.shares(cell.index.amount) {
        for share in shares.shares { add("amount", "varianceShare.\(share.source)", share.share, "share") }
      }
    }
    for (measure, index) in [("persons", cell.index.persons), ("personTimes", cell.index.times)] {
      let level = reader.fundMean(index)
      // Counts of the scenario's own year are told as assumed.
      if ahead == nil {
        add(measure, "mean", level, measure)
      } else if let drawn = distribution(index, level) {
        add(measure, "expected", drawn.expected(levelError: levelError(level, of: drawn)), measure)
      }
    }
    guard ahead == nil else { return rows }
    for (measure, count) in [("perPersonTime", cell.index.times), ("perPerson", cell.index.persons)] {
      guard let mean = reader.fundRatio(amount: cell.index.amount, count: count) else { continue }
      add(measure, "mean", mean.times(0.01), "yuan")
    }
    add("perHead", "mean", perHead(level.times(0.01)), "yuan")
    return rows
  }

  /// What each area of the place costs; the column `place` names it after the place, `guizhou/zunyi`.
  var areas: [FundRow] {
    guard let cell = cells.first(where: \.isTotal) else { return [] }
    let fund = AreaFund(
      place.place.areas, variant.tally, reader, total: reader.fundMean(cell.index.amount).times(0.01))
    return fund.parts.flatMap { part in
      [
        ("amount", part.amount, "yuan"), ("share", part.share, "share"),
        ("perHead", part.amount.times(1 / Double(part.area.population)), "yuan"),
      ].map { measure, estimate, unit in
        row(cell, measure, "mean", estimate, unit, place: "\(place.place.id)/\(part.area.id)")
      }
    }
  }

  private func row(
    _ cell: Cell, _ measure: String, _ statistic: String, _ estimate: Estimate, _ unit: String, place: String? = nil
  ) -> FundRow {
    FundRow(
      scenario: name, place: place ?? self.place.place.id, jurisdiction: variant.variant.jurisdiction,
      year: ahead?.year ?? scenario.year, fundPart: cell.fundPart, component: cell.component, people: cell.people,
      measure: measure, statistic: statistic, estimate: estimate, unit: unit, status: cell.status)
  }

  /// A sum by the residents of the year.
  private func perHead(_ sum: Estimate) -> Estimate {
    sum.times(1 / Double(max(1, ahead?.population ?? place.place.population)))
  }

  /// The appropriation that the place's year is held against.
  private var budget: Scenario.Budget? {
    scenario.budget.flatMap { ahead == nil && $0.place == place.place.id ? $0 : nil }
  }

  /// A cell's years with everything uncertain; nil where nothing but luck is.
  ///
  /// - Parameter level: the cell's yearly mean.
  private func distribution(_ cell: Int, _ level: Estimate) -> Distribution? {
    years.map { $0.distribution(cell, level: level) }
  }

  /// How far years lie apart by luck; without an error where so few were paid that the level has none.
  private func luck(_ cell: Int, _ level: Estimate) -> Estimate {
    guard let spread = reader.fundDistribution(cell).spread else { return .tooFew }
    return level.value > 0 && level.standardError == nil ? Estimate(spread.value, standardError: nil) : spread
  }

  /// The Monte-Carlo error of the level of some years, by which all of them may lie higher or lower together: that of the year as
  /// assumed, in proportion. Nil where so few were paid that it is not known.
  private func levelError(_ level: Estimate, of years: Distribution) -> Double? {
    guard level.value > 0, !years.isNothing else { return 0 }
    return level.standardError.map { $0 / level.value * years.mean }
  }

  /// Every part and class of the document's fund; of a year to come classes of the total alone.
  ///
  /// A benefit that no route leads to, and a tilt that is not there, are no parts of it.
  private var cells: [Cell] {
    let cells = variant.tally.cells, book = variant.variant.plan.book
    let routed = Set(book.routes.flatMap(\.candidates))
    let parts = cells.components.enumerated().filter { index, part in
      if index < book.benefits.count { return routed.contains(part.component) }
      return part.component != "tilted" || book.tilt != nil
    }
    return parts.flatMap { component, part in
      cells.classes.enumerated().compactMap { people, name in
        guard ahead == nil || name == "all" || part.fundPart == "total" else { return nil }
        func index(_ measure: FundCells.Measure) -> Int { cells.index(component, people, measure) }
        return Cell(
          fundPart: part.fundPart, component: part.component, people: name,
          index: (index(.amount), index(.persons), index(.personTimes)),
          status: FigureStatus.of(part.component, name, book))
      }
    }
  }
}
