import Analysis
import Input
import Population
import Rules
import Simulation

/// What studies of several places say alike of the people they drew and the documents they settled.
extension Speaker {
  /// How many people were drawn of each place.
  func people(_ drawn: [(place: PlaceModel, persons: Int64)]) -> String {
    listed(
      drawn.map { place, persons in
        let persons = Wording.number(Double(persons)), name = place.name(in: language)
        return say(en: "\(name) \(persons)", zh: "\(name)\(persons)人").text
      })
  }

  /// The groups of neighbouring households of each place, over which errors are taken.
  func neighbours(_ drawn: [(place: PlaceModel, groups: (households: UInt64, count: Int))]) -> String {
    listed(
      drawn.map { place, groups in
        let size = Wording.number(Double(groups.households)), name = place.name(in: language)
        return say(en: "\(name) \(groups.count) of about \(size)", zh: "\(name)\(groups.count)组，每组约\(size)户").text
      })
  }

  /// Whether a place's document is in force in the scenario's year; nil where there are no rules of the place.
  func standing(_ place: PlaceModel, _ scenario: Scenario, _ library: RuleLibrary) -> Phrase? {
    guard let file = library.file(place.jurisdiction) else { return nil }
    let standing = file.book.document.standing(in: scenario.year), name = file.book.name.term(in: language)
    return say(
      en: """
        \(name): in \(scenario.year) \(standing.rawValue); \
        \(scenario.isDated ? "legal dates are obeyed" : "settled as if in force all year").
        """,
      zh: """
        \(name)：\(scenario.year)年\(standing.name(in: .chinese))；\(scenario.isDated ? "按有效期测算" : "视同全年有效测算")。
        """)
  }
}
