import Rules
import Simulation

/// What a reform does to all people of a place together: who pays instead, the heaviest burdens, and inequality.
struct ImpactOnPeople {
  private let name: String
  private let variant: RunResult.VariantResult
  private let place: RunResult.PlaceResult
  private let year: Int
  private let tallies: (before: SampleTally, after: SampleTally)
  private let readers: (before: TallyReader, after: TallyReader)
  private let status: FigureStatus

  init(
    _ name: String, _ variant: RunResult.VariantResult, _ baseline: RunResult.VariantResult,
    _ place: RunResult.PlaceResult, year: Int
  ) {
    (self.name, self.variant, self.place, self.year) = (name, variant, place, year)
    tallies = (baseline.tally, variant.tally)
    readers = (TallyReader(baseline.tally, scale: place.scale), TallyReader(variant.tally, scale: place.scale))
    status = max(FigureStatus.of(group: 0, variant), FigureStatus.of(group: 0, baseline))
  }

  private func row(
    _ measure: String, _ before: Estimate, _ after: Estimate, _ difference: Estimate, _ unit: String
  ) -> ImpactRow {
    ImpactRow(
      reform: name, place: place.place.id, jurisdiction: variant.variant.jurisdiction, year: year, dimension: "all",
      group: "all", measure: measure, baseline: before, reformed: after, difference: difference, unit: unit,
      status: status)
  }

  /// Who pays for care, yuan a year: the changes of all payers add up to that of the cost, which is 0 where use does not
  /// change. Premiums are no part of it; what the fund pays of them, people do not.
  func payers() -> [ImpactRow] {
    let payers: [(String, BurdenMeasure, Double)] = [
      ("payer.basic", .basic, 1), ("payer.criticalIllness", .criticalIllness, 1),
      ("payer.supplementary", .supplementary, 1), ("payer.assistance", .help, 1), ("payer.patients", .outOfPocket, 1),
      ("payer.all", .cost, 1), ("premium.fund", .premiumSubsidy, 1), ("premium.people", .premiumSubsidy, -1),
    ]
    let people = Double(place.place.population)
    let rows = payers.map { name, measure, sign in
      let factor = 0.01 * people * sign
      // Only the change of what people pay of premiums is known here: the subsidy's, the other way round.
      let isChange = sign < 0
      return row(
        name, isChange ? .tooFew : readers.before.mean(measure).times(factor),
        isChange ? .tooFew : readers.after.mean(measure).times(factor),
        readers.after.difference(measure, from: readers.before).times(factor), "yuan")
    }
    let relief = BurdenMeasure.impoverished
    return rows + [
      row(
        "temporaryReliefCandidates", readers.before.mean(relief).times(people),
        readers.after.mean(relief).times(people),
        readers.after.difference(relief, from: readers.before).times(people), "persons")
    ]
  }

  /// The heaviest burdens: quantiles over persons of what is left to pay.
  func quantiles() -> [ImpactRow] {
    guard let old = PaymentQuantiles(tallies.before), let new = PaymentQuantiles(tallies.after) else { return [] }
    let last = Burden.stages.count - 1
    return [("p90", 0.9), ("p95", 0.95), ("p99", 0.99)].compactMap { id, p in
      guard let before = readers.before.outOfPocketQuantile(p, stage: last, group: 0),
        let after = readers.after.outOfPocketQuantile(p, stage: last, group: 0)
      else { return nil }
      return row("outOfPocket.\(id)", before, after, new.difference(p, from: old), "yuan")
    }
  }

  /// Gini coefficient, concentration and Kakwani indices.
  func inequality() -> [ImpactRow] {
    guard let before = Inequality(tallies.before), let after = Inequality(tallies.after) else { return [] }
    return Inequality.Figure.allCases.map { figure in
      row(
        figure.rawValue, before.estimate(figure), after.estimate(figure), after.difference(figure, from: before),
        "index")
    }
  }
}
