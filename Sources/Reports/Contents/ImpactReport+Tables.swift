import Analysis
import Input
import Simulation

extension ImpactReport {
  /// What a reform changes of the fund.
  func fund(_ reform: String, _ place: String, _ text: inout MarkdownText) {
    let table = rows.filter {
      $0.reform == reform && $0.place == place && $0.measure.hasPrefix("fund.") && $0.difference.value != 0
        // Rounded to thousands of yuan, smaller changes of a class would stand as zeros.
        && ($0.dimension == "all" || abs($0.difference.value) >= 5000)
    }.map { row in
      [
        part(row), row.dimension == "all" ? context.label("all") : context.label(row.group, row.jurisdiction),
        wording.marked(wording.sum(row.baseline), row.baseline.value, row.status),
        wording.marked(wording.sum(row.reformed), row.reformed.value, row.status), wording.sum(row.difference),
      ]
    }
    text.paragraph(
      say(en: "The fund, million yuan a year (rows that change):", zh: "基金年支出（万元，只列有变化的项目）："))
    text.table(
      header: [
        say(en: "part", zh: "项目"), say(en: "class", zh: "对象类别"), say(en: "now", zh: "现行"),
        say(en: "reformed", zh: "调整后"), say(en: "difference", zh: "差额"),
      ], rows: table, right: 2)
  }

  private func part(_ row: ImpactRow) -> String {
    switch row.measure.dropFirst("fund.".count) {
    case "total": say(en: "total", zh: "合计").text
    case "assistance": say(en: "assistance", zh: "医疗救助小计").text
    case let component: context.component(String(component), row.jurisdiction)
    }
  }

  /// Who gains and who loses by it, and how much.
  func people(_ reform: String, _ place: String, _ text: inout MarkdownText) {
    var table: [[String]] = []
    for winners in rows where winners.reform == reform && winners.place == place && winners.measure == "winners" {
      guard let losers = find(reform, place, "losers", winners.dimension, winners.group),
        winners.difference.value > 0 || losers.difference.value > 0 || winners.dimension == "all"
      else { continue }
      func difference(_ measure: String, times factor: Double = 1) -> String {
        find(reform, place, measure, winners.dimension, winners.group).map {
          wording.estimate($0.difference.times(factor), decimals: 2)
        } ?? ""
      }
      table.append([
        name(winners), wording.estimate(winners.difference), wording.estimate(losers.difference),
        find(reform, place, "unchanged", winners.dimension, winners.group).map { wording.estimate($0.difference) }
          ?? "",
        difference("assistance"), difference("outOfPocket"), difference("catastrophic10", times: 100),
        difference("impoverished", times: 100),
      ])
    }
    text.paragraph(
      say(
        en: "People: winners, losers and unchanged, and the change per person of the group (yuan; points of percent):",
        zh: "受益、受损与不变人数，以及该人群的人均变化（元；百分点）："))
    text.table(
      header: [
        say(en: "group", zh: "人群"), say(en: "winners", zh: "受益人数"), say(en: "losers", zh: "受损人数"),
        say(en: "unchanged", zh: "不变人数"),
        say(en: "assistance", zh: "人均救助（元）"), say(en: "out of pocket", zh: "人均自付（元）"),
        say(en: "catastrophic 10 %, points", zh: "灾难性卫生支出（10%），百分点"),
        say(en: "impoverished, points", zh: "因病致贫，百分点"),
      ], rows: table, right: 1)
  }

  private func name(_ row: ImpactRow) -> String {
    let label = context.label(row.group, row.jurisdiction)
    return switch row.dimension {
    case "identity": label
    case "class": say(en: "as a class: \(label)", zh: "按类别：\(label)").text
    default: context.group(row.dimension, row.group)
    }
  }
}
