import Analysis
import Input
import Simulation

/// The scripts of the figures, one a report.
struct FigureMaker: Speaker {
  let context: ReportContext

  var language: Language { context.language }

  private var places: [String] { context.result.places.filter { $0.baseline != nil }.map(\.place.id) }

  /// A name without the municipality around it: figures have little room.
  private func short(_ name: Phrase) -> String { name.text.split(separator: ",").first.map(String.init) ?? name.text }

  private func short(places: [String]) -> [String] { places.map { short(context.placeName($0)) } }

  /// The mark of a bar's ground, as in tables.
  private func mark(_ status: FigureStatus?) -> String {
    guard let status else { return "" }
    return status.lacksNumber ? " †" : status == .proxy ? " *" : ""
  }

  /// Yuan a head by part of the fund.
  func fund(_ exposure: FundExposure) -> String {
    let parts = [
      ("assistance", say(en: "assistance 医疗救助", zh: "医疗救助").text),
      ("premiumSubsidy", say(en: "premium subsidy 资助参保", zh: "资助参保").text),
    ]
    func find(_ place: String, _ part: String) -> FundRow? {
      exposure.rows.first {
        $0.place == place && $0.scenario == "baseline" && $0.fundPart == part && $0.people == "all"
          && $0.measure == "perHead" && $0.statistic == "mean"
          && ($0.component == "all" || $0.component == "premiumSubsidy")
      }
    }
    return Plot.groupedBars(
      title: say(en: "What the fund costs a resident and year", zh: "医疗救助基金人均年支出（按常住人口）"),
      groups: zip(short(places: places), places).map { name, place in name + mark(find(place, "total")?.status) },
      series: parts.map(\.1),
      values: parts.map { part in places.map { find($0, part.0)?.estimate.value ?? .nan } },
      errors: parts.map { part in places.map { find($0, part.0)?.estimate.standardError ?? .nan } },
      yLabel: say(en: "yuan a resident and year", zh: "元/人·年"))
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
    let groups = [
      ("minimumLivingAllowance", say(en: "allowance recipients 低保对象", zh: "低保对象").text),
      ("none", say(en: "people without an identity", zh: "无救助对象身份人员").text),
    ]
    return Plot.groupedBars(
      title: say(en: "Out-of-pocket cost after all layers", zh: "各层保障支付后的人均自付费用"), groups: short(places: places),
      series: groups.map(\.1),
      values: groups.map { group in places.map { mean($0, group.0, "outOfPocket")?.value ?? .nan } },
      errors: groups.map { group in places.map { mean($0, group.0, "outOfPocket")?.standardError ?? .nan } },
      yLabel: say(en: "yuan a person and year", zh: "元/人·年"))
  }

  /// The change of the fund's yearly cost by reform.
  func impact(_ rows: [ImpactRow]) -> String {
    let totals = rows.filter { $0.measure == "fund.total" && $0.dimension == "all" }
    return Plot.bars(
      title: say(en: "Change of the fund's yearly cost", zh: "基金年支出变化"),
      // One reform may act on several places, whose bars would else look alike.
      labels: totals.map { row in
        totals.count { $0.reform == row.reform } > 1
          ? "\(row.reform), \(short(context.placeName(row.place)))" : row.reform
      }, values: totals.map { $0.difference.value / wording.yuan },
      errors: totals.map { ($0.difference.standardError ?? .nan) / wording.yuan },
      yLabel: say(en: "million yuan a year", zh: "万元/年"))
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
      let name = short(context.name(id)), mark = mark(status)
      // The Chinese name of a draft says that it is one.
      return say(en: "rules of \(name)\(isDraft ? " (draft)" : "")\(mark)", zh: "执行\(name)文件\(mark)").text
    }
    return Plot.groupedBars(
      title: say(
        en: "Assistance for the same people under each document (\(insurance) insurance)",
        zh: "同一人口执行各文件的救助金额（\(insurance == ComparisonPart.common.rawValue ? "统一" : "各自")医保待遇）"),
      groups: short(places: places),
      series: jurisdictions.map(rules),
      values: jurisdictions.map { j in places.map { find($0, j)?.estimate.value ?? .nan } },
      errors: jurisdictions.map { j in places.map { find($0, j)?.estimate.standardError ?? .nan } },
      yLabel: say(en: "yuan a resident and year", zh: "元/人·年"))
  }
}
