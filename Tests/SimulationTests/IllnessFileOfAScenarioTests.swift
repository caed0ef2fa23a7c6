import Foundation
import Input
import Population
import Rules
import Testing

@testable import Simulation

/// Scenarios that bring an illness file of their own.
@Suite struct IllnessFileOfAScenarioTests {
  private static let head = """
    format: medaid-scenario/1
    name: x
    year: 2023
    people: 900
    replicates: 2
    sensitivityReplicates: 0
    places: [guizhou]

    """

  /// Writes files into a folder of their own and reads the scenario among them.
  private func scenario(_ files: [String: String]) throws -> Scenario {
    let folder = NSTemporaryDirectory() + "medaid-\(ProcessInfo.processInfo.globallyUniqueString)"
    try FileManager.default.createDirectory(atPath: folder + "/illness", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (name, text) in files { try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8) }
    let path = "\(folder)/s.yaml"
    return try ScenarioReader(library: try RuleLibrary(), places: try PlaceName.shipped()).read(
      try InputFile.text(path), file: path)
  }

  /// The program's own model with twice the cost of an admission.
  private func dear() throws -> String {
    try #require(Embedded.text("model/illness.yaml")).replacing("    value: 7674\n", with: "    value: 15348\n")
  }

  @Test func itTakesThePlaceOfTheProgramsOwn() async throws {
    let (plain, own) = (
      try scenario(["s.yaml": Self.head]),
      try scenario(["s.yaml": Self.head + "illness: dear.yaml\n", "dear.yaml": try dear()])
    )
    #expect(plain.illness.isShipped && !own.illness.isShipped)
    #expect(try own.illness.text == dear())
    func cost(_ scenario: Scenario) async throws -> Int64 {
      let result = try await Runner(
        scenario, library: try RuleLibrary(), places: scenario.placeModels, illness: scenario.illness, threads: 1
      ).run(Progress())
      return result.places[0].variants[0].tally.strata[0].sum(.cost)
    }
    let ratio = Double(try await cost(own)) / Double(try await cost(plain))
    // Four fifths of all cost are of admissions.
    #expect(ratio > 1.6 && ratio < 2)
  }

  @Test func aRunFindsTheCopyBesideItsScenario() throws {
    let found = try scenario(["s.yaml": Self.head + "illness: ../far/dear.yaml\n", "illness/dear.yaml": try dear()])
    #expect(found.illness.file.hasSuffix("/illness/dear.yaml"))
  }

  @Test(arguments: [
    ("illness: dear.yaml", "s.yaml:8: illness: there is no illness file "),
    (
      "illness: national", "s.yaml:8: illness: the path of an illness file is expected here, not \"national\" (its name"
    ),
    ("illness: [a.yaml]", "s.yaml:8: illness: the path of an illness file is expected here, not a list"),
    ("illness: broken.yaml", "broken.yaml:9: reference.agess: there is no such key here (did you mean ages?)"),
  ])
  func whatIsWrongWithItIsSaidWithTheScenario(line: String, message: String) throws {
    let broken = try #require(Embedded.text("model/illness.yaml"))
    let start = try #require(broken.firstRange(of: "reference:"))
    let text = broken.replacing("\n  ages:", with: "\n  agess:")
    let lines = broken[..<start.lowerBound].count { $0 == "\n" } + 2
    let refusal = #expect(throws: Refusal.self) {
      try scenario(["s.yaml": Self.head + line + "\npeeple: 3\n", "broken.yaml": text])
    }
    let found = refusal?.description ?? ""
    #expect(found.contains(message.replacing("broken.yaml:9:", with: "broken.yaml:\(lines):")))
    #expect(found.contains("s.yaml:9: peeple: there is no such key here"))
  }
}
