import Analysis
import Input
import Simulation

extension AttributionReport {
  /// Which way a package moves a figure, which provisions do it, and whether they act on one another.
  func summary(_ section: AttributionSection, _ one: Attribution) -> [Phrase] {
    let isLess = one.effect.value < 0
    let change = worded(one.effect.times(isLess ? -1 : 1), one.figure, section.place)
    let before = worded(one.baseline, one.figure, section.place)
    let name = section.place.name(in: language), noun = noun(one.figure)
    guard one.parts.contains(where: { $0.value.value != 0 }) else {
      return [
        say(
          en: "\(name), \(noun): the package changes nothing for the people drawn (\(before)).",
          zh: "\(name)，\(noun)：全部措施对抽取人口没有影响（\(before)）。")
      ]
    }
    var lines = [
      say(
        en: "\(name), \(noun): \(change) \(isLess ? "less" : "more") with all provisions, against \(before) now.",
        zh: "\(name)，\(noun)：实施全部措施后\(isLess ? "减少" : "增加")\(change)，现行为\(before)。")
    ]
    let ranked = one.parts.filter { $0.value.value != 0 }.sorted { abs($0.value.value) > abs($1.value.value) }.prefix(3)
    let parts = ranked.map { part in
      let size = signed(part.value, one.figure, section.place)
      return say(
        en: "\(part.provision.title): \(size)", zh: "\(part.provision.title)（\(size)）"
      ).text
    }
    lines.append(
      say(
        en: "Most of it: \(clauses(parts)) \(unit(one.figure)).",
        zh: "影响最大的措施：\(clauses(parts))，单位：\(unit(one.figure))。"))
    lines.append(together(section, one))
    return lines
  }

  private func together(_ section: AttributionSection, _ one: Attribution) -> Phrase {
    let error = one.interaction.standardError ?? 0, value = one.interaction.value
    guard value != 0, abs(value) > 2 * error else {
      return say(
        en: "That they act together makes no difference that this run could tell from 0.",
        zh: "各项措施同时实施与分别实施之和相比，没有本次测算可以辨认的差别。")
    }
    let size = worded(one.interaction.times(value < 0 ? -1 : 1), one.figure, section.place)
    return say(
      en: """
        Each alone and added up, they would bring \(size) \(value < 0 ? "more" : "less"): some act on what others change, so what one \
        brings depends on which are there already.
        """,
      zh: "各项措施单独实施的影响之和比同时实施\(value < 0 ? "多" : "少")\(size)：措施之间相互影响，单项影响取决于已实施哪些措施。")
  }
}
