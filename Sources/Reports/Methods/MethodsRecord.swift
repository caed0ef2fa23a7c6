import Rules
import Simulation

/// What the appendix says of the run itself: what was asked for, from which files, on how many people.
struct MethodsRecord {
  let finished: FinishedRun

  private var scenario: Scenario { finished.scenario }

  /// The scenario and the fingerprints of everything it was made from.
  var asked: String {
    var text = MarkdownText()
    text.table(header: ["asked for", "value"], rows: settings)
    text.table(
      header: ["made from", "identifier", "fingerprint (FNV-1a, 64 bits)"],
      rows: finished.fingerprints.map { [$0.kind, $0.id, $0.fingerprint] })
    return trimmed(text)
  }

  private var settings: [[String]] {
    [
      ["scenario", scenario.name], ["benefit year", String(scenario.year)],
      ["legal dates", scenario.isDated ? "obeyed" : "rules as if in force all year"],
      ["people of", scenario.places.joined(separator: ", ")],
      ["rules of", scenario.jurisdictions.joined(separator: ", ")],
      ["seed", String(scenario.seed)], ["people drawn a place, about", String(scenario.people)],
      ["replicates of the year", String(scenario.replicates)],
      [
        "replicates of the comparison",
        scenario.comparison ? String(min(scenario.comparisonReplicates, scenario.replicates)) : "no comparison",
      ],
      ["replicates of each moved assumption", String(min(scenario.sensitivityReplicates, scenario.replicates))],
      [
        "readings other than the default",
        Self.listed(scenario.readings.sorted { $0.key < $1.key }.map { "\($0) \($1)" }),
      ],
      ["reforms", Self.listed(scenario.reforms.map { "\($0.name): \($0.title)" })],
      ["appropriation", scenario.budget.map { "\($0.amount.grouped) yuan in \($0.place)" } ?? "none"],
      ["microdata", finished.microdataReplicates == 0 ? "none" : "\(finished.microdataReplicates) replicates"],
    ]
  }

  private static func listed(_ items: [String]) -> String { items.isEmpty ? "none" : items.joined(separator: "; ") }

  /// How many people and households stand for each place.
  var people: String {
    var text = MarkdownText()
    text.table(
      header: ["place", "residents", "households drawn", "urban share", "people drawn, about"],
      rows: finished.places.map { place in
        let people = min(scenario.people, place.population)
        return [
          "\(place.english) \(place.chinese)", Wording.number(Double(place.population)),
          Wording.number(Double(place.households(forPeople: people))), Wording.number(place.urbanShare, decimals: 3),
          Wording.number(Double(people)),
        ]
      }, right: 1)
    return trimmed(text)
  }

  private func trimmed(_ text: MarkdownText) -> String { String(text.text.dropLast()) }
}
