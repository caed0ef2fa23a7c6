import Analysis
import Input
import Simulation

extension ComparisonReport {
  /// Under whose rules a place's people would get most and least, among documents that put a number to everything; of the
  /// others only what is certain is said: a lower bound above all of these is more.
  func summary(_ place: RunResult.PlaceResult) -> Phrase? {
    let id = place.place.id, own = place.place.jurisdiction
    let levels = jurisdictions.compactMap { find(insurance, id, $0, "assistance") }
    let ranked = levels.filter { !$0.status.lacksNumber }
    guard let most = ranked.max(by: { $0.estimate.value < $1.estimate.value }),
      let least = ranked.min(by: { $0.estimate.value < $1.estimate.value }), ranked.count > 1
    else { return levels.isEmpty ? nil : unranked(place, levels) }
    let name = place.place.name(in: language), isTied = !isClear(most, least, own)
    var parts = [
      say(
        en: """
          For the people of \(name), of the documents with a number for everything, \(named(most, own)) would \
          pay most, \(amount(most)) yuan a head and year, and \(named(least, own)) least, \(amount(least))\
          \(isTied ? ", too close to tell the two apart" : "")
          """,
        zh: """
          \(name)人口：在各项标准齐全的文件中，执行\(named(most, own))救助最多，人均每年\(amount(most))，\
          执行\(named(least, own))最少，\(amount(least))\(isTied ? "，两者相差不显著" : "")
          """)
    ]
    if let level = ranked.first(where: { $0.jurisdiction == own }),
      ![most.jurisdiction, least.jurisdiction].contains(own)
    {
      parts.append(say(en: "their own rules would pay \(amount(level))", zh: "执行本地规定为\(amount(level))"))
    }
    for other in levels where other.status.lacksNumber {
      let isMore = other.estimate.value > most.estimate.value && isClear(other, most, own)
      let rules = named(other, own), amount = amount(other)
      parts.append(
        say(
          en: "\(rules) \(amount), \(isMore ? "more than any of these" : "and how much more is not known")",
          zh: "执行\(rules)\(amount)，\(isMore ? "高于以上各项" : "高出多少未知")"))
    }
    let list = clauses(parts.map(\.text))
    return say(en: "\(list).", zh: "\(list)。")
  }

  private func unranked(_ place: RunResult.PlaceResult, _ levels: [ComparisonRow]) -> Phrase {
    let name = place.place.name(in: language), own = place.place.jurisdiction
    let list = levels.map { row in
      let rules = context.name(row.jurisdiction), isOwn = row.jurisdiction == own
      return say(
        en: "\(rules)\(isOwn ? ", their own" : "") (\(amount(row)))",
        zh: "\(rules)\(isOwn ? "（本地文件）" : "")\(amount(row))"
      ).text
    }
    return say(
      en:
        "The people of \(name) would get, of documents that cannot be ranked against each other: \(list.joined(separator: " and ")).",
      zh: "\(name)人口：下列文件无法相互排序，人均每年救助金额分别为\(list.joined(separator: "、"))。")
  }

  private func named(_ row: ComparisonRow, _ own: String) -> Phrase {
    row.jurisdiction == own
      ? say(en: "their own rules", zh: "本地规定")
      : say(en: "\(context.name(row.jurisdiction))", zh: "\(context.name(row.jurisdiction))规定")
  }

  private func amount(_ row: ComparisonRow) -> String {
    let level = wording.estimate(row.estimate, decimals: 2, unit: say(en: "", zh: "元").text)
    return say(en: row.status.lacksNumber ? "at least " : "", zh: row.status.lacksNumber ? "不低于" : "").text + level
      + (row.status == .proxy ? say(en: " *", zh: "\\*").text : "")
  }

  /// Whether two levels differ by more than chance allows. Against the place's own document the error is that of the
  /// paired difference; between two others the errors of both levels are taken, which is too cautious.
  private func isClear(_ a: ComparisonRow, _ b: ComparisonRow, _ own: String) -> Bool {
    func paired(_ row: ComparisonRow) -> Double? {
      find(insurance, row.place, row.jurisdiction, "assistance.difference")?.estimate.standardError
    }
    let error =
      switch own {
      case a.jurisdiction: paired(b)
      case b.jurisdiction: paired(a)
      default:
        a.estimate.standardError.flatMap { x in b.estimate.standardError.map { (x * x + $0 * $0).squareRoot() } }
      }
    return abs(a.estimate.value - b.estimate.value) > 1.96 * (error ?? .infinity)
  }
}
