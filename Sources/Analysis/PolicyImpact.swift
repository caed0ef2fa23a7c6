import Rules
import Simulation

/// Every row of the policy-impact report: paired differences on the same people.
public struct PolicyImpact: Sendable {
  /// The rows in the order of the file.
  public let rows: [ImpactRow]

  /// Each reform against the rules as they are.
  public init(_ result: RunResult) {
    var rows: [ImpactRow] = []
    for place in result.places {
      guard let baseline = place.baseline else { continue }
      for variant in place.variants {
        guard case .reform(let name) = variant.variant.role else { continue }
        rows += Self.fund(name, variant, baseline, place, result.scenario.year)
        rows += Self.burden(name, variant, baseline, place, result.scenario.year)
        let people = ImpactOnPeople(name, variant, baseline, place, year: result.scenario.year)
        rows += people.payers() + people.quantiles() + people.inequality()
      }
    }
    self.rows = rows
  }

  private static func fund(
    _ name: String, _ variant: RunResult.VariantResult, _ baseline: RunResult.VariantResult,
    _ place: RunResult.PlaceResult,
    _ year: Int
  ) -> [ImpactRow] {
    let before = TallyReader(baseline.tally, scale: place.scale), after = TallyReader(variant.tally, scale: place.scale)
    let cells = variant.tally.cells
    let twins = cells.indices(in: baseline.tally.cells)
    var rows: [ImpactRow] = []
    for (component, part) in cells.components.enumerated() {
      for (people, peopleName) in cells.classes.enumerated() {
        let cell = cells.index(component, people, .amount)
        let twin = twins[cell]
        let old = (twin.map { before.fundMean($0) } ?? Estimate(0, standardError: 0)).times(0.01),
          new = after.fundMean(cell).times(0.01)
        guard old.value > 0 || new.value > 0 else { continue }
        rows.append(
          ImpactRow(
            reform: name, place: place.place.id, jurisdiction: variant.variant.jurisdiction, year: year,
            dimension: peopleName == "all" ? "all" : "class", group: peopleName,
            measure: part.component == "all" ? "fund.\(part.fundPart)" : "fund.\(part.component)", baseline: old,
            reformed: new, difference: after.fundDifference(cell, from: before, twin: twin).times(0.01),
            unit: "yuan",
            status: max(
              FigureStatus.of(part.component, peopleName, variant.variant.plan.book),
              FigureStatus.of(part.component, peopleName, baseline.variant.plan.book))))
      }
    }
    return rows
  }

  private static func burden(
    _ name: String, _ variant: RunResult.VariantResult, _ baseline: RunResult.VariantResult,
    _ place: RunResult.PlaceResult,
    _ year: Int
  ) -> [ImpactRow] {
    let before = TallyReader(baseline.tally, scale: place.scale), after = TallyReader(variant.tally, scale: place.scale)
    var rows: [ImpactRow] = []
    for (index, group) in variant.tally.groups.names.enumerated() where after.has(index) {
      let status = max(FigureStatus.of(group: index, variant), FigureStatus.of(group: index, baseline))
      func add(_ measure: String, _ old: Estimate, _ new: Estimate, _ difference: Estimate, _ unit: String) {
        rows.append(
          ImpactRow(
            reform: name, place: place.place.id, jurisdiction: variant.variant.jurisdiction, year: year,
            dimension: group.dimension, group: group.group, measure: measure, baseline: old, reformed: new,
            difference: difference, unit: unit, status: status))
      }
      let compared: [BurdenMeasure] = [
        .help, .premiumSubsidy, .outOfPocket, .personsPaid, .catastrophic10, .catastrophic25, .catastrophic40,
        .overshoot10, .overshoot25, .overshoot40, .discretionary40, .impoverished, .povertyGap,
      ]
      for one in Burden.means where compared.contains(one.measure) {
        add(
          one.name, before.mean(one.measure, group: index).times(one.factor),
          after.mean(one.measure, group: index).times(one.factor),
          after.difference(one.measure, from: before, group: index).times(one.factor), one.unit)
      }
      for measure in [BurdenMeasure.winners, .losers, .unchanged] {
        let count = after.total(measure, group: index)
        add("\(measure)", Estimate(0, standardError: 0), count, count, "persons")
      }
      for measure in [BurdenMeasure.gained, .lost] {
        let sum = after.total(measure, group: index).times(0.01)
        add("\(measure)", Estimate(0, standardError: 0), sum, sum, "yuan")
      }
    }
    return rows
  }
}
