import Analysis
import Input
import Simulation

/// One page for whoever decides: how much, how sure, what if, what drives it.
struct BriefReport: Speaker {
  let fund: FundReport
  let impact: ImpactReport?

  private var context: ReportContext { fund.context }
  var language: Language { context.language }

  /// More places than this do not fit on a page.
  private static let most = 6

  func markdown() -> String {
    var text = MarkdownText()
    text.heading(context.title(en: "In brief", zh: "测算摘要"), level: 1)
    let places = context.result.places.filter { $0.baseline != nil }
    guard !places.isEmpty else {
      text.paragraph(
        say(
          en: "No place of this run has rules of its own here: comparison.md shows its people under each document.",
          zh: "本次运行的地区均无本地文件：其人口在各文件下的情况见 `comparison.md`。"))
      return text.text
    }
    let shown = Array(places.prefix(Self.most))
    section(say(en: "How much", zh: "需要多少"), shown.flatMap { [howMuch($0)] + given($0) }, &text)
    let accounts = fund.accounts.map { report in
      report.accounts.filter { $0.scenario == "baseline" }.compactMap { report.sentences($0).first }
    }
    section(say(en: "How sure", zh: "把握多大"), fund.budget() + shown.map(howSure) + (accounts ?? []), &text)
    section(say(en: "What drives it", zh: "主要影响因素"), shown.compactMap(drivers), &text)
    section(say(en: "What if", zh: "如果调整"), whatIf(shown), &text)
    section(say(en: "What to keep in mind", zh: "使用时注意"), caveats(places), &text)
    return text.text
  }

  private func section(_ heading: Phrase, _ lines: [Phrase], _ text: inout MarkdownText) {
    guard !lines.isEmpty else { return }
    text.heading(heading)
    text.bullets(lines)
  }

  private func howMuch(_ place: RunResult.PlaceResult) -> Phrase {
    let id = place.place.id, name = context.placeName(id)
    guard let total = fund.total(id) else { return say(en: "", zh: "") }
    let need = fund.total(id, "amount", "expected") ?? total
    // A head's part of the same sum, and not of the mean with everything as assumed.
    let head =
      fund.total(id, "perHead", need.statistic).map {
        wording.estimate($0.estimate, decimals: 2, unit: say(en: "", zh: "元").text)
      } ?? "–"
    let isLeast = total.status.lacksNumber
    let persons = fund.total(id, "persons").map { wording.estimate($0.estimate) } ?? "0"
    // Of a year that its document does not cover the cost says nothing of the need.
    let years = place.outlook.last { context.covers($0.year, place) }.flatMap { last in
      fund.total(id, "amount", "expected", year: last.year).map { (last.year, wording.amount($0.estimate)) }
    }
    return say(
      en: """
        \(name) needs \(isLeast ? "at least " : "")\(wording.amount(need.estimate)) in \(context.year), \
        \(head) yuan a resident, for \(persons) people\
        \(years.map { "; \($0.1) in \($0.0)" } ?? "").
        """,
      zh: """
        \(name)\(context.year)年需要\(isLeast ? "不低于" : "")\(wording.amount(need.estimate))，惠及\(persons)人，按常住人口人均\(head)\
        \(years.map { "；\($0.0)年需要\($0.1)" } ?? "")。
        """)
  }

  /// What payments to date say of the year, where the scenario states them.
  private func given(_ place: RunResult.PlaceResult) -> [Phrase] {
    fund.cash?.forecast(place.place.id).map { [$0] } ?? []
  }

