import Input
import Population
import Rules
import Testing

@testable import Reports
@testable import Simulation

/// The impact report says who proposes a reform, why, from when, and what it is made of.
@Suite struct ProposalTests {
  private static func reform(_ name: String, _ path: String, from: String = "") -> String {
    """
    format: medaid-reform/1
    name: \(name)
    title: 方案\(name)
    author: 市医疗保障局
    reason: 负担较重。
    \(from)
    provisions:
      - {name: \(name)-one, title: 提高比例, set: {\(path): 90}}
    """
  }

  private func text(_ stack: [String], _ language: Language) async throws -> String {
    let library = try RuleLibrary()
    let files = [
      "a.yaml": Self.reform("a", "guizhou.benefits.pool.rate.II"),
      "b.yaml": Self.reform("b", "guizhou.benefits.pool.rate.III", from: "from: 2024"),
    ]
    let reader = ScenarioReader(library: library, places: try PlaceName.shipped(), files: files)
    let scenario = try reader.read(
      "{format: medaid-scenario/1, name: s, year: 2023, years: 2023-2024, people: 100, places: [guizhou]}",
      file: "s.yaml",
      stacks: [stack])
    let result = RunResult(
      scenario: scenario, places: [], library: library, illness: scenario.illness, wallSeconds: 0)
    var text = MarkdownText()
    let report = ImpactReport(context: ReportContext(result: result, language: language), rows: [])
    report.proposal(of: scenario.reforms[0], &text)
    return text.text
  }

  @Test func oneFileIsNotNamedAgain() async throws {
    #expect(
      try await text(["b.yaml"], .english) == """
        - proposed by 市医疗保障局.
        - the reason given: 负担较重。
        - it acts from 2024 on: 2023 is as it would be without it, and fund-exposure.csv has its later years.

        It is made of 1 provision:

        - `b-one`: 提高比例

        """)
  }

  @Test func ofAStackEachFileSpeaksForItself() async throws {
    let text = try await text(["a.yaml", "b.yaml"], .chinese)
    #expect(
      text == """
        - `a`：提出者：市医疗保障局。
        - `a`：理由：负担较重。
        - `a`：各年度均实施。
        - `b`：提出者：市医疗保障局。
        - `b`：理由：负担较重。
        - `b`：自2024年起实施：2023年不受影响，以后年度见 `fund-exposure.csv`。

        共2项措施：

        - `a-one`：提高比例
        - `b-one`：提高比例

        """)
    #expect(EnglishWords.found(in: text) == [])
  }
}
