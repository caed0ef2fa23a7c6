import Analysis
import Simulation

extension ComparisonReport {
  /// Under whose rules a place's people would get most and least, among documents that put a number to everything; of the
  /// others only what is certain is said: a lower bound above all of these is more.
  func summary(_ place: RunResult.PlaceResult) -> String? {
    let id = place.place.id, own = place.place.jurisdiction
    let levels = jurisdictions.compactMap { find(insurance, id, $0, "assistance") }
    let ranked = levels.filter { !$0.status.lacksNumber }
    guard let most = ranked.max(by: { $0.estimate.value < $1.estimate.value }),
      let least = ranked.min(by: { $0.estimate.value < $1.estimate.value }), ranked.count > 1
    else { return levels.isEmpty ? nil : unranked(place, levels) }
    var parts = [
      """
      For the people of \(place.place.english), of the documents with a number for everything, \(named(most, own)) would \
      pay most, \(amount(most)) yuan a head and year, and \(named(least, own)) least, \(amount(least))\
      \(isClear(most, least, own) ? "" : ", too close to tell the two apart")
      """
    ]
    if let level = ranked.first(where: { $0.jurisdiction == own }),
      ![most.jurisdiction, least.jurisdiction].contains(own)
    {
      parts.append("their own rules would pay \(amount(level))")
    }
    for other in levels where other.status.lacksNumber {
      let isMore = other.estimate.value > most.estimate.value && isClear(other, most, own)
      parts.append(
        "\(named(other, own)) \(amount(other)), \(isMore ? "more than any of these" : "and how much more is not known")"
      )
    }
    return parts.joined(separator: "; ") + "."
  }

  private func unranked(_ place: RunResult.PlaceResult, _ levels: [ComparisonRow]) -> String {
    "The people of \(place.place.english) would get, of documents that cannot be ranked against each other: \(list(levels, place.place.jurisdiction))."
  }

  private func list(_ rows: [ComparisonRow], _ own: String) -> String {
    rows.map { "\(context.name($0.jurisdiction))\($0.jurisdiction == own ? ", their own" : "") (\(amount($0)))" }
      .joined(separator: " and ")
  }

  private func named(_ row: ComparisonRow, _ own: String) -> String {
    row.jurisdiction == own ? "their own rules" : context.name(row.jurisdiction)
  }

  private func amount(_ row: ComparisonRow) -> String {
    (row.status.lacksNumber ? "at least " : "") + Wording.estimate(row.estimate, decimals: 2)
      + (row.status == .proxy ? " *" : "")
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
