import Analysis
import Input
import Simulation

extension FundReport {
  /// What a place's fund pays, by benefit and by class, and how the years differ.
  func place(_ place: RunResult.PlaceResult, _ text: inout MarkdownText) {
    let id = place.place.id, heading = context.heading(id)
    text.heading(say(en: "\(heading): million yuan a year", zh: "\(heading)：年支出情况"))
    let rows = exposure.rows.filter {
      $0.place == id && $0.scenario == "baseline" && $0.measure == "amount" && $0.statistic == "mean"
        && $0.year == context.year
    }
    parts(rows.filter { $0.people == "all" }, &text)
    classes(rows.filter { $0.people != "all" && $0.fundPart == "total" }, &text)
    distribution(id, &text)
    readings(place, &text)
    areas(place, &text)
  }

  /// What each benefit costs.
  private func parts(_ rows: [FundRow], _ text: inout MarkdownText) {
    let table = rows.map { row -> [String] in
      let persons = find(row.place, "baseline", row.fundPart, row.component, "all", "persons", "mean")
      let times = find(row.place, "baseline", row.fundPart, row.component, "all", "perPersonTime", "mean")
      let sum = say(en: "**total**", zh: "**合计**"), assistance = say(en: "**all assistance**", zh: "**医疗救助小计**")
      let name =
        row.component == "all"
        ? (row.fundPart == "total" ? sum : assistance).text : context.component(row.component, row.jurisdiction)
      return [
        name, wording.marked(wording.sum(row.estimate), row.estimate.value, row.status),
        persons.map { wording.estimate($0.estimate) } ?? "",
        times.map { wording.estimate($0.estimate, decimals: 2) } ?? "", context.status(row.status),
      ]
    }
    text.table(
      header: [
        say(en: "part", zh: "项目"), wording.sumColumn, say(en: "persons", zh: "人数"),
        say(en: "yuan per person-time", zh: "次均（元）"), status,
      ], rows: table, right: 1)
  }

  /// What each class costs.
  private func classes(_ rows: [FundRow], _ text: inout MarkdownText) {
    let table = rows.map { row -> [String] in
      let persons = find(row.place, "baseline", "total", "all", row.people, "persons", "mean")
      return [
        context.label(row.people, row.jurisdiction),
        wording.marked(wording.sum(row.estimate), row.estimate.value, row.status),
        persons.map { wording.estimate($0.estimate) } ?? "", context.status(row.status),
      ]
    }
    let isProxy = rows.contains { $0.status == .proxy }, isLeast = rows.contains(where: \.status.lacksNumber)
    text.paragraph(
      say(
        en: """
          By class, decided at each payment: amounts add up, and a person may stand in two classes.\
          \(isProxy ? " \\* rests on proxies." : "")\
          \(isLeast ? " † is a lower bound, because a payment it should contain has no number in the document." : "")
          """,
        zh: """
          按救助对象类别（逐笔支付时确定）：金额可以相加，同一人可能计入两个类别。\(isProxy ? "\\* 含参照其他文件标准的测算。" : "")\
          \(isLeast ? "† 为下限，因文件对应计入的部分待遇未定标准。" : "")
          """))
    text.table(
      header: [
        say(en: "class", zh: "对象类别"), wording.sumColumn,
        say(en: "persons paid or subsidised", zh: "救助或资助人数"), status,
      ], rows: table, right: 1)
  }

  private var status: Phrase { say(en: "status", zh: "依据") }
}
