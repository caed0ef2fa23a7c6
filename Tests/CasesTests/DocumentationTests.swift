import Cases
import Foundation
import Input
import Rules
import Testing

/// The page for users does not drift away from the program.
@Suite struct DocumentationTests {
  private func page() throws -> String {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let root = tests.deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "docs/case-file.md"), encoding: .utf8)
  }

  @Test func theExampleSettlesAsItSays() throws {
    let parts = try page().components(separatedBy: "```")
    let example = try #require(parts.first { $0.hasPrefix("yaml\n") }).dropFirst(5)
    var settler = CaseSettler(try RuleLibrary())
    let outcomes = try settler.settle(try YAMLReader.read(String(example), file: "docs/case-file.md"), explain: false)
    #expect(outcomes.map(\.expected) == [1])
    #expect(outcomes.flatMap(\.differences).isEmpty)
  }

  @Test func everyWordOfAClosedSetIsExplained() throws {
    let page = try page()
    let words =
      CareKind.allCases.map(\.id) + CareLocation.allCases.map(\.id) + Referral.allCases.map(\.id)
      + InsuranceType.allCases.map(\.id) + Sex.allCases.map(\.id) + CareKind.allCases.map(\.chinese)
      + CareLocation.allCases.map(\.chinese) + Referral.allCases.map(\.chinese) + InsuranceType.allCases.map(\.chinese)
    for word in words { #expect(page.contains(word), "\(word)") }
  }
}
