import Foundation
import Input
import Population
import Rules
import Testing

@testable import Reports

@Suite struct FinishedRunTests {
  @Test func theFolderSaysWhatWasAskedFor() async throws {
    try await inFreshFolder { root in
      try await SmallRun.write(to: root + "/run")
      let run = try FinishedRun(root + "/run", library: try RuleLibrary())
      #expect(run.version == "0.0.1" && run.scenarioText == SmallRun.text && run.microdataReplicates == 1)
      // What the command line had replaced is not in the scenario file.
      #expect((run.scenario.seed, run.scenario.people, run.scenario.replicates) == (8, 300, 2))
      #expect(run.places.map(\.id) == ["guizhou", "banan"])
    }
  }

  @Test func dataThatChangedAreNamedEachByItself() async throws {
    try await inFreshFolder { root in
      try await SmallRun.write(to: root + "/run")
      let file = root + "/run/manifest.json"
      var text = try InputFile.text(file)
      let banan = Fingerprint(try #require(Embedded.text("places/banan.yaml"))).description
      let illness = Fingerprint(try #require(Embedded.text("model/illness.yaml"))).description
      for old in [banan, illness] { text = text.replacing(old, with: String(repeating: "0", count: 16)) }
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      let refusal = #expect(throws: Refusal.self) { try FinishedRun(root + "/run", library: try RuleLibrary()) }
      #expect(refusal?.diagnostics.map(\.key) == ["places.banan", "models.illness"])
      #expect(refusal?.diagnostics.first?.reason == "the run read other data: 0000000000000000, now \(banan)")
    }
  }

  @Test func rulesOfAFolderAreAskedForWhereTheProgramHasOthers() async throws {
    try await inFreshFolder { root in
      let rules = root + "/rules"
      try FileManager.default.createDirectory(atPath: rules, withIntermediateDirectories: true)
      for file in try RuleLibrary().files {
        let text = file.text + (file.id == "guizhou" ? "# changed\n" : "")
        try text.write(toFile: rules + "/\(file.id).yaml", atomically: true, encoding: .utf8)
      }
      try await SmallRun.write(to: root + "/run", rules: rules)
      let refusal = #expect(throws: Refusal.self) { try FinishedRun(root + "/run", library: try RuleLibrary()) }
      #expect(refusal?.diagnostics.map(\.key) == ["rules.guizhou"])
      #expect(refusal?.description.contains("with --rules") == true)
      _ = try FinishedRun(root + "/run", library: try RuleLibrary(folder: rules))
    }
  }

  @Test func aScenarioThatWasEditedIsRefused() async throws {
    try await inFreshFolder { root in
      try await SmallRun.write(to: root + "/run")
      let edited = SmallRun.text.replacing("year: 2023", with: "year: 2024")
      try edited.write(toFile: root + "/run/scenario.yaml", atomically: true, encoding: .utf8)
      let refusal = #expect(throws: Refusal.self) { try FinishedRun(root + "/run", library: try RuleLibrary()) }
      #expect(refusal?.description.contains("this is no longer the scenario of the run") == true)
    }
  }

  @Test func aFolderWithoutARunIsRefused() async throws {
    try await inFreshFolder { root in
      let refusal = #expect(throws: Refusal.self) { try FinishedRun(root, library: try RuleLibrary()) }
      let expected = "this is not the folder of a run: it has no manifest.json (name a folder that medaid run wrote)"
      #expect(refusal?.description == "error: \(root):1: \(expected)")
    }
  }

  @Test func aScenarioOfTheOwnersIsNotReplaced() async throws {
    try await inFreshFolder { root in
      try "mine".write(toFile: root + "/scenario.yaml", atomically: true, encoding: .utf8)
      #expect(throws: ReportFailure.self) { try ReportWriter.refuseForeignScenario("other", in: root) }
      try ReportWriter.refuseForeignScenario("mine", in: root)
      try "{}".write(toFile: root + "/manifest.json", atomically: true, encoding: .utf8)
      try ReportWriter.refuseForeignScenario("other", in: root)
    }
  }
}
