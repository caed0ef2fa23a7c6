import Analysis
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
        "\(area.english) \(area.chinese)", Wording.number(Double(area.population)), Wording.percent(residents),
        find("share").map { Wording.percent($0.estimate) } ?? "",
        find("amount").map { Wording.marked(Wording.millions($0.estimate), $0.estimate.value, $0.status) } ?? "",
        find("perHead").map {
          Wording.marked(Wording.estimate($0.estimate, decimals: 2), $0.estimate.value, $0.status)
        } ?? "",
      ]
    }
    let byAge = place.place.areas.contains { $0.ages != nil }
    text.paragraph(
      """
      By area. People of an area are not drawn apart: each area is given the place's spending per resident\
      \(byAge ? " of its ages (0 to 17, 18 to 59, 60 to 79, 80 and over), so areas differ by their ages alone" : ""), \
      not by incomes, identities, towns or hospitals. ± adds up the errors of the groups of age, which is an upper bound; \
      how areas differ otherwise is not in it:
      """)
    text.table(
      header: ["area", "residents", "of the place", "of its spending", "million yuan", "yuan a head"], rows: rows,
      right: 1)
  }
}
