import Rules
import Simulation

/// Every row of the burden report.
public struct Burden: Sendable {
  /// The rows in the order of the file.
  public let rows: [BurdenRow]

  /// Means per person and year: measure of the tally, its name and unit in the file, and the factor from fen or counts.
  static let means: [(measure: BurdenMeasure, name: String, unit: String, factor: Double)] = [
    (.admissions, "admissions", "perPerson", 1), (.outpatientEpisodes, "outpatientEpisodes", "perPerson", 1),
    (.personsWithCare, "withCare", "share", 1), (.cost, "cost", "yuan", 0.01), (.basic, "basic", "yuan", 0.01),
    (.criticalIllness, "criticalIllness", "yuan", 0.01), (.help, "assistance", "yuan", 0.01),
    (.premiumSubsidy, "premiumSubsidy", "yuan", 0.01), (.outOfPocket, "outOfPocket", "yuan", 0.01),
    (.personsPaid, "benefitRate", "share", 1), (.catastrophic10, "catastrophic10", "share", 1),
    (.catastrophic25, "catastrophic25", "share", 1), (.catastrophic40, "catastrophic40", "share", 1),
    (.overshoot10, "overshoot10", "points", 1e-4), (.overshoot25, "overshoot25", "points", 1e-4),
    (.overshoot40, "overshoot40", "points", 1e-4), (.povertyGap, "povertyGap", "yuan", 0.01),
    (.discretionary40, "discretionary40", "share", 1),
    (.discretionary100, "discretionary100", "share", 1), (.impoverished, "impoverished", "share", 1),
    (.impoverishedBefore, "impoverishedBeforeAssistance", "share", 1), (.warned, "warned", "share", 1),
    (.recognised, "recognised", "share", 1),
  ]

  /// What is left before and after each layer, with the measure that sums it.
  public static let stages: [(name: String, measure: BurdenMeasure)] = [
    ("beforeInsurance", .cost), ("afterBasic", .afterBasic), ("afterInsurance", .afterInsurance),
    ("afterAssistance", .outOfPocket),
  ]

  /// What is drawn, and what insurance leaves: no number of a document on assistance acts on it.
  static let beforeAssistance: Set<String> = [
    "persons", "admissions", "outpatientEpisodes", "withCare", "cost", "basic", "criticalIllness",
    "impoverishedBeforeAssistance", "outOfPocket.beforeInsurance", "outOfPocket.afterBasic",
    "outOfPocket.afterInsurance",
  ]

  /// Each jurisdiction on its own place.
  public init(_ result: RunResult) {
    var rows: [BurdenRow] = []
    for place in result.places {
      for variant in place.variants {
        guard let name = variant.variant.scenarioName else { continue }
        rows += Self.rows(name, variant, place, result.scenario.year)
      }
    }
    self.rows = rows
  }

  private static func rows(
    _ name: String, _ variant: RunResult.VariantResult, _ place: RunResult.PlaceResult, _ year: Int
  ) -> [BurdenRow] {
    let reader = TallyReader(variant.tally, scale: place.scale)
    let book = variant.variant.plan.book
    let warning = FigureStatus.ofWarning(book, year: year)
    var rows: [BurdenRow] = []
    for (index, group) in variant.tally.groups.names.enumerated() where reader.has(index) {
      let status = FigureStatus.of(group: index, variant)
      func ground(_ measure: String) -> FigureStatus {
        measure == "warned" ? warning : beforeAssistance.contains(measure) ? .assumption : status
      }
      func add(_ measure: String, _ statistic: String, _ estimate: Estimate?, _ unit: String) {
        guard let estimate else { return }
        rows.append(
          BurdenRow(
            scenario: name, place: place.place.id, jurisdiction: variant.variant.jurisdiction, year: year,
            dimension: group.dimension, group: group.group, measure: measure, statistic: statistic, estimate: estimate,
            unit: unit, status: ground(measure)))
      }
      add("persons", "total", reader.total(.persons, group: index), "persons")
      for one in means { add(one.name, "mean", reader.mean(one.measure, group: index).times(one.factor), one.unit) }
      add("reimbursementRatio", "mean", reader.reimbursement(group: index), "share")
      for measure in [BurdenMeasure.catastrophic10, .impoverished, .warned] {
        add("\(measure)", "total", reader.total(measure, group: index), "persons")
      }
      for (stage, (stageName, measure)) in stages.enumerated() {
        add("outOfPocket.\(stageName)", "mean", reader.mean(measure, group: index).times(0.01), "yuan")
        for (id, p) in [("p50", 0.5), ("p75", 0.75), ("p90", 0.9), ("p95", 0.95), ("p99", 0.99)] {
          add(
            "outOfPocket.\(stageName)", id, reader.outOfPocketQuantile(p, stage: stage, group: index) ?? .tooFew, "yuan"
          )
        }
      }
    }
    return rows
  }
}
