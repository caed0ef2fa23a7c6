import Analysis
import Simulation

/// What every report says about the run it comes from.
struct ReportContext {
  let result: RunResult

  var year: Int { result.scenario.year }

  /// The name of a jurisdiction for readers.
  func name(_ jurisdiction: String) -> String {
    result.library.file(jurisdiction)?.book.name.english ?? jurisdiction
  }

  /// The name of a place of the run for readers: its own, whatever document its people are settled under.
  func placeName(_ id: String) -> String { result.places.first { $0.place.id == id }?.place.english ?? id }

  /// The place's name as a heading: with its document where that is another place's.
  func heading(_ place: String) -> String {
    own(place) == place ? placeName(place) : "\(placeName(place)), under the rules of \(name(own(place)))"
  }

  /// The document whose rules are a place's own.
  func own(_ place: String) -> String { result.places.first { $0.place.id == place }?.place.jurisdiction ?? place }

  /// The words for an identity or class of a jurisdiction.
  func label(_ group: String, _ jurisdiction: String? = nil) -> String {
    if group == "all" { return "all" }
    if group == "none" { return "no identity" }
    let file = jurisdiction.flatMap { result.library.file($0) }
    if let people = file?.book.classes.first(where: { $0.id == group }) {
      return "\(people.name.english) \(people.name.chinese)"
    }
    let words = file?.book.vocabulary ?? result.library.vocabulary
    guard let index = words.identity(group) else { return group }
    let term = words.identities[Int(index)]
    return "\(term.english) \(term.chinese)"
  }

  /// The words for a group that is no identity and no class.
  func group(_ dimension: String, _ group: String) -> String {
    switch dimension {
    case "incomeFifth": "income fifth \(group)"
    case "age": "age \(group)"
    default: group
    }
  }

  /// The words for a component of the fund.
  func component(_ component: String, _ jurisdiction: String) -> String {
    guard let book = result.library.file(jurisdiction)?.book else { return component }
    switch component {
    case "tilted": return book.tilt.map { "\($0.name.english) \($0.name.chinese)" } ?? "tilted assistance 倾斜救助"
    case "premiumSubsidy": return "premium subsidy 资助参保"
    default:
      return book.benefits.first { $0.id == component }.map { "\($0.name.english) \($0.name.chinese)" } ?? component
    }
  }

  /// How the run was made, for every report's end.
  func method() -> [String] {
    let drawn = result.places.map { "\($0.place.english) \(Wording.number(Double($0.persons)))" }.joined(
      separator: ", ")
    return [
      """
      People drawn: \(drawn); \(result.scenario.replicates) replicates of the year's illness on the same people; seed \
      \(result.scenario.seed).
      """,
      """
      ± is one standard error: the Monte-Carlo error of drawing these people and this luck, clustered by household. It \
      is not the uncertainty of the assumptions.
      """,
      """
      \"Few drawn\" marks figures of groups with fewer than \(Int(TallyReader.fewest)) people drawn, and of \
      payments that rest on as few households: read them as an order of magnitude at most, and draw more people \
      (--people) where they matter.
      """,
      """
      A person-time is one settlement. A year's outpatient visits are settled in a few sums (docs/illness-file.md), so \
      person-times and amounts per person-time of outpatient care are those of such sums, not of visits.
      """,
      """
      Totals are scaled to the residents that each place file states. Means grow with people, the luck of the year \
      with their root.
      """,
    ]
  }

  /// The sentences that open a report on places' own rules, or why there are none.
  func orNoOwnRules(_ lines: [String]) -> [String] {
    guard lines.isEmpty, result.places.allSatisfy({ $0.baseline == nil }) else { return lines }
    return [
      "No place of this run is settled under rules of its own: the comparison shows its people under each document."
    ]
  }
}
