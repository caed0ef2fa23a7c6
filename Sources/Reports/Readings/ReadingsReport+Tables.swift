import Analysis
import Input
import Rules
import Simulation

extension ReadingsReport {
  /// A change of the fund with its sign and error, in the unit of columns.
  func signed(_ estimate: Estimate) -> String { (estimate.value > 0 ? "+" : "") + wording.sum(estimate) }

  /// The articles in which a clause stands; the names of paragraphs are English in the rule files.
  func clause(_ reading: Reading) -> Phrase {
    let cite = reading.source.cite ?? reading.id
    return say(en: cite, zh: Source.article(cite))
  }

  /// A change of a share of persons, as persons of the place.
  private func persons(_ estimate: Estimate, _ section: ReadingsSection) -> String {
    let persons = estimate.times(Double(section.place.population))
    return (persons.value > 0 ? "+" : "") + wording.estimate(persons)
  }

  /// The readings that move something, by falling size.
  func table(_ section: ReadingsSection, _ text: inout MarkdownText) {
    let moving = section.effects.ranked.filter(\.change.isSeen)
    guard !moving.isEmpty else { return }
    let rows = moving.map { one in
      let reading = one.alternative.reading
      return [
        "`\(one.alternative.name)`", clause(reading).text, reading.question.name(in: language).text,
        one.alternative.option.text.name(in: language).text,
      ] + numbers(one.change, section)
    }
    text.table(
      header: [
        say(en: "reading", zh: "编号"), say(en: "clause", zh: "条款"), say(en: "question", zh: "疑问"),
        say(en: "read as", zh: "改按"),
      ] + columns, rows: rows, right: 4)
  }

  private var columns: [Phrase] {
    [
      say(en: "fund, \(wording.sumUnit)", zh: "基金（\(wording.sumUnit)）"),
      say(en: "assistance", zh: "其中：救助（含倾斜）"), say(en: "of it tilted", zh: "倾斜救助"),
      say(en: "premium subsidy", zh: "资助参保"),
      say(en: "persons in households that pay over 25 % of income", zh: "自付超过收入25%的家庭人口（人）"),
    ]
  }

  private func numbers(_ change: ReadingEffects.Change, _ section: ReadingsSection) -> [String] {
    change.fund.map(signed) + [persons(change.catastrophic25, section)]
  }

  /// All that cost, and all that save, settled at once beside the sum of each alone.
  func together(_ section: ReadingsSection, _ text: inout MarkdownText) {
    let sets = [
      (say(en: "all that raise", zh: "全部增支"), section.effects.raising),
      (say(en: "all that lower", zh: "全部减支"), section.effects.lowering),
    ]
    let rows = sets.compactMap { name, set in
      set.map { one in
        [name.text, listed(one.set.members.map { "`\(section.alternatives[$0].name)`" })]
          + [one.change.total, one.added, one.interaction].map(signed) + [persons(one.change.catastrophic25, section)]
      }
    }
    guard !rows.isEmpty else { return }
    text.paragraph(
      say(
        en: """
          Together: every reading that raises the fund for the people drawn, and every one that lowers it, settled at once as one \
          set of rules (of several ways to read a clause the one that goes furthest).
          """,
        zh: "同时采用：将全部增支（或全部减支）的理解合为一套规则同时结算（同一条款有多种理解的，取影响最大的一种）。"))
    text.table(
      header: [
        say(en: "together", zh: "同时采用"), say(en: "readings", zh: "编号"),
        say(en: "at once, \(wording.sumUnit)", zh: "同时（\(wording.sumUnit)）"),
        say(en: "each alone, added up", zh: "逐项之和"),
        say(en: "interaction", zh: "交互影响"),
        say(en: "persons over 25 % of income", zh: "自付超过收入25%的家庭人口（人）"),
      ], rows: rows, right: 2)
    for one in [section.effects.raising, section.effects.lowering] {
      for left in one?.set.leftOut ?? [] {
        let name = section.alternatives[left.alternative].name
        text.paragraph(
          say(
            en: "`\(name)` cannot stand beside the others and is left out: \(left.reason).",
            zh: "`\(name)`与其他理解不能并存，未计入：`\(left.reason)`。"))
      }
    }
  }

  /// Those that move nothing, and those that cannot be settled.
  func still(_ section: ReadingsSection, _ text: inout MarkdownText) {
    let still = section.effects.alone.filter { !$0.change.isSeen }
    if !still.isEmpty {
      text.paragraph(say(en: "Without effect on the people drawn:", zh: "对抽取人口没有影响的理解："))
      text.bullets(still.map { described($0.alternative) })
    }
    if !section.unsettled.isEmpty {
      text.paragraph(
        say(en: "Not settled, because they cannot stand beside the scenario's patches:", zh: "与情景中的修改不能并存、未作测算的理解："))
      text.bullets(
        section.unsettled.map { one in
          let described = described(one.alternative)
          return say(en: "\(described): \(one.reason)", zh: "\(described)（`\(one.reason)`）")
        })
    }
  }

  private func described(_ one: ReadingAlternative) -> Phrase {
    let question = one.reading.question.name(in: language), option = one.option.text.name(in: language)
    let clause = clause(one.reading)
    return say(
      en: "`\(one.name)` (\(clause)) \(question) \(option)", zh: "`\(one.name)`（\(clause)）\(question)：\(option)")
  }

  /// Bars that are drawn at most; what is smaller stands in the table.
  private static let mostBars = 24

  /// The script of a tornado.
  func plot(_ section: ReadingsSection) -> String {
    func bar(_ name: String, _ change: Estimate, isJoint: Bool = false) -> Plot.Swing {
      let shown = change.times(1 / wording.yuan)
      return Plot.Swing(
        name: name, value: shown.value, error: shown.standardError ?? .nan, isJoint: isJoint)
    }
    var bars = section.effects.ranked.filter { $0.change.total.value != 0 }.prefix(Self.mostBars).map { one in
      let question = one.alternative.reading.question.name(in: language)
      return bar("\(one.alternative.name) \(question)", one.change.total)
    }
    if let all = section.effects.raising {
      bars.append(bar(say(en: "all that raise, at once", zh: "全部增支，同时采用").text, all.change.total, isJoint: true))
    }
    if let all = section.effects.lowering {
      bars.append(bar(say(en: "all that lower, at once", zh: "全部减支，同时采用").text, all.change.total, isJoint: true))
    }
    let name = section.place.name(in: language)
    return Plot.tornado(
      title: say(en: "\(name): clauses read otherwise", zh: "\(name)：条款的不同理解"), bars: bars,
      xLabel: say(
        en: "change of the fund's mean year, \(wording.sumUnit)", zh: "基金年支出均值的变化（\(wording.sumUnit)）"))
  }
}
