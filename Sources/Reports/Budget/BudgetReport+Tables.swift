import Analysis
import Input
import Money
import Population
import Simulation

extension BudgetReport {
  /// The bridge of the whole fund, and then of each part.
  func steps(_ text: inout MarkdownText) {
    text.table(
      header: [
        say(en: "step", zh: "项目"), say(en: "yuan", zh: "金额（元）"), unit, say(en: "± \(unit)", zh: "±（万元）"),
        say(en: "persons subsidised", zh: "资助参保人数"), say(en: "person-times of assistance", zh: "救助人次"),
        say(en: "mean of a person-time, yuan", zh: "次均（元）"),
      ],
      rows: zip(bridge.rows, large(.total)).map { row, large in
        let (all, care, premium) = (row.cells[.total], row.cells[.assistance], row.cells[.part(.premiumSubsidy)])
        return [name(row.kind)] + money(all, row.kind, large)
          + [persons(premium, row.kind), times(care, row.kind), mean(care, row.kind)]
      }, right: 1)
    text.paragraph(
      say(
        en: """
          Rows add up to the fen. ± is the Monte-Carlo error of the step; a count or mean without it is stated, or the step leaves it \
          as it was. Each step is put in after those above it, on the same \
          people and the same luck; in another order its effect with the others would be told differently. Person-times and \
          their mean are of inpatient and outpatient assistance, the mean with tilted assistance.
          """,
        zh: """
          各行之和精确到分。±为该步骤的模拟标准误；人数、人次和次均不列±的，为账目所列或该步骤未使其变化。各步骤依次加入，人口与患病偶然性保持不变；次序不同，相互影响的归属也不同。\
          人次和次均指住院与门诊救助，次均含倾斜救助。
          """))
    for part in BudgetPart.allCases {
      let column = BudgetBridge.Column.part(part)
      guard bridge.rows.contains(where: { $0.cells[column]?.amount != .zero }) else { continue }
      text.heading(say(en: name(column), zh: name(column)), level: 3)
      // Of the premium subsidy persons and person-times are the same; other spending has neither.
      let counts: [(Phrase, (BudgetBridge.Cell?, BudgetBridge.Kind) -> String)] = [
        (say(en: "persons", zh: "人数"), persons), (say(en: "person-times", zh: "人次"), times),
      ]
      let isCounted = part == .inpatient || part == .outpatient
      let shown =
        (part == .premiumSubsidy ? counts.prefix(1) : isCounted ? counts[...] : [])
        + (part == .premiumSubsidy || isCounted ? [(say(en: "mean, yuan", zh: "次均（元）"), mean)] : [])
      text.table(
        header: [say(en: "step", zh: "项目"), say(en: "yuan", zh: "金额（元）"), unit, say(en: "± \(unit)", zh: "±（万元）")]
          + shown.map(\.0),
        rows: zip(bridge.rows, large(column)).map { row, large in
          let cell = row.cells[column]
          return [name(row.kind)] + money(cell, row.kind, large) + shown.map { $0.1(cell, row.kind) }
        }, right: 1)
    }
  }

  private func persons(_ cell: BudgetBridge.Cell?, _ kind: BudgetBridge.Kind) -> String {
    cell?.persons.map { sure(signed($0, kind), cell?.errors.persons) } ?? ""
  }

  private func times(_ cell: BudgetBridge.Cell?, _ kind: BudgetBridge.Kind) -> String {
    cell?.personTimes.map { sure(signed($0, kind), cell?.errors.personTimes) } ?? ""
  }

  private func mean(_ cell: BudgetBridge.Cell?, _ kind: BudgetBridge.Kind) -> String {
    cell?.perPersonTime.map { sure(signed($0, kind), cell?.errors.perPersonTime, decimals: 2) } ?? ""
  }

  private var unit: Phrase { say(en: "million yuan", zh: "万元") }

  /// Rows of a column in the language's larger unit, with two decimals that add up as those to the fen do.
  private func large(_ column: BudgetBridge.Column) -> [Double] {
    // Hundredths of the unit.
    let values = bridge.rows.map { Double($0.cells[column]?.amount.fen ?? 0) / wording.yuan }
    guard let first = values.first?.rounded(), let last = values.last?.rounded() else { return [] }
    let changes = LargestRemainder.whole(Array(values.dropFirst().dropLast()), sum: Int64(last - first))
    return ([first] + changes.map(Double.init) + [last]).map { $0 / 100 }
  }

  /// Yuan to the fen, the larger unit, and its error.
  private func money(_ cell: BudgetBridge.Cell?, _ kind: BudgetBridge.Kind, _ large: Double) -> [String] {
    guard let cell else { return ["", "", ""] }
    return [
      signed(cell.amount, kind), (kind.isLevel || large <= 0 ? "" : "+") + Wording.number(large, decimals: 2),
      cell.errors.amount.map { Wording.number($0 / wording.yuan, decimals: 2) } ?? "",
    ]
  }

  /// Account and simulation side by side, and what becomes of the difference.
  func residual(_ text: inout MarkdownText) {
    text.paragraph(carried())
    let columns = BudgetBridge.Column.all.filter { bridge.explained[$0] != nil }
    text.table(
      header: [
        say(en: "part", zh: "项目"), say(en: "account without one-offs, \(unit)", zh: "剔除一次性因素的上年支出（万元）"),
        say(en: "simulated", zh: "模拟值（万元）"), say(en: "residual", zh: "未解释差额（万元）"),
        say(en: "of the account", zh: "占上年支出"),
        say(en: "in the need beyond what is simulated", zh: "下年需求中超出模拟值的部分（万元）"),
      ],
      rows: columns.compactMap { column in
        guard let one = bridge.explained[column] else { return nil }
        return [
          name(column), Wording.number(one.account / wording.yuan, decimals: 2),
          wording.estimate(one.simulated.times(1 / wording.yuan), decimals: 2),
          wording.estimate(one.residual.times(1 / wording.yuan), decimals: 2),
          one.unexplained.map(wording.percent) ?? "",
          wording.estimate(one.carried.times(1 / wording.yuan), decimals: 2),
        ]
      }, right: 1)
  }

  private func carried() -> Phrase {
    switch request.residual {
    case .kept:
      say(
        en: """
          The account's level is kept: what the simulation says of a step in relation to its own last year acts on the account, \
          part by part. So the residual brings no step of its own, but the need holds it, changed like the rest. Where nothing of a \
          part is simulated for last year, its changes are added as they are.
          """,
        zh: """
          以上年决算水平为准：各步骤按模拟得出的相对变化，分项作用于上年支出。因此未解释差额不单列变化，但随其余部分同比例留在需求中。\
          上年模拟值为零的项目，按模拟得出的金额直接增减。
          """)
    case .constant:
      say(
        en: "The residual stays the same sum: steps are as they are simulated, in yuan.",
        zh: "未解释差额保持原金额：各步骤按模拟得出的金额计。")
    case .dropped:
      say(
        en: "The residual goes: the need is what is simulated, and the row \"residual\" takes the difference out.",
        zh: "不保留未解释差额：需求即模拟值，“未解释差额”一行予以剔除。")
    }
  }
}
