import Analysis
import Input
import Population
import Rules
import Simulation
import Testing

@testable import Reports

/// The report on what clauses read otherwise cost, in both languages and for programs.
@Suite struct ReadingsReportTests {
  private func report(_ language: Language, place: String = "kaizhou", extra: String = "") async throws
    -> ReadingsReport
  {
    let library = try RuleLibrary()
    let scenario = try ScenarioReader(library: library, places: PlaceName.shipped()).read(
      "{format: medaid-scenario/1, name: s, title: 测算, year: 2023, people: 600, replicates: 2, places: [\(place)]\(extra)}",
      file: "s.yaml")
    let runner = try ReadingsRunner(scenario, place: scenario.placeModels[0], library: library, threads: 2)
    var sums = try await runner.simulateAlone(Progress())
    let sets = ReadingEffects.sets(runner, sums)
    sums.merge(try await runner.simulate(sets, Progress()))
    let section = ReadingsSection(runner, sums, ReadingEffects(runner, sets, sums))
    return ReadingsReport(scenario, [section], library: library, language: language)
  }

  @Test(arguments: ["kaizhou", "banan", "dianjiang"]) func noEnglishIsLeftInChinese(place: String) async throws {
    let report = try await report(.chinese, place: place, extra: ", readings: {X-2: B}")
    #expect(EnglishWords.found(in: report.markdown(figures: [:])) == [])
    for (_, script) in report.plots {
      let said = script.split(separator: "\n").filter { $0.hasPrefix("set title") || $0.hasPrefix("set xlabel") }
      #expect(said.count == 2 && said.allSatisfy { EnglishWords.found(in: String($0.dropFirst(10))) == [] })
    }
  }

  @Test func itSaysWhatMovesNothingAndFromWhere() async throws {
    let text = try await report(.english, place: "guizhou", extra: ", readings: {GZ-1: B}").markdown(
      figures: ["readings-guizhou": "f.svg"])
    #expect(text.hasPrefix("# What it costs to read a clause otherwise: 测算, 2023\n"))
    #expect(text.contains("Without effect on the people drawn:") && text.contains("- `GZ-6:B` (四（二）)"))
    #expect(text.contains("`GZ-1:B`; changes are from there.") && text.contains("(f.svg)"))
  }

  @Test func rowsNameTheReadingTheLetterAndTheClause() async throws {
    let csv = try await report(.english).csv().text()
    let rows = csv.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(rows[0].joined(separator: ",") == ReadingsReport.header.joined(separator: ","))
    #expect(csv.contains("\nkaizhou,kaizhou,2023,KZ-4,C,二（二）,change,assistance,-"))
    #expect(rows.filter { $0[3] == "raising" }.count == 7 && rows.filter { $0[3] == "lowering" }.count == 7)
  }

  @Test func barsOfATornadoStandInTheirOrder() throws {
    let script = Plot.tornado(
      title: Language.english.say(en: "t", zh: "t"),
      bars: [
        .init(name: "a's", value: 3, error: 0.5), .init(name: "b", value: -2, error: .nan),
        .init(name: "gone", value: .nan, error: 1), .init(name: "all", value: 4, error: 1, isJoint: true),
      ], xLabel: Language.english.say(en: "x", zh: "x"))
    #expect(script.contains("set label 'a''s' at graph -0.01, first 0") && !script.contains("gone"))
    #expect(script.contains("\n1.5 0.0 0.0 3.0 -0.36 0.36 1.0 3.0 0.98\n"))
    #expect(script.contains("\n-1.0 1.0 -2.0 0.0 0.64 "))
    #expect(
      Plot.tornado(title: Language.english.say(en: "", zh: ""), bars: [], xLabel: Language.english.say(en: "", zh: ""))
        .isEmpty)
  }
}
