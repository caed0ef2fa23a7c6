import Foundation
import Input
import Population
import Rules
import Simulation
import Testing

@testable import Reports

@Suite struct ManifestTests {
  /// A run in Chinese differs from one in English in what people read, and in nothing that programs read.
  @Test func tablesKnowNoLanguage() async throws {
    try await inFreshFolder { root in
      try await SmallRun.write(to: root + "/en")
      try await SmallRun.write(to: root + "/zh", language: .chinese)
      func text(_ file: String) throws -> String { try String(contentsOfFile: root + file, encoding: .utf8) }
      for file in ["fund-exposure.csv", "burden.csv", "policy-impact.csv", "microdata.csv", "scenario.yaml"] {
        #expect(try text("/en/" + file) == text("/zh/" + file), "\(file)")
      }
      #expect(try text("/zh/burden.md").hasPrefix("# 医疗费用负担分析"))
      #expect(try !text("/en/manifest.json").contains("language"))
    }
  }

  private static let scenarioText = """
    format: medaid-scenario/1
    name: small
    year: 2023
    seed: 7
    places: [guizhou]
    readings: {GZ-11: B}
    """

  private func manifest(_ text: String = scenarioText, wallSeconds: Double = 1.23456) throws -> String {
    let library = try RuleLibrary()
    let scenario = try ScenarioReader(library: library, places: PlaceName.shipped()).read(text, file: "s.yaml")
    return Manifest(
      version: "0.1.0", scenario: scenario, scenarioText: text, library: library, wallSeconds: wallSeconds
    ).text
  }

  @Test func saysWhatTheRunWasMadeFrom() throws {
    let node = try JSONReader.read(try manifest(), file: "manifest.json")
    #expect(
      node.entries?.map(\.key) == [
        "format", "version", "scenario", "rules", "places", "models", "readings", "seed", "replicates", "people",
        "othersEvery", "allowOutOfForce", "microdataReplicates", "byteOrderMark", "reports", "wallSeconds",
      ])
    #expect(node["scenario"]?["fingerprint"]?.text == Fingerprint(Self.scenarioText).description)
    #expect(node["rules"]?.items?.map { $0["id"]?.text } == ["guizhou"])
    let place = try #require(Embedded.text("places/guizhou.yaml"))
    #expect(node["places"]?.items?.first?["fingerprint"]?.text == Fingerprint(place).description)
    #expect(node["models"]?.items?.compactMap { $0["id"]?.text } == ["vocabulary", "common", "illness"])
    #expect(node["readings"]?["GZ-11"]?.text == "B")
    #expect(node["seed"]?.text == "7")
    #expect(node["wallSeconds"]?.text == "1.235")
  }

  @Test func equalRunsDifferInTheirLastMemberOnly() throws {
    let one = try manifest().split(separator: "\n"), two = try manifest(wallSeconds: 9).split(separator: "\n")
    #expect(one.count == two.count)
    #expect(zip(one, two).filter { $0 != $1 }.map(\.0) == ["  \"wallSeconds\": 1.235"])
  }
}
