import Population
import Rules
import Simulation

/// Each reform with and without an answer of patients to its prices.
public struct ResponseEffects: Sendable {
  /// The rows in the order of the file; empty where nobody answers.
  public let rows: [ResponseRow]

  /// Reads a run.
  public init(_ result: RunResult) {
    rows = result.places.flatMap { place in
      place.prices.flatMap { name, price -> [ResponseRow] in
        guard let effect = Effect(name, place, price, year: result.scenario.year) else { return [] }
        return effect.fund() + effect.people() + effect.prices(price)
      }
    }
  }
}

/// One reform of one place: its sums without an answer, with it, and what each is compared with.
private struct Effect {
  let name: String
  let place: RunResult.PlaceResult
  let year: Int
  let baseline: RunResult.VariantResult
  let reform: RunResult.VariantResult
  /// Of each statistic the rule set, and the one that it is taken against.
  let pairs: [(ResponseRow.Statistic, of: TallyReader, from: TallyReader)]
  /// The error of the factors by which stays change, of that change.
  let factorError: Double

  init?(_ name: String, _ place: RunResult.PlaceResult, _ price: PriceChange, year: Int) {
    func find(_ role: Variant.Role) -> RunResult.VariantResult? { place.variants.first { $0.variant.role == role } }
    guard let baseline = place.baseline, let reform = find(.reform(name)), let responding = find(.responding(name)),
      let response = find(.response(name))
    else { return nil }
    (self.name, self.place, self.year) = (name, place, year)
    (self.baseline, self.reform) = (baseline, reform)
    factorError = price.relativeError
    func reader(_ one: RunResult.VariantResult) -> TallyReader { TallyReader(one.tally, scale: place.scale) }
    pairs = [
      (.without, reader(reform), reader(baseline)), (.with, reader(responding), reader(baseline)),
      (.response, reader(response), reader(reform)),
    ]
  }

  private func rows(
    _ group: (dimension: String, group: String), _ measure: String, _ unit: String, _ status: FigureStatus,
    _ value: (TallyReader, TallyReader) -> Estimate
  ) -> [ResponseRow] {
    answered(pairs.map { statistic, of, from in row(group, measure, statistic, value(of, from), unit, status) })
  }

  /// The rows of a measure with the error of the factors in those that the answer has a part in, as if what it brings came from
  /// each group like its stays.
  private func answered(_ rows: [ResponseRow]) -> [ResponseRow] {
    let answer = rows.first { $0.statistic == .response }?.estimate.value ?? 0
    return rows.map { row in
      guard row.statistic != .without, let error = row.estimate.standardError else { return row }
      var row = row
      let ofFactors = answer * factorError
      row.estimate = Estimate(
        row.estimate.value, standardError: (error * error + ofFactors * ofFactors).squareRoot())
      return row
    }
  }

  private func row(
    _ group: (dimension: String, group: String), _ measure: String, _ statistic: ResponseRow.Statistic,
    _ estimate: Estimate, _ unit: String, _ status: FigureStatus
  ) -> ResponseRow {
    ResponseRow(
      reform: name, place: place.place.id, jurisdiction: reform.variant.jurisdiction, year: year,
      dimension: group.dimension, group: group.group, measure: measure, statistic: statistic, estimate: estimate,
      unit: unit, status: status)
  }

  /// The fund's cost, altogether and by class.
  func fund() -> [ResponseRow] {
    let cells = reform.tally.cells, component = cells.total
    let twins = cells.indices(in: baseline.tally.cells)
    return cells.classes.enumerated().flatMap { people, id -> [ResponseRow] in
      let cell = cells.index(component, people, .amount)
      let status = max(
        FigureStatus.of("all", id, reform.variant.plan.book), FigureStatus.of("all", id, baseline.variant.plan.book))
      let rows = answered(
        pairs.map { statistic, of, from in
          row(
            (id == "all" ? "all" : "class", id), "fund.total", statistic,
            of.fundDifference(cell, from: from, twin: statistic == .response ? cell : twins[cell]).times(0.01), "yuan",
            status)
        })
      return id == "all" || rows.contains { $0.estimate.value != 0 } ? rows : []
    }
  }

  /// Who pays, stays in hospital, and hardship.
  func people() -> [ResponseRow] {
    let residents = Double(place.place.population)
    let payers: [(String, BurdenMeasure)] = [
      ("payer.basic", .basic), ("payer.criticalIllness", .criticalIllness), ("payer.supplementary", .supplementary),
      ("payer.assistance", .help), ("payer.patients", .outOfPocket), ("payer.all", .cost),
    ]
    let hardship: [BurdenMeasure] = [.catastrophic10, .catastrophic25, .catastrophic40, .impoverished]
    func status(_ group: Int) -> FigureStatus {
      max(FigureStatus.of(group: group, reform), FigureStatus.of(group: group, baseline))
    }
    var rows: [ResponseRow] = []
    for (name, measure) in payers {
      rows += self.rows(("all", "all"), name, "yuan", status(0)) {
        $0.difference(measure, from: $1).times(0.01 * residents)
      }
    }
    for measure in hardship {
      rows += self.rows(("all", "all"), "\(measure)", "persons", status(0)) {
        $0.difference(measure, from: $1).times(residents)
      }
    }
    for (index, group) in reform.tally.groups.names.enumerated()
    where ["all", "identity"].contains(group.dimension) && pairs[0].of.has(index) {
      rows += self.rows((group.dimension, group.group), "admissions", "stays", .assumption) {
        let persons = $0.total(.persons, group: index).value
        return $0.difference(.admissions, from: $1, group: index).times(persons)
      }
    }
    return rows
  }

  /// What patients pay of their stays, and how they answer.
  func prices(_ price: PriceChange) -> [ResponseRow] {
    let words = reform.variant.plan.book.vocabulary.identities
    let figures: [(PriceChange.Figure, String, String)] =
      [
        (.priceBefore, "price.before", "share"), (.priceAfter, "price.after", "share"),
        (.admissions, "admissions.factor", "times"),
      ] + (1...3).map { (.level($0), "odds.\($0)", "times") }
    return price.groups.flatMap { group in
      let id = group < words.count ? words[group].id : "none"
      return figures.map { figure, measure, unit in
        row(("identity", id), measure, .level, price.estimate(group, figure), unit, .assumption)
      }
    }
  }
}
