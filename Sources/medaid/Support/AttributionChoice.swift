import Input
import Population
import Rules
import Simulation

/// The places of a scenario whose own rules a package changes.
struct AttributionChoice {
  private let package: Scenario.Reform
  private let scenario: Scenario
  private let library: RuleLibrary

  init(_ package: Scenario.Reform, _ scenario: Scenario, _ library: RuleLibrary) {
    (self.package, self.scenario, self.library) = (package, scenario, library)
  }

  /// What simulates each of them; the scenario's other reforms do not matter.
  ///
  /// - Throws: `Refusal` where the provisions or figures cannot be told apart, for the first place where they cannot.
  func runners(_ figures: [PolicyFigure], threads: Int) throws(Refusal) -> [AttributionRunner] {
    var runners: [AttributionRunner] = []
    for place in scenario.placeModels
    where scenario.jurisdictions.contains(place.jurisdiction) && package.patches[place.jurisdiction] != nil {
      runners.append(
        try AttributionRunner(scenario, package, place: place, library: library, figures: figures, threads: threads))
    }
    return runners
  }
}
