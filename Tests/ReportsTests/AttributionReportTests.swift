import Analysis
import Input
import Population
import Rules
import Simulation
import Testing

@testable import Reports

/// The report on what provisions bring, in both languages and for programs.
@Suite struct AttributionReportTests {
  private static let reform = """
    format: medaid-reform/1
    name: package
    title: 提高待遇
    author: 市医疗保障局
    reason: 低保边缘家庭负担较重
    provisions:
      - {name: rate, title: 提高二类人员救助比例, set: {guizhou.benefits.pool.rate.II: 90}}
      - {name: deductible, title: 降低四类人员起付线, set: {guizhou.benefits.pool.deductible.IV: 500}}
      - {name: elsewhere, title: 开州, set: {kaizhou.benefits.largeSum.cap: 70000}}
    """

  private func report(_ language: Language) async throws -> AttributionReport {
    let library = try RuleLibrary()
    let reader = ScenarioReader(library: library, places: try PlaceName.shipped(), files: ["p.yaml": Self.reform])
    let scenario = try reader.read(
      "{format: medaid-scenario/1, name: s, year: 2023, people: 600, replicates: 20, places: [guizhou]}",
      file: "s.yaml", stacks: [["p.yaml"]])
    let figures = [PolicyFigure.mean, .catastrophic10, .outOfPocket, .p50]
    let runner = try AttributionRunner(
      scenario, scenario.reforms[0], place: scenario.placeModels[0], library: library, figures: figures, threads: 2)
    let sums = try await runner.simulate(Progress())
    return AttributionReport(
      scenario.reforms[0], scenario, [AttributionSection(runner, sums, figures, scenario)], library: library,
      language: language)
  }

  @Test func noEnglishIsLeftInChinese() async throws {
    let report = try await report(.chinese)
    #expect(EnglishWords.found(in: report.markdown(figures: [:])) == [])
    for (_, script) in report.plots {
      let said = script.split(separator: "\n").filter { $0.hasPrefix("set title") || $0.hasPrefix("set ylabel") }
      #expect(said.count == 2 && said.allSatisfy { EnglishWords.found(in: String($0.dropFirst(10))) == [] })
    }
  }

  @Test func itSaysWhoProposesWhatAndWhereNothingIsChanged() async throws {
    let text = try await report(.english).markdown(figures: ["attribution-guizhou-mean": "f.svg"])
    #expect(text.contains("`package` is proposed by 市医疗保障局. The reason given: 低保边缘家庭负担较重"))
    #expect(text.contains("`elsewhere`: no rule of Guizhou Province is changed."))
    #expect(text.contains("(f.svg)") && text.contains("| all "))
  }

  @Test func rowsOfTheTableAddUpToTheFen() async throws {
    let csv = try await report(.english).csv().text()
    let rows = csv.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(rows[0].joined(separator: ",") == AttributionReport.header.joined(separator: ","))
    for figure in ["mean", "p50"] {
      func fen(_ statistic: String) -> [Int] {
        rows.filter { $0[4] == figure && $0[6] == statistic }.compactMap { Int($0[7].replacing(".", with: "")) }
      }
      #expect(fen("shapley").count == 2 && fen("shapley").reduce(0, +) == fen("effect")[0])
      #expect(fen("effect")[0] == fen("reformed")[0] - fen("baseline")[0])
      #expect(rows.filter { $0[4] == figure }.allSatisfy { !$0[8].isEmpty && $0[9] == "yuan" })
    }
  }
}
