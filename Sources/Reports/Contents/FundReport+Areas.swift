import Analysis
import Input
import Simulation

extension FundReport {
  /// Each area's share of the place's spending, with what it rests on; nothing where the place has no areas.
  func areas(_ place: RunResult.PlaceResult, _ text: inout MarkdownText) {
    guard !place.place.areas.isEmpty else { return }
    let rows = place.place.areas.map { area -> [String] in
      func find(_ measure: String) -> FundRow? {
        exposure.rows.first {
          $0.place == "\(place.place.id)/\(area.id)" && $0.scenario == "baseline" && $0.measure == measure
        }
      }
      let residents = Double(area.population) / Double(place.place.population)
      return [
        area.term(in: language).text, Wording.number(Double(area.population)), wording.percent(residents),
        find("share").map { wording.percent($0.estimate) } ?? "",
        find("amount").map { wording.marked(wording.sum($0.estimate), $0.estimate.value, $0.status) } ?? "",
        find("perHead").map {
          wording.marked(wording.estimate($0.estimate, decimals: 2), $0.estimate.value, $0.status)
        } ?? "",
      ]
    }
    let byAge = place.place.areas.contains { $0.ages != nil }
    text.paragraph(
      say(
        en: """
          By area. People of an area are not drawn apart: each area is given the place's spending per resident\
          \(byAge ? " of its ages (0 to 17, 18 to 59, 60 to 79, 80 and over), so areas differ by their ages alone" : ""), \
          not by incomes, identities, towns or hospitals. ± adds up the errors of the groups of age, which is an upper bound; \
          how areas differ otherwise is not in it:
          """,
        zh: """
          分区域支出。各区域人口未单独抽取，按本地\(byAge ? "分年龄组（0—17岁、18—59岁、60—79岁、80岁及以上）" : "")人均支出推算，\
          \(byAge ? "区域间差异只来自年龄结构，" : "")不反映收入、救助对象、城乡和医院的差异。±为各年龄组误差之和，属上限，未计区域间的其他差异：
          """))
    text.table(
      header: [
        say(en: "area", zh: "区域"), say(en: "residents", zh: "常住人口"), say(en: "of the place", zh: "人口占比"),
        say(en: "of its spending", zh: "支出占比"), wording.sumColumn, say(en: "yuan a head", zh: "人均（元）"),
      ], rows: rows, right: 1)
  }
}
