import Analysis
import Input
import Simulation

extension ComparisonReport {
  /// What each place's people get under each document, and how many fare better or worse than under their own.
  func level(_ part: ComparisonPart, _ text: inout MarkdownText) {
    let insurance = part.rawValue
    text.heading(
      part == .common
        ? say(en: "With one common insurance schedule, premium and price level", zh: "统一医保待遇、缴费标准和价格水平")
        : say(en: "Each jurisdiction with its own insurance", zh: "各自医保待遇"))
    text.paragraph(
      say(
        en: "Assistance with tilt, yuan a head and year; the place's people in rows, the rules in columns:",
        zh: "人均年救助金额（元，含倾斜救助）；行为各地人口，列为所执行的文件："))
    let levels = table { place, jurisdiction in
      guard let row = find(insurance, place.place.id, jurisdiction, "assistance") else { return "" }
      return wording.estimate(row.estimate, decimals: 2)
        + (row.status.lacksNumber ? " †" : row.status == .proxy ? " *" : "")
    }
    text.table(header: header(say(en: "people of", zh: "人口所在地")), rows: levels, right: 1)
    text.paragraph(
      say(
        en: """
          \\* rests on proxies; † a lower bound: the document leaves at least one group or benefit without a number. Share of \
          people better off / worse off than under their own place's rules (assistance, tilt and premium subsidy \
          together)\(reference):
          """,
        zh: """
          \\* 含参照其他文件标准的测算；† 为下限，文件至少对一类对象或一项待遇未定标准。与执行本地文件相比，受益/受损人口占比\
          （救助、倾斜救助和资助参保合计）\(reference)：
          """))
    let better = table { place, jurisdiction in
      guard let up = find(insurance, place.place.id, jurisdiction, "betterOff"),
        let down = find(insurance, place.place.id, jurisdiction, "worseOff")
      else {
        return jurisdiction == place.place.jurisdiction
          ? say(en: "own rules", zh: "本地文件").text : say(en: "reference", zh: "对照").text
      }
      return "\(wording.percent(up.estimate)) / \(wording.percent(down.estimate))"
    }
    text.table(header: header(say(en: "people of", zh: "人口所在地")), rows: better, right: 1)
  }

  /// A column for each document.
  private func header(_ first: Phrase) -> [Phrase] { [first] + jurisdictions.map(context.name) }

  /// A row for each place.
  private func table(_ cell: (RunResult.PlaceResult, String) -> String) -> [[String]] {
    context.result.places.map { place in
      [place.place.name(in: language).text] + jurisdictions.map { cell(place, $0) }
    }
  }

  /// What places without a document of their own in the run are compared with.
  private var reference: Phrase {
    context.result.places.contains { !jurisdictions.contains($0.place.jurisdiction) }
      ? say(
        en: "; where no document of the run is the place's own, than under the first (reference)",
        zh: "；本次测算不含本地文件的，与第一份文件（对照）相比") : say(en: "", zh: "")
  }

  /// What holders of each identity get.
  func identities(_ text: inout MarkdownText) {
    let words = isCommon ? "common insurance" : "each with its own insurance"
    text.heading(
      say(
        en: "By identity, \(words): assistance with tilt, yuan per holder and year",
        zh: "按对象身份（\(isCommon ? "统一医保待遇" : "各自医保待遇")）：每人每年救助金额（元，含倾斜救助）"))
    for place in context.result.places {
      var groups: [String] = []
      for row in comparison.rows
      where row.place == place.place.id && row.dimension == "identity" && row.insurance == insurance
        && row.measure == "assistance" && !groups.contains(row.group)
      {
        groups.append(row.group)
      }
      let rows = groups.map { group in
        [context.label(group)]
          + jurisdictions.map { j -> String in
            guard let row = find(insurance, place.place.id, j, "assistance", "identity", group) else { return "" }
            return wording.marked(wording.estimate(row.estimate), row.estimate.value, row.status)
          }
      }
      let name = place.place.name(in: language)
      text.paragraph(say(en: "People of \(name):", zh: "\(name)人口："))
      text.table(header: header(say(en: "identity", zh: "对象身份")), rows: rows, right: 1)
    }
  }
}
