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
      for variant in place.variants {
        guard let name = variant.variant.scenarioName else { continue }
        rows += Self.rows(name, variant, place, result.scenario)
        rows += Self.areas(name, variant, place, result.scenario)
      }
    }
    self.rows = rows
  }

  private static func rows(
    _ name: String, _ variant: RunResult.VariantResult, _ place: RunResult.PlaceResult, _ scenario: Scenario
  ) -> [FundRow] {
    let reader = TallyReader(variant.tally, scale: place.scale)
    let cells = variant.tally.cells
    let book = variant.variant.plan.book
    var rows: [FundRow] = []
    let routed = Set(book.routes.flatMap(\.candidates))
    for (component, part) in cells.components.enumerated() {
      // A benefit that no route leads to, and a tilt that is not there, are no parts of this document.
      if component < book.benefits.count, !routed.contains(part.component) { continue }
      if part.component == "tilted", book.tilt == nil { continue }
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
        let amount = reader.fundDistribution(amountCell)
        let level = reader.fundMean(amountCell)
        let mean = level.times(0.01)
        let levelError = level.standardError ?? 0
        guard mean.value > 0 || status.lacksNumber || peopleName == "all" else { continue }
        add("amount", "mean", mean, "yuan")
        // What the years cannot tell has a row all the same: who looks for it must not think it was forgotten.
        add("amount", "sd", amount.spread?.times(0.01) ?? .tooFew, "yuan")
        for (id, p) in quantiles {
          add("amount", id, amount.quantile(p, levelError: levelError)?.times(0.01) ?? .tooFew, "yuan")
        }
        add("amount", "tvar99", amount.tailMean(0.99, levelError: levelError)?.times(0.01) ?? .tooFew, "yuan")
        if let budget = scenario.budget, budget.place == place.place.id, part.fundPart == "total", peopleName == "all" {
          add(
            "amount", "probabilityOverBudget",
            amount.probability(above: Double(budget.amount.fen), levelError: levelError),
            "share")
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
