import Foundation
import Input
import Rules
import Testing

@testable import Reports

@Suite struct MethodsAppendixTests {
  private static let elements = [
    "## 1. Purpose and patterns", "## 2. Entities, state variables and scales", "## 3. Process overview and scheduling",
    "## 4. Design concepts", "## 5. Initialization", "## 6. Input data", "## 7. Submodels", "**Face validity.**",
    "**Verification (internal validity).**", "**Cross validity.**", "**External validity.**",
    "**Predictive validity.**",
  ]

  @Test func itHoldsEveryElementEveryInputAndEveryFingerprint() async throws {
    try await inFreshFolder { root in
      try await SmallRun.write(to: root + "/run")
      let run = try FinishedRun(root + "/run", library: try RuleLibrary())
      let text = try MethodsAppendix(run, version: "0.0.2").markdown()
      var rest = text[...]
      for element in Self.elements {
        let found = try #require(rest.firstRange(of: element), "\(element)")
        rest = rest[found.upperBound...]
      }
      for source in run.places.flatMap(\.sources) + run.illness.sources {
        #expect(text.contains("| \(source.key) |"), "\(source.key)")
      }
      for (_, id, fingerprint) in run.fingerprints { #expect(text.contains("| \(id) | \(fingerprint) |")) }
      for id in run.scenario.jurisdictions {
        let file = try #require(run.library.file(id))
        for row in RuleView(file, year: 2023).rows { #expect(text.contains("| `\(row.path)` |"), "\(row.path)") }
      }
      #expect(text.contains("made by medaid 0.0.1, this appendix by medaid 0.0.2"))
      #expect(text.contains("| seed | 8 |") && text.contains("GZ-11 B"))
      #expect(text.contains("| more | guizhou.benefits.pool.rate.II | 90 |"))
      #expect(text.contains("--seed 8 --people 300 --replicates 2 --microdata --microdata-replicates 1"))
    }
  }

  @Test func theChineseTemplateAsksForTheSame() throws {
    let names = try ["methods.md", "methods.zh.md"].map { file in
      try #require(Embedded.text("templates/\(file)")).matches(of: /\{\{[a-z]+\}\}/).map { String($0.0) }
    }
    #expect(names[0] == names[1])
  }

  /// The language is that of the run, unless another is asked for; tables quote sources as the files have them.
  @Test func itIsWrittenInChineseToo() async throws {
    try await inFreshFolder { root in
      try await SmallRun.write(to: root + "/run", language: .chinese)
      let run = try FinishedRun(root + "/run", library: try RuleLibrary())
      #expect(run.language == .chinese)
      let text = try MethodsAppendix(run, version: "0.0.2", language: run.language).markdown()
      #expect(text.contains("| 随机种子 | 8 |") && text.contains("--language zh"))
      let prose = text.split(separator: "\n").filter { !$0.hasPrefix("|") && !$0.hasPrefix("# ") }
      let names: Set = ["ODD", "Grimm", "doi", "jasss", "ISPOR", "SMDM", "Eddy", "jval"]
      #expect(EnglishWords.found(in: prose.joined(separator: "\n")).filter { !names.contains($0) } == [])
      let english = try MethodsAppendix(run, version: "0.0.2").markdown()
      #expect(english.contains("| seed | 8 |"))
      #expect(try String(contentsOfFile: root + "/run/manifest.json", encoding: .utf8).contains(#""language": "zh""#))
    }
  }

  @Test func whatARunBringsIsNotTakenForTheTemplate() throws {
    #expect(try MethodsAppendix.fill("a {{x}} {{y}}", ["x": "{{y}}", "y": "2"]) == "a {{y}} 2")
    #expect(throws: MethodsAppendix.BrokenTemplate.self) { try MethodsAppendix.fill("a {{z}}", ["x": "1"]) }
    #expect(throws: MethodsAppendix.BrokenTemplate.self) { try MethodsAppendix.fill("a {{x", ["x": "1"]) }
  }
}
