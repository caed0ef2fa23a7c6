import Analysis
import Input
import Simulation

/// Early warning: who passes the warning line in which month, and whom assistance then reaches.
struct WarningReport: Speaker {
  let context: ReportContext
  let warning: EarlyWarning

  var language: Language { context.language }

  static let header = [
    "scenario", "place", "jurisdiction", "year", "month", "reach", "statistic", "value", "standardError", "unit",
    "status",
  ]

  func csv() throws -> CSVText {
    var csv = CSVText(header: Self.header)
    for row in warning.rows {
      try csv.add([
        row.scenario, row.place, row.jurisdiction, "\(row.year)", row.month, row.reach, "mean",
        Wording.cell(row.estimate.value, "persons"), Wording.cell(row.estimate.standardError, "persons"), "persons",
        row.status.id,
      ])
    }
    return csv
  }

  /// Adds the section; nothing where no document has a warning line.
  func sections(_ text: inout MarkdownText) {
    let places = context.result.places.filter { find($0.place.id, "all", "all") != nil }
    guard !places.isEmpty else { return }
    text.heading(say(en: "Early warning", zh: "监测预警"))
    for place in places {
      if places.count > 1 { text.heading(context.placeName(place.place.id), level: 3) }
      text.paragraph(sentence(place.place.id))
      text.table(
        header: [
          say(en: "month", zh: "月份"), say(en: "pass the line", zh: "达到预警线人数"),
          say(en: "assisted by then", zh: "此前已获救助"), say(en: "assisted after it", zh: "此后获得救助"),
          say(en: "not assisted this year", zh: "本年未获救助"),
        ], rows: (1...MonthCells.months).map { row(place.place.id, "\($0)") } + [row(place.place.id, "all")], right: 1)
    }
    text.paragraph(note)
  }

  private func find(_ place: String, _ month: String, _ reach: String) -> Estimate? {
    warning.rows.first {
      $0.place == place && $0.scenario == "baseline" && $0.month == month && $0.reach == reach
    }?.estimate
  }

  private func row(_ place: String, _ month: String) -> [String] {
    let name = month == "all" ? say(en: "**year**", zh: "**全年**").text : month
    return [name]
      + MonthCells.Reach.allCases.map { reach in find(place, month, "\(reach)").map { wording.estimate($0) } ?? "" }
  }

  private func sentence(_ id: String) -> Phrase {
    guard let all = find(id, "all", "all"), all.value > 0, let never = find(id, "all", "never"),
      let after = find(id, "all", "after"), let before = find(id, "all", "before")
    else { return say(en: "Nobody passes the line.", zh: "无人达到预警线。") }
    let name = context.placeName(id), persons = wording.estimate(all)
    func share(_ part: Estimate, _ others: Estimate...) -> String { wording.percent(part.share(beside: others)) }
    let shares = (share(before, after, never), share(after, before, never), share(never, before, after))
    return say(
      en: """
        \(name): \(persons) people a year pass the warning line. Assistance had reached \(shares.0) of them by that day, \
        reaches \(shares.1) after it, and \(shares.2) not in that year.
        """,
      zh: """
        \(name)：全年\(persons)人达到预警线，其中\(shares.0)此前已获得救助，\(shares.1)在预警后获得救助，\(shares.2)当年未获得救助。
        """)
  }

  private var note: Phrase {
    say(
      en: """
        A person passes the line with the first care that takes what insurance leaves of the year's in-policy cost above it. \
        Who is recognised because of it is assisted for earlier care by the look-back where the document has one. How many \
        of those warned would apply is an assumption (`recognition.appliesWarned` of the place file). Documents without a line \
        are left out; a scenario can set one, `set: {kaizhou.warning.threshold: 12000}`.
        """,
      zh: """
        年度政策范围内费用经医保支付后的累计余额首次超过预警线的月份计为预警月份。因此被认定的人员，文件规定可追溯的，其此前费用按规定追溯救助。\
        预警人员中提出申请的比例为假定（地区文件`recognition.appliesWarned`）。文件未设预警线的不列；情景中可自行设定，如\
        `set: {kaizhou.warning.threshold: 12000}`。
        """)
  }
}
