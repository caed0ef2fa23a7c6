import Analysis
import Input
import Simulation

extension ImpactReport {
  /// Who pays instead, and what becomes of hardship and inequality.
  func households(_ reform: String, _ place: String, _ text: inout MarkdownText) {
    payers(reform, place, &text)
    let measures: [(id: String, name: Phrase, factor: Double, decimals: Int)] = [
      ("catastrophic10", say(en: "in households that pay over 10 % of income, %", zh: "自付超过家庭收入10%的人口，%"), 100, 2),
      ("overshoot10", say(en: "by how much on average, points", zh: "平均超出幅度，百分点"), 1, 3),
      ("catastrophic25", say(en: "over 25 %, %", zh: "超过25%的人口，%"), 100, 2),
      ("overshoot25", say(en: "by how much on average, points", zh: "平均超出幅度，百分点"), 1, 3),
      ("catastrophic40", say(en: "over 40 %, %", zh: "超过40%的人口，%"), 100, 2),
      ("overshoot40", say(en: "by how much on average, points", zh: "平均超出幅度，百分点"), 1, 3),
      ("impoverished", say(en: "brought below the allowance line, %", zh: "因病致贫人口，%"), 100, 3),
      ("povertyGap", say(en: "poverty gap by payments, yuan a resident", zh: "自付加深的贫困差距，元/人"), 1, 2),
      ("outOfPocket.p90", say(en: "out of pocket of one in 10, yuan (p90)", zh: "人均自付p90，元"), 1, 1),
      ("outOfPocket.p99", say(en: "out of pocket of one in 100, yuan (p99)", zh: "人均自付p99，元"), 1, 1),
      ("giniAfterPayments", say(en: "Gini of income after payments", zh: "自付后收入基尼系数"), 1, 5),
      ("concentrationOutOfPocket", say(en: "concentration of payments", zh: "自付集中指数"), 1, 5),
      ("kakwaniOutOfPocket", say(en: "Kakwani index of payments", zh: "自付累进指数（卡瓦尼指数）"), 1, 5),
      ("concentrationAssistance", say(en: "concentration of assistance", zh: "救助集中指数"), 1, 5),
    ]
    let table = measures.compactMap { measure -> [String]? in
      guard let row = find(reform, place, measure.id), row.difference.isKnown else { return nil }
      return [measure.name.text]
        + [row.baseline, row.reformed, row.difference].map {
          Self.fine($0.times(measure.factor), measure.decimals, wording)
        }
    }
    guard !table.isEmpty else { return }
    text.paragraph(say(en: "Hardship and inequality among all residents:", zh: "全体居民的困难程度与不平等："))
    text.table(
      header: [
        say(en: "measure", zh: "指标"), say(en: "now", zh: "现行"), say(en: "reformed", zh: "调整后"),
        say(en: "difference", zh: "差额"),
      ], rows: table, right: 1)
  }

  /// Small numbers with more digits than sums of yuan have.
  private static func fine(_ estimate: Estimate, _ decimals: Int, _ wording: Wording) -> String {
    guard decimals > 2 else { return wording.estimate(estimate, decimals: decimals) }
    guard let error = estimate.standardError else { return Wording.fraction(estimate.value, decimals) }
    return "\(Wording.fraction(estimate.value, decimals)) ± \(Wording.fraction(error, decimals))"
  }

  /// The change of every payer; care's changes add up to that of its cost.
  private func payers(_ reform: String, _ place: String, _ text: inout MarkdownText) {
    let payers: [(String, Phrase)] = [
      ("payer.basic", say(en: "basic insurance", zh: "基本医保")),
      ("payer.criticalIllness", say(en: "critical-illness insurance", zh: "大病保险")),
      ("payer.supplementary", say(en: "supplementary insurance", zh: "补充医疗保险")),
      ("payer.assistance", say(en: "assistance with tilt", zh: "医疗救助（含倾斜救助）")),
      ("payer.patients", say(en: "patients", zh: "患者")),
      ("payer.all", say(en: "**all: the cost of care**", zh: "**合计：医疗总费用**")),
      ("premium.fund", say(en: "premiums: the fund", zh: "个人缴费：救助基金")),
      ("premium.people", say(en: "premiums: people", zh: "个人缴费：本人")),
    ]
    let table = payers.compactMap { id, name -> [String]? in
      guard let row = find(reform, place, id) else { return nil }
      return [name.text]
        + [row.baseline, row.reformed, row.difference].map { $0.isKnown ? wording.sum($0) : "" }
    }
    guard !table.isEmpty else { return }
    text.paragraph(
      say(en: "Who pays instead, \(wording.sumUnit) a year:", zh: "各方支付的变化（\(wording.sumUnit)/年）："))
    text.table(
      header: [
        say(en: "payer", zh: "支付方"), say(en: "now", zh: "现行"), say(en: "reformed", zh: "调整后"),
        say(en: "difference", zh: "差额"),
      ], rows: table, right: 1)
    guard let relief = find(reform, place, "temporaryReliefCandidates") else { return }
    let (before, after) = (wording.estimate(relief.baseline), wording.estimate(relief.reformed))
    text.paragraph(
      say(
        en: """
          Candidates for temporary relief, which no document here pays (people in households that payments bring below the \
          allowance line): \(before) now, \(after) reformed.
          """,
        zh: "可能需要临时救助的人数（自付后家庭人均收入低于低保标准；各文件均不支付临时救助）：现行\(before)，调整后\(after)。"))
  }
}
