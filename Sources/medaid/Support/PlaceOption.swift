import ArgumentParser
import Input
import Population
import Simulation

/// The place of a scenario that is asked about.
struct PlaceOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A place of the scenario, by identifier or Chinese name (default: all that have rules of their own in it).",
      valueName: "place"))
  var place: String?

  /// The places that are asked about, each with rules of its own in the scenario.
  ///
  /// - Throws: `Refusal` where the one that was named is not in the scenario, or nobody's own rules are.
  func places(of scenario: Scenario) throws(Refusal) -> [PlaceModel] {
    func refusal(_ reason: String, _ hint: String?) -> Refusal {
      Refusal(Diagnostic(at: Input.Place(file: "command line", line: 0), key: "--place", reason, hint: hint))
    }
    let own = scenario.placeModels.filter { scenario.jurisdictions.contains($0.jurisdiction) }
    guard let place else {
      guard !own.isEmpty else {
        throw refusal("no place of the scenario has its own rules in it", "add one of them to its jurisdictions")
      }
      return own
    }
    let known = scenario.placeModels
    guard let found = known.first(where: { $0.id == place || $0.chinese == place }) else {
      throw refusal(
        "\(place) is not a place of the scenario",
        Spelling.hint(for: place, among: known.map(\.id), also: known.map(\.chinese)))
    }
    guard scenario.jurisdictions.contains(found.jurisdiction) else {
      throw refusal(
        "the rules of \(place) are not in the scenario", "add \(found.jurisdiction) to its jurisdictions")
    }
    return [found]
  }
}
