import Input
import Population
import Rules
import Testing

@testable import Simulation

/// What is wrong with a scenario is said with line, key, reason and the way out.
@Suite struct ScenarioReaderTests {
  @Test(arguments: [
    ("places: [guizhu]", "error: s.yaml:4: places: \"guizhu\" is not a place (did you mean guizhou?)"),
    (
      "places: [guizhou]\nreplicats: 3",
      "error: s.yaml:5: replicats: there is no such key here (did you mean replicates?)"
    ),
    (
      "places: [guizhou]\nreplicates: 0",
      "error: s.yaml:5: replicates: a whole number from 1 to 100000 is expected here, not \"0\""
    ),
    (
      "places: [guizhou]\nreadings: {GZ-7: Z}",
      "error: s.yaml:5: readings.GZ-7: \"Z\" is not an option of this reading (allowed: A, B, C)"
    ),
    (
      "places: {guizhou: 1}",
      "error: s.yaml:4: places: a place, or a list of them, is expected here, not a mapping (allowed: "
        + "banan, bazhong, dianjiang, guizhou, kaizhou)"
    ),
    (
      "places: [guizhou]\nreforms: {}",
      "error: s.yaml:5: reforms: a list of reforms is expected here, not a mapping without name and set (begin each "
        + "reform with - name: and give it set:)"
    ),
    (
      "places: [guizhou]\nreforms: more",
      "error: s.yaml:5: reforms: a list of reforms is expected here, not \"more\" (begin each reform with - name: and "
        + "give it set:)"
    ),
    (
      "places: [guizhou]\nreforms: {name: a, set: {banan.parameters.premium: 3}}",
      "error: s.yaml:5: reforms: the reform changes no jurisdiction whose own place is in the scenario"
    ),
    (
      "places: [guizhou]\nseed: -1",
      "error: s.yaml:5: seed: a whole number from 0 to 18446744073709551615 is expected here, not \"-1\""
    ),
    ("places: [贵州]", "error: s.yaml:4: places: \"贵州\" is not a place (did you mean 贵州省?)"),
    ("places: [贵州省, guizhou]", "error: s.yaml:4: places: guizhou is named twice"),
    ("places: []", "error: s.yaml:4: places: the list is empty"),
    (
      "places: [guizhou]\njurisdictions: [banan]",
      "error: s.yaml:5: jurisdictions: the rules of guizhou itself are missing, and comparison is off: nothing would be "
        + "computed"
    ),
    (
      "places: [guizhou]\nreforms: [{name: a, set: {banan.parameters.premium: 3}}]",
      "error: s.yaml:5: reforms: the reform changes no jurisdiction whose own place is in the scenario"
    ),
    ("places: [guizhou]\nbudget:", "error: s.yaml:5: budget: the key is there without a value"),
    (
      "places: [guizhou]\nbudget: {place: banan, amount: 5}",
      "error: s.yaml:5: budget.place: banan is not among the places of the scenario (allowed: guizhou)"
    ),
  ])
  func refuses(text: String, message: String) throws {
    let library = try RuleLibrary()
    let file = "format: medaid-scenario/1\nname: x\nyear: 2023\n\(text)\n"
    let refusal = #expect(throws: Refusal.self) {
      try ScenarioReader(library: library, places: try PlaceName.shipped()).read(file, file: "s.yaml")
    }
    #expect(refusal?.description == message)
  }

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
