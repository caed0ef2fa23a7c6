import Analysis
import Foundation
import Input
import Money
import Population
import Rules
import Simulation

extension BudgetReport {
  /// A sum with its unit; millions with two decimals, since a county's fund is few of them.
  private func amount(_ yuan: Double) -> String {
    language == .english ? "\(Wording.number(yuan / 1e6, decimals: 2)) million yuan" : wording.amount(yuan)
  }

  private func amount(_ yuan: Yuan) -> String { amount(Double(yuan.fen) / 100) }

  private func total(_ kind: BudgetBridge.Kind) -> Yuan { bridge.cell(kind)?.amount ?? .zero }

  /// A sum with its error and unit; what is stated has none.
  private func amount(_ yuan: Yuan, _ error: Double?) -> String {
    guard error != 0 else { return amount(yuan) }
    return wording.amount(Estimate(Double(yuan.fen) / 100, standardError: error))
  }

  /// The need, what makes it larger or smaller, and the residual, to be read aloud.
  func summary() -> [Phrase] {
    let (before, need) = (total(.account), total(.need))
    let change = Yuan(fen: need.fen - before.fen)
    let isLess = change.fen < 0, error = bridge.cell(.need)?.errors.amount
    let share = bridge.change.map { wording.percent($0.times(isLess ? -1 : 1)) } ?? ""
    let size = amount(Yuan(fen: abs(change.fen)), error)
    var lines = [
      say(
        en: """
          \(request.place.name(in: language)) needs \(amount(need, error)) in \(request.year), after \
          \(amount(before)) in \(request.lastYear)\
          \(change == .zero ? "." : ": \(size)\(share.isEmpty ? "" : " (\(share))") \(isLess ? "less" : "more").")
          """,
        zh: """
          \(request.place.name(in: language))\(request.year)年资金需求\(amount(need, error))，\
          \(request.lastYear)年支出\(amount(before))\
          \(change == .zero ? "。" : "，\(isLess ? "减少" : "增加")\(size)\(share.isEmpty ? "" : "（\(share)）")。")
          """)
    ]
    let moves = largest()
    if !moves.isEmpty { lines.append(say(en: "Most of it: \(clauses(moves)).", zh: "主要因素：\(clauses(moves))。")) }
    if let band = bridge.band {
      let (low, high) = (wording.amount(band.low), wording.amount(band.high))
      lines.append(
        say(
          en: "With everything uncertain, nine years of ten lie from \(low) to \(high).",
          zh: "计入各项不确定性，十年中有九年在\(low)至\(high)之间。"))
    }
    if let all = bridge.explained[.total], let share = all.found {
      let (own, found, part) = (amount(all.account), wording.amount(all.simulated), wording.percent(share))
      lines.append(
        say(
          en:
            "Of last year's \(own) without one-offs and other spending the simulation finds \(found) (\(part)); the rest is not explained.",
          zh: "上年支出（剔除一次性因素和其他支出）\(own)中，模拟值为\(found)（\(part)），其余未能解释。"))
    }
    return lines
  }

  /// The three rows that change most, the largest first.
  private func largest() -> [String] {
    bridge.rows.filter { !$0.kind.isLevel && $0.cells[.total]?.amount != .zero }
      .sorted { abs($0.cells[.total]?.amount.fen ?? 0) > abs($1.cells[.total]?.amount.fen ?? 0) }.prefix(3)
      .map { row in
        let fen = row.cells[.total]?.amount.fen ?? 0
        let size = amount(Yuan(fen: abs(fen)), row.cells[.total]?.errors.amount)
        return say(
          en: "\(name(row.kind)) \(fen < 0 ? "−" : "+")\(size)", zh: "\(name(row.kind))\(fen < 0 ? "减少" : "增加")\(size)"
        ).text
      }
  }

  /// How far the figures can be trusted.
  func sureness() -> [Phrase] {
    let people = Wording.number(Double(bridge.persons)), groups = wording.cluster(cluster)
    var lines = [
      say(
        en: """
          People drawn: \(people); \(Wording.counted(bridge.replicates, "replicate")), seed \(request.scenario.seed). ± is one standard error \
          of drawing these people and this luck, taken from \(groups); of a step it is that of the paired difference.
          """,
        zh: """
          抽取人口\(people)人，重复模拟\(bridge.replicates)次，随机种子\(request.scenario.seed)。±后为一个标准误，按\(groups)之间的差异计算；\
          各步骤的标准误为配对差值的标准误。
          """)
    ]
    if let band = bridge.band {
      let (low, middle, high) = (wording.amount(band.low), wording.amount(band.middle), wording.amount(band.high))
      lines.append(
        say(
          en:
            "Years with everything uncertain (docs/model.md), one-offs as stated: p05 \(low), p50 \(middle), p95 \(high).",
          zh: "计入各项不确定性（`docs/model.md`）、一次性因素按所列金额的年度分布：p05 \(low)，p50 \(middle)，p95 \(high)。"))
      lines.append(
        say(
          en: """
            p50, the middle of these years, is not the need, which is expected with everything as assumed: some laws are lopsided, \
            and what the rules pay is not proportional to what is uncertain.
            """,
          zh: "p50是这些年度的中位数，与资金需求不同：后者是各项参数取假定值时的期望值，而部分参数的分布不对称，按规定支付的金额也不与参数成比例。"))
    } else {
      lines.append(
        request.scenario.uncertainty.isNone
          ? say(
            en: "The scenario holds nothing uncertain: leave out `uncertainty: none` for the band of years.",
            zh: "情景设定各项参数均无不确定性；删去 `uncertainty: none` 可得年度区间。")
          : say(
            en: "The band of years (p05 to p95) takes 100 drawn years: --draws 100.",
            zh: "年度区间（p05至p95）需抽取100个年度：`--draws 100`。"))
    }
    lines.append(
      say(
        en: """
          Persons are those of the account's person-times as the simulation spreads person-times over persons; the account \
          does not state them, except of the premium subsidy. One-offs move no counts.
          """,
        zh: "除资助参保外，人数由上年人次按模拟的人均次数折算，账目未直接列出。一次性因素不影响人数和人次。"))
    return lines
  }
}
