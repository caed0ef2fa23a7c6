import Cliffs
import Input
import Money
import Rules

extension CliffReport {
  private var yuan: (CurvePoint.Measure, Bool) -> Phrase {
    { measure, isBefore in
      say(
        en: "\(name(measure)) \(isBefore ? "before" : "one fen further")",
        zh: "\(name(measure))\(isBefore ? "（此前）" : "（多一分）")")
    }
  }

  /// Where from, and with what.
  private var heads: [Phrase] {
    [say(en: "jurisdiction", zh: "地区")] + (request.variation == nil ? [] : [varied])
  }

  private func cells(_ row: Row) -> [String] { [name(row.line)] + (request.variation == nil ? [] : [row.values]) }

  func jumps(_ text: inout MarkdownText) {
    let rows = groups.joined().flatMap { row in
      let line = row.line
      return line.schedule.jumps.map { broken in
        cells(row) + [what(broken), articles(broken), broken.before.cost.grouped]
          + CurvePoint.Measure.allCases.flatMap { measure in
            [broken.before.value(measure).grouped, broken.after.value(measure).grouped]
          }
      }
    }
    guard !rows.isEmpty else { return text.paragraph(noJump) }
    text.table(
      header: heads + [
        say(en: "what happens", zh: "变化"), say(en: "clause", zh: "条款"),
        say(en: "last in-policy cost before", zh: "此前最后费用"),
      ] + CurvePoint.Measure.allCases.flatMap { [yuan($0, true), yuan($0, false)] }, rows: rows,
      right: heads.count + 2)
    text.paragraph(
      say(en: "All amounts in yuan. The jump lies between this cost and one fen more.", zh: "金额单位为元。跳跃发生在所列费用与多一分之间。"))
  }

  private var noJump: Phrase {
    let places = result.groups.compactMap(\.first).map(name)
    return say(
      en: "No schedule jumps within the range: \(listed(places)).", zh: "所列范围内各地均无跳跃点：\(listed(places))。")
  }

  func reversals(_ text: inout MarkdownText) {
    let rows = groups.joined().flatMap { row in
      let line = row.line
      return line.reversals.map { fall in
        cells(row) + [
          name(fall.measure).text, fall.broken.map(what) ?? say(en: "along the line", zh: "连续下降").text,
          fall.broken.map(articles) ?? "", fall.from.cost.grouped, fall.from.value(fall.measure).grouped,
          fall.lowest.cost.grouped, fall.lowest.value(fall.measure).grouped,
          fall.recovered?.grouped ?? say(en: "beyond the range", zh: "超出范围").text,
        ]
      }
    }
    guard !rows.isEmpty else {
      return text.paragraph(
        say(
          en: "Nothing falls as cost rises: neither assistance nor what is left to the patient.",
          zh: "费用上升时，救助金额和个人负担均不下降。"))
    }
    text.table(
      header: heads + [
        say(en: "what falls", zh: "下降项"), say(en: "why", zh: "原因"), say(en: "clause", zh: "条款"),
        say(en: "from cost", zh: "起始费用"),
        say(en: "amount there", zh: "起始金额"), say(en: "lowest at cost", zh: "最低点费用"),
        say(en: "amount there", zh: "最低金额"),
        say(en: "as before again from cost", zh: "恢复到原水平的费用"),
      ], rows: rows, right: heads.count + 3)
    text.paragraph(
      say(
        en: """
          Whose cost lies between is paid less, or left with less to pay, than somebody whose care cost less. All amounts in yuan, \
          costs in-policy.
          """,
        zh: "费用处于其间者，所得救助少于（或个人负担轻于）费用更低者。金额单位为元，费用指政策范围内费用。"))
  }

  func crossings(_ text: inout MarkdownText) {
    let rows = result.crossings.map { crossing in
      let lines = result.groups[crossing.group]
      let (worse, better) = (lines[crossing.worse], lines[crossing.better])
      return [
        name(worse), variant(worse), variant(better), crossing.from.grouped, crossing.to.grouped,
        crossing.largest.worse.cost.grouped, crossing.difference.grouped, paid(worse, crossing.largest.worse),
        paid(better, crossing.largest.better),
      ]
    }
    guard !rows.isEmpty else {
      return text.paragraph(
        say(en: "No value leaves more to pay than the next one at the same cost.", zh: "同一费用下，前一情形的个人负担均不高于后一情形。"))
    }
    text.table(
      header: [
        say(en: "jurisdiction", zh: "地区"), say(en: "leaves more to pay", zh: "负担较重"), say(en: "than", zh: "负担较轻"),
        say(en: "from cost", zh: "起始费用"), say(en: "to cost", zh: "终止费用"), say(en: "most at cost", zh: "差额最大处费用"),
        say(en: "by", zh: "最大差额"), say(en: "assistance there, of the first", zh: "此处救助（前者）"),
        say(en: "of the second", zh: "此处救助（后者）"),
      ], rows: rows, right: 3)
    text.paragraph(
      say(
        en: """
          Neighbours in the order \(order). Compared is what all layers leave to the patient, since a higher class may be paid less \
          assistance only because insurance pays it more.
          """,
        zh: "按以下次序比较相邻情形：\(order)。比较的是各层保障支付后的个人负担：待遇较高者的救助金额可能仅因医保支付更多而较少。"))
  }

  private var order: String {
    guard request.variation != .class else {
      return say(en: "of each document's classes, the highest first", zh: "各文件的对象类别，由高到低").text
    }
    return listed(result.groups.first?.map(variant) ?? [])
  }

  /// What assistance paid at a point, and by which clause.
  private func paid(_ line: CliffResult.Line, _ point: CurvePoint) -> String {
    let book = line.curve.plan.book
    let amount = point.payment.grouped
    guard point.episode.benefit >= 0 else { return amount }
    var grounds = [book.benefits[Int(point.episode.benefit)].source]
    if point.episode.tilted > .zero, let tilt = book.tilt { grounds.append(tilt.source) }
    return say(
      en: "\(amount) (\(listed(grounds.map { $0.summary(in: language) })))",
      zh: "\(amount)（\(listed(grounds.map { $0.summary(in: language) }))）"
    ).text
  }

  func kinks(_ text: inout MarkdownText) {
    let rows = groups.joined().flatMap { row in
      let line = row.line
      return line.schedule.breaks.filter { !$0.isJump }.map { broken in
        cells(row) + [
          what(broken), articles(broken), broken.before.cost.grouped, broken.before.payment.grouped,
          broken.before.year.outOfPocket.grouped,
        ]
      }
    }
    guard !rows.isEmpty else {
      return text.paragraph(say(en: "No schedule changes its slope within the range.", zh: "所列范围内斜率不变。"))
    }
    text.table(
      header: heads + [
        say(en: "what happens", zh: "变化"), say(en: "clause", zh: "条款"), say(en: "up to in-policy cost", zh: "费用至"),
        name(.payment), name(.outOfPocket),
      ], rows: rows, right: heads.count + 2)
  }
}
