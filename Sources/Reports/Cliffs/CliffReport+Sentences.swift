import Cliffs
import Input
import Money
import Rules

extension CliffReport {
  /// What an official would be told: how many, and the largest of each place.
  func summary() -> [Phrase] {
    let (groups, lines) = (self.groups, self.groups.joined().map(\.line))
    let (jumps, falls) = (lines.flatMap(\.schedule.jumps).count, lines.flatMap(\.reversals).count)
    let (low, high) = (request.range.lowerBound.grouped, request.range.upperBound.grouped)
    var told = [
      say(
        en: """
          From \(low) to \(high) yuan of in-policy cost: \(jumps) \(jumps == 1 ? "jump" : "jumps"), \
          \(falls) \(falls == 1 ? "reversal" : "reversals") as cost rises.
          """,
        zh: "政策范围内费用由\(low)元至\(high)元：跳跃点\(jumps)个，费用上升时的倒挂\(falls)处。")
    ]
    for group in groups {
      let found = group.flatMap { row in row.line.schedule.jumps.map { (row, $0) } }
      let largest = found.max { abs($0.1.step(.payment).fen) < abs($1.1.step(.payment).fen) }
      if let (row, broken) = largest { told.append(sentence(row, broken)) }
    }
    let without = result.groups.filter { group in group.allSatisfy { $0.schedule.jumps.isEmpty } }.compactMap(\.first)
    if !without.isEmpty, jumps > 0 {
      told.append(say(en: "No jump in \(listed(without.map(name))).", zh: "\(listed(without.map(name)))无跳跃点。"))
    }
    let against = result.crossings.filter(\.isAgainstOrder)
    if let most = against.max(by: { $0.difference < $1.difference }) {
      let group = result.groups[most.group]
      let (worse, better) = (group[most.worse], group[most.better])
      told.append(
        say(
          en: """
            \(name(worse)): "\(variant(worse))" leaves up to \(most.difference.grouped) yuan more to pay than \
            "\(variant(better))" (at \(most.largest.worse.cost.grouped) yuan); in all \(against.count) such \
            \(against.count == 1 ? "stretch" : "stretches") between neighbours.
            """,
          zh: """
            \(name(worse))：“\(variant(worse))”的个人负担最多比“\(variant(better))”高\(most.difference.grouped)元（费用为\
            \(most.largest.worse.cost.grouped)元时）；相邻情形之间此类区间共\(against.count)个。
            """))
    }
    return told
  }

  private func sentence(_ row: Row, _ broken: Break) -> Phrase {
    let step = broken.step(.payment)
    let (before, after) = (broken.before.payment.grouped, broken.after.payment.grouped)
    return say(
      en: """
        \(both(row)): one fen more than \(broken.before.cost.grouped) yuan \(step < .zero ? "lowers" : "raises") assistance from \
        \(before) to \(after) yuan: \(what(broken)) (\(articles(broken))).
        """,
      zh: """
        \(both(row))：费用超过\(broken.before.cost.grouped)元一分，救助金额由\(before)元\(step < .zero ? "降至" : "升至")\
        \(after)元：\(what(broken))（\(articles(broken))）。
        """)
  }

  func method() -> [Phrase] {
    let episode = request.episode
    let cost = request.cases.first?.episodes[request.index].cost
    var lines = [
      say(
        en: """
          The in-policy cost (政策范围内费用) of episode \(episode) moves; amounts are of the whole year, by the engine that settles \
          single cases. All else of the case stays as it is.
          """,
        zh: "变动的是诊疗 \(identifier(episode)) 的政策范围内费用；金额为全年合计，由结算个案的同一程序算出，其余条件不变。")
    ]
    if let cost, cost.total > cost.inPolicy {
      lines.append(
        say(
          en: """
            The episode's other parts keep their proportion to it: of each 100 yuan in policy, \
            \(share(cost.upfrontB, cost.inPolicy)) are paid up front for class B, \(share(cost.overLimit, cost.inPolicy)) lie over \
            price limits, \(share(cost.outOfCatalogue, cost.inPolicy)) outside the catalogues.
            """,
          zh: """
            其余费用与政策范围内费用保持个案的比例：每100元政策范围内费用，乙类先行自付\(share(cost.upfrontB, cost.inPolicy))元，\
            超限价\(share(cost.overLimit, cost.inPolicy))元，全自费\(share(cost.outOfCatalogue, cost.inPolicy))元。
            """))
    }
    if request.cases.contains(where: { $0.episodes[request.index].isGiven }) {
      lines.append(
        say(
          en: "What the case says that insurance paid keeps its proportion to the in-policy cost too.",
          zh: "个案所列医保支付额同样按政策范围内费用的比例变动。"))
    } else {
      lines.append(
        say(
          en: """
            Insurance is computed from schedules that no document states: an assumption. Breaks of insurance are assumptions too; \
            gates on the in-policy cost do not depend on it.
            """,
          zh: "医保待遇标准不在各文件之内，属假定；医保引起的变化点同属假定，以政策范围内费用计的门槛不受其影响。"))
    }
    lines += missing()
    lines.append(
      say(
        en: """
          A jump is a change of more than \(Break.leastJump.grouped) yuan for one fen more; a reversal a fall of more than that. Both \
          are found to the fen: stretches settled by the same terms are straight lines, and where the terms differ the stretch is \
          halved down to one fen. Terms that come and go within 1/100,000 of the range could be missed.
          """,
        zh: """
          跳跃指费用多一分而金额变化超过\(Break.leastJump.grouped)元；倒挂指下降超过该数。两者均精确到分：适用条款相同的区间为直线，\
          条款不同则对分至一分。若某条款仅在不足范围十万分之一的区间内适用，可能遗漏。
          """))
    return lines
  }

  /// Numbers that are missing, or are those of another document, by jurisdiction.
  private func missing() -> [Phrase] {
    result.groups.compactMap { group in
      guard let first = group.first else { return nil }
      let raised = group.flatMap { $0.schedule.nodes }.reduce(UInt64(0)) { $0 | $1.episode.flags }
      let flags = first.curve.plan.flags.enumerated()
        .filter { raised & (1 << UInt64($0.offset)) != 0 && $0.element.kind != .anomaly }.map(\.element)
      guard !flags.isEmpty else { return nil }
      // Where a rule file remarks in English only, Chinese readers get the id and find the remark with its values.
      let words = flags.map { flag in
        let isEnglish = Source.hasEnglish(flag.text.chinese)
        return say(
          en: "\(flag.id): \(flag.text.english)",
          zh: isEnglish
            ? "\(flag.id)，说明见 `medaid rules show \(first.curve.file.id)`" : "\(flag.text.chinese)（\(flag.id)）"
        ).text
      }
      return say(en: "\(name(first)): \(clauses(words)).", zh: "\(name(first))：\(clauses(words))。")
    }
  }

  private func share(_ part: Yuan, _ whole: Yuan) -> String {
    Wording.number(Double(part.fen) * 100 / Double(max(1, whole.fen)), decimals: 2)
  }
}