  private func howSure(_ place: RunResult.PlaceResult) -> Phrase {
    let id = place.place.id, name = context.placeName(id)
    func amount(_ statistic: String) -> String? {
      fund.total(id, "amount", statistic).map { wording.amount($0.estimate) }
    }
    guard let low = amount("p05"), let high = amount("p95") else {
      let luck = amount("sdLuck") ?? "–"
      if context.result.scenario.uncertainty.isNone {
        return say(
          en:
            "\(name): the scenario holds nothing uncertain but luck (\(luck)), so that there is no range; leave `uncertainty: none` out for one.",
          zh: "\(name)：情景除偶然性（\(luck)）外未设不确定性，因此没有范围；去掉 `uncertainty: none` 即可给出。")
      }
      return say(
        en: "\(name): too few years were simulated for a range (luck alone is \(luck)); `--replicates 100` gives one.",
        zh: "\(name)：模拟年度过少，给不出范围（仅偶然性为\(luck)）；可用 `--replicates` 增至100次。")
    }
    let worst = amount("p99").map { say(en: "; one in a hundred passes \($0)", zh: "，百年一遇超过\($0)").text } ?? ""
    let readings =
      (ReadingBand(place)?.single).map { band in
        let (least, most) = (wording.amount(band.low), wording.amount(band.high))
        return say(
          en: " Reading an unclear clause otherwise would put the mean between \(least) and \(most).",
          zh: "不明确条款作其他理解，均值将在\(least)至\(most)之间。"
        ).text
      } ?? ""
    return say(
      en: "\(name): nine years in ten lie between \(low) and \(high)\(worst).\(readings)",
      zh: "\(name)：十年中有九年在\(low)至\(high)之间\(worst)。\(readings)")
  }

  private func drivers(_ place: RunResult.PlaceResult) -> Phrase? {
    let id = place.place.id, name = context.placeName(id)
    let shares = fund.exposure.rows.filter {
      $0.place == id && $0.scenario == "baseline" && $0.year == context.year && $0.statistic.hasPrefix("varianceShare.")
    }.sorted { $0.estimate.value > $1.estimate.value }
    guard !shares.isEmpty else { return nil }
    let parts = shares.prefix(3).map { row in
      let source = fund.sourceName(String(row.statistic.dropFirst("varianceShare.".count)))
      let share = wording.percent(row.estimate)
      return say(en: "\(source) (\(share) of the variance)", zh: "\(source)（占方差的\(share)）").text
    }
    return say(en: "\(name): \(listed(parts)).", zh: "\(name)：\(listed(parts))。")
  }

  private func whatIf(_ places: [RunResult.PlaceResult]) -> [Phrase] {
    let reforms = impact?.summaries() ?? []
    let moves = places.prefix(reforms.isEmpty ? 3 : 1).compactMap { place -> Phrase? in
      let effects = place.sensitivities.map { ($0, SensitivityEffect($0).assistance) }
      // A move that the people drawn do not tell from none says nothing.
      let told = effects.filter { abs($0.1.value) > 2 * ($0.1.standardError ?? .infinity) }
      guard let (move, change) = told.max(by: { abs($0.1.value) < abs($1.1.value) }) else { return nil }
      let (name, what) = (context.placeName(place.place.id), move.what.name(in: language))
      let percent = wording.percent(change)
      return say(
        en: "\(name), \(what): assistance changes by \(percent).", zh: "\(name)，\(what)：医疗救助支出变化\(percent)。")
    }
    return reforms.prefix(4) + moves
  }

  private func caveats(_ places: [RunResult.PlaceResult]) -> [Phrase] {
    var lines = context.outsideForce()
    let lacking = places.filter { fund.total($0.place.id)?.status.lacksNumber ?? false }
    if !lacking.isEmpty {
      let names = listed(lacking.map { context.placeName($0.place.id).text })
      lines.append(
        say(
          en: "\(names): the document leaves a payment without a number, so the need is a lower bound.",
          zh: "\(names)：文件对部分待遇未定标准，所列需要为下限。"))
    }
    if places.contains(where: { context.untriedReadings($0) != nil }) {
      lines.append(
        say(
          en:
            "What it would move to read unclear clauses otherwise was not worked out: `sensitivityReplicates: 4` in the scenario does it.",
          zh: "不明确条款作其他理解的影响未作测算；情景中设 `sensitivityReplicates: 4` 即可得出。"))
    }
    let weak = places.reduce(0) { $0 + $1.place.sources.count(where: \.isAssumption) }
    lines.append(
      say(
        en: """
          \(weak) figures of these places, and all insurance schedules, are assumptions: no local figure was seen. Replace them \
          (docs/place-file.md) before money is set aside by these numbers.
          """,
        zh: "以上地区有\(weak)项数据以及全部医保待遇为假定，未见当地数据；据此安排资金之前应以当地数据替换（`docs/place-file.md`）。"))
    lines.append(
      say(
        en: "± is one standard error of the simulation; fund-exposure.md has every figure with its ground.",
        zh: "±为模拟的一个标准误；各项数字及依据见 `fund-exposure.md`。"))
    return lines
  }
}
