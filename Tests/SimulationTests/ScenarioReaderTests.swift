import Input
import Population
import Rules
import Testing

@testable import Simulation

/// What a scenario may say; what it may not is in `Bad`.
@Suite struct ScenarioReaderTests {
  @Test(arguments: ["''", "' '"])
  func aScenarioNeedsAName(name: String) throws {
    let text = "format: medaid-scenario/1\nname: \(name)\nyear: 2023\nplaces: [guizhou]\n"
    let refusal = #expect(throws: Refusal.self) {
      try ScenarioReader(library: try RuleLibrary(), places: try PlaceName.shipped()).read(text, file: "s.yaml")
    }
    #expect(
      refusal?.description
        == "error: s.yaml:2: name: a scenario needs a name (give it a short one, which reports show)")
  }

  @Test func everySeedOfTheOptionIsOneOfTheFile() throws {
    let reader = { ScenarioReader(library: try RuleLibrary(), places: try PlaceName.shipped()) }
    let text = "format: medaid-scenario/1\nname: x\nyear: 2023\nplaces: [guizhou]\nseed: "
    #expect(try reader().read(text + "18446744073709551615", file: "s.yaml").seed == .max)
    let refusal = #expect(throws: Refusal.self) { try reader().read(text + "18446744073709551616", file: "s.yaml") }
    let limits = "a whole number from 0 to 18446744073709551615 is expected here"
    #expect(refusal?.description == "error: s.yaml:5: seed: \(limits), not \"18446744073709551616\"")
  }

  /// Of a place without rules only a comparison shows anything, be it under a single document.
  @Test(arguments: [
    ("national", "[guizhou]", true), ("national", "[guizhou, banan]", true), ("guizhou", "[guizhou]", false),
  ])
  func aPlaceWithoutRulesIsCompared(place: String, jurisdictions: String, isCompared: Bool) throws {
    let text =
      "format: medaid-scenario/1\nname: x\nyear: 2023\nplaces: [\(place)]\njurisdictions: \(jurisdictions)\n"
    let reader = ScenarioReader(library: try RuleLibrary(), places: try PlaceName.shipped())
    #expect(try reader.read(text, file: "s.yaml").comparison == isCompared)
  }

  @Test func placesAndJurisdictionsHaveChineseNames() throws {
    let text = """
      format: medaid-scenario/1
      name: x
      year: 2023
      places: [贵州省, 重庆市垫江县]
      jurisdictions: [贵州省, dianjiang]
      budget: {place: 贵州省, amount: 5}
      """
    let reader = ScenarioReader(library: try RuleLibrary(), places: try PlaceName.shipped())
    let scenario = try reader.read(text, file: "s.yaml")
    #expect(scenario.places == ["guizhou", "dianjiang"] && scenario.jurisdictions == ["guizhou", "dianjiang"])
    #expect(scenario.budget?.place == "guizhou")
  }

  @Test func aBudgetObeysLegalDates() throws {
    let library = try RuleLibrary()
    let text =
      "format: medaid-scenario/1\nname: x\nyear: 2023\nplaces: [guizhou]\nbudget: {place: guizhou, amount: 5}\n"
    #expect(try ScenarioReader(library: library, places: try PlaceName.shipped()).read(text, file: "s").isDated)
  }
}
