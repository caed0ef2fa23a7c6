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
      [
        "households without an identity drawn",
        scenario.othersEvery == 1 ? "all" : "one in \(scenario.othersEvery), the others all",
      ], ["replicates of the year", String(scenario.replicates)],
      [
        "replicates of the comparison",
        scenario.comparison ? String(min(scenario.comparisonReplicates, scenario.replicates)) : "no comparison",
      ],
      [
        "parts of the comparison",
        scenario.comparison ? scenario.comparisonParts.map(\.rawValue).joined(separator: ", ") : "no comparison",
      ],
      ["replicates of each moved assumption", String(min(scenario.sensitivityReplicates, scenario.replicates))],
      [
        "readings other than the default",
        Self.listed(scenario.readings.sorted { $0.key < $1.key }.map { "\($0) \($1)" }),
      ],
      ["reforms", Self.listed(scenario.reforms.map { "\($0.name): \($0.title)" })],
      ["appropriation", scenario.budget.map { "\($0.amount.grouped) yuan in \($0.place)" } ?? "none"],
      [
        "microdata",
        finished.microdataReplicates == 0 ? "none" : Wording.counted(finished.microdataReplicates, "replicate"),
      ],
    ]
  }

  /// What one observation is where errors are worked out, and whom a sample stands for.
  var errors: String {
    let clusters = finished.places.map { place in
      let households = place.households(forPeople: min(scenario.people, place.population))
      return "\(Wording.cluster(Runner.cluster(of: households))) (\(place.english))"
    }
    let all = "taken from the spread over \(clusters.joined(separator: ", "))"
    guard scenario.othersEvery > 1 else { return all }
    return """
      \(all). Of the households in which nobody holds an identity one in \(scenario.othersEvery) was drawn by lot, \
      each standing for \(scenario.othersEvery), of the others all; the manifest has the numbers of people drawn \
      (`drawn`). Sums of both are weighted by the persons stood for over those drawn, the luck of a year by the root of that
      """
  }

  private static func listed(_ items: [String]) -> String { items.isEmpty ? "none" : items.joined(separator: "; ") }

  /// How many people and households stand for each place.
  var people: String {
    var text = MarkdownText()
    let drawn = scenario.othersEvery == 1 ? " drawn" : " drawn or stood for"
    text.table(
      header: ["place", "residents", "households" + drawn, "urban share", "people\(drawn), about"],
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
