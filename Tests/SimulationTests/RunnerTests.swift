import Input
import Money
import Population
import Rules
import Testing

@testable import Simulation

/// A small run of Guizhou with two reforms.
private func run(threads: Int, replicates: Int = 3, people: Int = 1_500, extra: String = "") async throws -> RunResult {
  let library = try RuleLibrary()
  let text = """
    format: medaid-scenario/1
    name: small
    year: 2023
    seed: 7
    people: \(people)
    replicates: \(replicates)
    comparisonReplicates: 2
    sensitivityReplicates: 0
    places: [guizhou]
    jurisdictions: [guizhou, kaizhou]
    reforms:
      - {name: more, set: {guizhou.benefits.pool.rate.II: 90}}
      - {name: less, set: {guizhou.benefits.pool.rate.II: 10}}
    \(extra)
    """
  let scenario = try ScenarioReader(library: library, places: PlaceModel.shippedIDs).read(text, file: "small.yaml")
  let place = try PlaceModel.shipped("guizhou", vocabulary: library.vocabulary)
  let illness = try IllnessModel.shipped(vocabulary: library.vocabulary)
  return try await Runner(scenario, library: library, places: [place], illness: illness, threads: threads).run(
    Progress())
}

@Suite struct RunnerTests {
  @Test func threadsDoNotShow() async throws {
    let one = try await run(threads: 1), three = try await run(threads: 3)
    for (a, b) in zip(one.places[0].variants, three.places[0].variants) {
      #expect(a.tally.fund == b.tally.fund)
      #expect(a.tally.fundSquares == b.tally.fundSquares)
      #expect(a.tally.burden == b.tally.burden)
      #expect(a.tally.burdenCross == b.tally.burdenCross)
      #expect(a.tally.differenceSquares == b.tally.differenceSquares)
      #expect(a.tally.histogram == b.tally.histogram)
    }
  }

  @Test func nothingIsLostAndNobodyIsPaidTwice() async throws {
    let result = try await run(threads: 2)
    for variant in result.places[0].variants {
      let tally = variant.tally
      func sum(_ measure: BurdenMeasure) -> Int64 { tally.burden[measure.rawValue] }
      #expect(sum(.cost) == sum(.paidByAll) + sum(.outOfPocket))
      #expect(sum(.paidByAll) == sum(.basic) + sum(.criticalIllness) + sum(.supplementary) + sum(.help))
      #expect(sum(.persons) == Int64(tally.replicates) * result.places[0].persons)
      let cells = tally.cells
      let total = (0..<tally.replicates).reduce(Int64(0)) {
        $0 + tally.fund[$1 * cells.count + cells.index(cells.total, cells.allClasses, .amount)]
      }
      #expect(total == sum(.help) + sum(.premiumSubsidy))
      // Classes are decided at each payment, so their rows add up.
      let classes = (0..<cells.allClasses).reduce(Int64(0)) { classes, people in
        (0..<tally.replicates).reduce(classes) {
          $0 + tally.fund[$1 * cells.count + cells.index(cells.total, people, .amount)]
        }
      }
      #expect(classes == total)
    }
  }

  @Test func reformsArePaired() async throws {
    let variants = try await run(threads: 2).places[0].variants
    func sum(_ index: Int, _ measure: BurdenMeasure) -> Int64 { variants[index].tally.burden[measure.rawValue] }
    #expect(sum(1, .winners) > 0 && sum(1, .losers) == 0)
    #expect(sum(2, .losers) > 0 && sum(2, .winners) == 0)
    #expect(sum(1, .help) > sum(0, .help) && sum(2, .help) < sum(0, .help))
    #expect(sum(1, .cost) == sum(0, .cost))
  }

  @Test func readingTheIncomeTestLiterallyRecognisesMoreHouseholds() async throws {
    let asRead = try await run(threads: 2, people: 4_000)
    let literal = try await run(threads: 2, people: 4_000, extra: "readings: {GZ-1: B}")
    func recognised(_ result: RunResult) -> Int64 {
      result.places[0].variants[0].tally.burden[BurdenMeasure.recognised.rawValue]
    }
    #expect(recognised(literal) > recognised(asRead))
  }
}

@Suite struct ScenarioReaderTests {
  @Test(arguments: [
    ("places: [guizhu]", "error: s.yaml:4: places: \"guizhu\" is not known (did you mean guizhou?)"),
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
    (
      "places: [none.yaml]",
      "error: s.yaml:4: places: there is no place file none.yaml (paths begin in the folder of the scenario file)"
    ),
    (
      "places: [my.csv]",
      "error: s.yaml:4: places: my.csv is a fill-in sheet, not a place file (medaid place check my.csv --write "
        + "FILE.yaml makes one of it)"
    ),
    ("places: [guizhou, guizhou]", "error: s.yaml:4: places: guizhou is named twice"),
    (
      "places: [national]",
      "error: s.yaml:4: places: there are no rules of national, and no jurisdictions are named (name jurisdictions, or "
        + "add the rule file to the folder of --rules)"
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
      try ScenarioReader(library: library, places: PlaceModel.shippedIDs).read(file, file: "s.yaml")
    }
    #expect(refusal?.description == message)
  }

  @Test func aBudgetObeysLegalDates() throws {
    let library = try RuleLibrary()
    let text =
      "format: medaid-scenario/1\nname: x\nyear: 2023\nplaces: [guizhou]\nbudget: {place: guizhou, amount: 5}\n"
    #expect(try ScenarioReader(library: library, places: ["guizhou"]).read(text, file: "s").isDated)
  }
}

@Suite struct LogHistogramTests {
  @Test func quantilesLieWithinTheirBin() {
    var counts = Array(repeating: Int64(0), count: LogHistogram.count)
    for fen in stride(from: Int64(100), through: 1_000_000, by: 100) { counts[LogHistogram.bin(Yuan(fen: fen))] += 1 }
    let median = LogHistogram.quantile(0.5, counts[...])
    #expect(abs((median ?? 0) / 5_000 - 1) < 0.05)
  }
}
