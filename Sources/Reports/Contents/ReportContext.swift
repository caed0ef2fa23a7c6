import Analysis
import Simulation

/// What every report says about the run it comes from.
struct ReportContext {
  let result: RunResult

  var year: Int { result.scenario.year }

  /// The insurance of the comparison's main figures, as rows name it: common, where that was asked for.
  var comparedInsurance: String {
    (result.scenario.comparisonParts.contains(.common) ? ComparisonPart.common : .own).rawValue
  }

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

  /// The sentences that open a report on places' own rules, or why there are none.
  func orNoOwnRules(_ lines: [String]) -> [String] {
    guard lines.isEmpty, result.places.allSatisfy({ $0.baseline == nil }) else { return lines }
    return [
      "No place of this run is settled under rules of its own: the comparison shows its people under each document."
    ]
  }
}
