import Analysis
import Simulation

/// The scripts of the figures, one a report.
struct FigureMaker {
  let context: ReportContext

  private var places: [String] { context.result.places.filter { $0.baseline != nil }.map(\.place.id) }

  /// A name without the municipality around it: figures have little room.
  private func short(_ name: String) -> String { name.split(separator: ",").first.map(String.init) ?? name }

  private func short(places: [String]) -> [String] { places.map { short(context.placeName($0)) } }

  /// The mark of a bar's ground, as in tables.
  private func mark(_ status: FigureStatus?) -> String {
    guard let status else { return "" }
    return status.lacksNumber ? " †" : status == .proxy ? " *" : ""
  }

  /// Yuan a head by part of the fund.
  func fund(_ exposure: FundExposure) -> String {
    let parts = [("assistance", "assistance 医疗救助"), ("premiumSubsidy", "premium subsidy 资助参保")]
    func find(_ place: String, _ part: String) -> FundRow? {
      exposure.rows.first {
        $0.place == place && $0.scenario == "baseline" && $0.fundPart == part && $0.people == "all"
          && $0.measure == "perHead"
          && ($0.component == "all" || $0.component == "premiumSubsidy")
      }
    }
    return Plot.groupedBars(
      title: "What the fund costs a resident and year",
      groups: zip(short(places: places), places).map { name, place in name + mark(find(place, "total")?.status) },
      series: parts.map(\.1),
      values: parts.map { part in places.map { find($0, part.0)?.estimate.value ?? .nan } },
      errors: parts.map { part in places.map { find($0, part.0)?.estimate.standardError ?? .nan } },
      yLabel: "yuan a resident and year")
  }

  /// Out-of-pocket cost left after each layer for allowance recipients and for people without an identity.
  func burden(_ rows: [BurdenRow]) -> String {
    func mean(_ place: String, _ group: String, _ measure: String) -> Estimate? {
      rows.first {
        $0.place == place && $0.scenario == "baseline" && $0.dimension == "identity" && $0.group == group
          && $0.measure == measure
          && $0.statistic == "mean"
      }?.estimate
    }
    let groups = [("minimumLivingAllowance", "allowance recipients 低保对象"), ("none", "people without an identity")]
    return Plot.groupedBars(
      title: "Out-of-pocket cost after all layers", groups: short(places: places),
      series: groups.map(\.1),
      values: groups.map { group in places.map { mean($0, group.0, "outOfPocket")?.value ?? .nan } },
      errors: groups.map { group in places.map { mean($0, group.0, "outOfPocket")?.standardError ?? .nan } },
      yLabel: "yuan a person and year")
  }

  /// The change of the fund's yearly cost by reform.
  func impact(_ rows: [ImpactRow]) -> String {
    let totals = rows.filter { $0.measure == "fund.total" && $0.dimension == "all" }
    return Plot.bars(
      title: "Change of the fund's yearly cost",
      // One reform may act on several places, whose bars would else look alike.
      labels: totals.map { row in
        totals.count { $0.reform == row.reform } > 1
          ? "\(row.reform), \(short(context.placeName(row.place)))" : row.reform
      }, values: totals.map { $0.difference.value / 1e6 },
      errors: totals.map { ($0.difference.standardError ?? .nan) / 1e6 },
      yLabel: "million yuan a year")
  }

  /// Assistance a head of each place's people under each document, common insurance where it was asked for.
  func comparison(_ rows: [ComparisonRow]) -> String {
    let jurisdictions = context.result.scenario.jurisdictions
    let insurance = context.comparedInsurance
    let places = context.result.places.map(\.place.id)
    func find(_ place: String, _ jurisdiction: String) -> ComparisonRow? {
      rows.first {
        $0.insurance == insurance && $0.place == place && $0.jurisdiction == jurisdiction && $0.measure == "assistance"
          && $0.dimension == "all"
      }
    }
    func rules(_ id: String) -> String {
      let isDraft = context.result.library.file(id)?.book.document.status == .draft
      let status = places.compactMap { find($0, id)?.status }.max()
      return "rules of \(short(context.name(id)))\(isDraft ? " (draft)" : "")\(mark(status))"
    }
    return Plot.groupedBars(
      title: "Assistance for the same people under each document (\(insurance) insurance)",
      groups: short(places: places),
      series: jurisdictions.map(rules),
      values: jurisdictions.map { j in places.map { find($0, j)?.estimate.value ?? .nan } },
      errors: jurisdictions.map { j in places.map { find($0, j)?.estimate.standardError ?? .nan } },
      yLabel: "yuan a resident and year")
  }
}
