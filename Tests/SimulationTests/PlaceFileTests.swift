import Foundation
import Input
import Population
import Rules
import Testing

@testable import Simulation

/// Scenarios that name place files, and places that share a document.
@Suite struct PlaceFileTests {
  /// Writes files into a folder of their own and reads the scenario among them.
  private func scenario(_ files: [String: String]) throws -> Scenario {
    let folder = NSTemporaryDirectory() + "medaid-\(ProcessInfo.processInfo.globallyUniqueString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (name, text) in files { try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8) }
    let path = "\(folder)/s.yaml"
    let library = try RuleLibrary()
    return try ScenarioReader(library: library, places: try PlaceName.shipped()).read(
      try InputFile.text(path), file: path)
  }

  /// The shipped people of Guizhou under another identifier, name and jurisdiction.
  private func copy(id: String, name: String, jurisdiction: String? = nil) throws -> String {
    try #require(Embedded.text("places/guizhou.yaml"))
      .replacing("id: guizhou", with: "id: \(id)" + (jurisdiction.map { "\njurisdiction: \($0)" } ?? ""))
      .replacing("\"Guizhou Province\"", with: name)
  }

  private static let head = "format: medaid-scenario/1\nname: x\nyear: 2023\npeople: 900\nreplicates: 2\n"

  @Test func aPathIsTakenFromTheScenariosFolder() throws {
    let text = try copy(id: "here", name: "Here", jurisdiction: "guizhou")
    let scenario = try scenario(["s.yaml": Self.head + "places: [bazhong, here.yaml]\n", "here.yaml": text])
    #expect(scenario.places == ["bazhong", "here"])
    #expect(scenario.jurisdictions == ["bazhong", "guizhou"])
    #expect(scenario.placeModels.map(\.text) == [try #require(Embedded.text("places/bazhong.yaml")), text])
  }

  @Test func whatIsWrongInAPlaceFileIsSaidWithTheScenario() throws {
    let broken = try copy(id: "a b", name: "Here").replacing("priceLevel:", with: "prices:")
    let refusal = #expect(throws: Refusal.self) {
      try scenario(["s.yaml": Self.head + "places: [here.yaml]\npeeple: 3\n", "here.yaml": broken])
    }
    let found = refusal?.description ?? ""
    #expect(
      found.contains(
        "here.yaml:5: id: an identifier of letters (a to z), digits, - and _ is expected here, not \"a b\""))
    #expect(found.contains("prices: there is no such key here"))
    #expect(found.contains("s.yaml:7: peeple: there is no such key here (did you mean people?)"))
  }

  @Test(arguments: [
    ("guizhou", "Here", "here.yaml has the id guizhou, as another place of the scenario"),
    ("here", "\"Guizhou Province\"", "the places guizhou and here are both named Guizhou Province"),
  ])
  func placesThatReportsCouldNotTellApartAreRefused(id: String, name: String, message: String) throws {
    let files = ["s.yaml": Self.head + "places: [guizhou, here.yaml]\n", "here.yaml": try copy(id: id, name: name)]
    let refusal = #expect(throws: Refusal.self) { try scenario(files) }
    #expect(refusal?.diagnostics.contains { $0.reason.hasSuffix(message) } == true)
  }

  @Test func placesShareADocumentAndItsReforms() async throws {
    let scenario = try scenario([
      "s.yaml": Self.head + """
        sensitivityReplicates: 0
        comparisonReplicates: 2
        places: [guizhou, here.yaml]
        jurisdictions: [kaizhou, guizhou]
        reforms: [{name: more, set: {guizhou.benefits.pool.rate.II: 90}}]

        """, "here.yaml": try copy(id: "here", name: "Here", jurisdiction: "guizhou"),
    ])
    let library = try RuleLibrary()
    let result = try await Runner(
      scenario, library: library, places: scenario.placeModels,
      illness: try IllnessModel.shipped(vocabulary: library.vocabulary), threads: 2
    ).run(Progress())
    // The same people under the same document, so nothing may differ.
    let (own, other) = (result.places[0], result.places[1])
    #expect(other.baseline?.variant.jurisdiction == "guizhou")
    #expect(own.variants.map(\.variant.role) == other.variants.map(\.variant.role))
    #expect(own.variants.map(\.tally.strata[0].fund.sums) == other.variants.map(\.tally.strata[0].fund.sums))
    #expect(other.variants.contains { $0.variant.role == .reform("more") })
  }
}
