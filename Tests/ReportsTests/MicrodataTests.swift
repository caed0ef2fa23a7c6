import Analysis
import Foundation
import Input
import Population
import Rules
import Synchronization
import Testing

@testable import Reports
@testable import Simulation

@Suite struct MicrodataTests {
  /// Places under their own rules and a reform.
  private static let alone = """
    comparison: false
    places: [guizhou, bazhong]
    reforms:
      - {name: more, set: {guizhou.benefits.pool.rate.II: 90}}
    """
  /// A place without rules and one with rules of its own, under those of two.
  private static let compared = """
    comparisonReplicates: 2
    places: [national, guizhou]
    jurisdictions: [guizhou, bazhong]
    """

  private static func runner(_ lines: String, threads: Int, people: Int = 1_500) throws -> Runner {
    let library = try RuleLibrary()
    let text = """
      format: medaid-scenario/1
      name: small
      year: 2023
      seed: 7
      people: \(people)
      replicates: 2
      sensitivityReplicates: 0
      \(lines)
      """
    let scenario = try ScenarioReader(library: library, places: PlaceName.shipped()).read(text, file: "small.yaml")
    return Runner(
      scenario, library: library,
      places: try scenario.places.map { try PlaceModel.shipped($0, vocabulary: library.vocabulary) },
      illness: try IllnessModel.shipped(vocabulary: library.vocabulary), threads: threads)
  }

  /// A run with the microdata of both its replicates.
  private static func run(_ lines: String = alone, threads: Int) async throws -> (result: RunResult, text: String) {
    let runner = try runner(lines, threads: threads)
    let result = try await runner.run(Progress())
    let table = MicrodataTable(vocabulary: result.library.vocabulary, year: 2023)
    let text = Pieces()
    try await runner.microdata(
      result, replicates: 2, Progress(), make: { table.rows($0, $1, $2) }, receive: { text.add($0) })
    return (result, text.all)
  }

  private final class Pieces: Sendable {
    private let text = Mutex("")
    func add(_ piece: String) { text.withLock { $0 += piece } }
    var all: String { text.withLock { $0 } }
  }

  /// Rows as values by column; no cell of this table needs quotes.
  private static func rows(_ text: String) -> [[String: String]] {
    text.split(separator: "\n").map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(uniqueKeysWithValues: zip(MicrodataTable.columns, cells))
    }
  }

  private static func fen(_ row: [String: String], _ columns: String...) -> Int64 {
    columns.reduce(0) { $0 + (Int64(row[$1, default: ""].replacing(".", with: "")) ?? .min / 1_000_000) }
  }

  @Test func weightedSumsAreTheFundsExposure() async throws {
    let (result, text) = try await Self.run(threads: 2)
    let rows = Self.rows(text)
    let exposure = FundExposure(result).rows
    for place in result.places {
      for variant in place.variants {
        let name = try #require(variant.variant.scenarioName)
        let own = rows.filter { $0["place"] == place.place.id && $0["scenario"] == name }
        #expect(own.count == 2 * Int(place.persons))
        let cells = variant.tally.cells
        let parts = [
          (cells.assistance, ["assistance", "tilted"]), (cells.premium, ["premiumSubsidy"]),
          (cells.total, ["assistance", "tilted", "premiumSubsidy"]),
        ]
        for (component, columns) in parts {
          func sum(_ rows: [[String: String]]) -> Int64 {
            rows.reduce(0) { sum, row in sum + columns.reduce(0) { $0 + Self.fen(row, $1) } }
          }
          // Each replicate to the fen, before weights.
          for replicate in 0..<2 {
            let cell = cells.index(component, cells.allClasses, .amount)
            let of = own.filter { $0["replicate"] == String(replicate + 1) }
            #expect(sum(of) == variant.tally.strata[0].fund.sums[replicate * cells.count + cell])
          }
          let weighted = own.reduce(0.0) { $0 + (Double($1["weight"] ?? "") ?? .nan) * Double(sum([$1])) / 100 / 2 }
          let (part, id) = cells.components[component]
          let mean = exposure.first {
            $0.scenario == name && $0.place == place.place.id && $0.fundPart == part && $0.component == id
              && $0.people == "all" && $0.measure == "amount" && $0.statistic == "mean"
          }
          let value = try #require(mean?.estimate.value)
          #expect(value > 0 && abs(weighted / value - 1) < 1e-9, "\(name) \(part) \(id)")
        }
        let recognised = own.count { $0["recognised"] == "true" }
        #expect(Int64(recognised) == variant.tally.strata[0].sum(.recognised))
      }
    }
  }

  @Test func everyJurisdictionIsThereOnce() async throws {
    let (result, text) = try await Self.run(Self.compared, threads: 2)
    let rows = Self.rows(text)
    #expect(result.places.map { $0.baseline == nil } == [true, false])
    for place in result.places {
      let own = rows.filter { $0["place"] == place.place.id }
      // The place's own rules at their own insurance stand there as the baseline, and not again.
      #expect(own.count == 4 * 2 * Int(place.persons))
      for entry in place.variants {
        let variant = entry.variant
        if case .transplant = variant.role { continue }
        let schedule = variant.role == .common ? "common" : "own"
        let of = own.filter {
          $0["schedule"] == schedule && $0["jurisdiction"] == variant.jurisdiction && $0["scenario"] == "baseline"
        }
        #expect(of.count == 2 * Int(place.persons))
        let tally = entry.tally.strata[0]
        for (measure, columns) in [
          (BurdenMeasure.help, ["assistance", "tilted"]), (.cost, ["cost"]), (.outOfPocket, ["outOfPocket"]),
        ] {
          let sum = of.reduce(0) { sum, row in sum + columns.reduce(0) { $0 + Self.fen(row, $1) } }
          #expect(sum == tally.sum(measure), "\(place.place.id) \(variant.jurisdiction) \(schedule)")
        }
      }
    }
  }

  /// The identity is held by who was recognised within the year, in the year before, or was given it as drawn.
  @Test func whoHoldsTheIdentityFromRecognitionIsMarked() async throws {
    let (result, text) = try await Self.run(Self.compared, threads: 2)
    let rows = Self.rows(text)
    var before = 0
    for place in result.places {
      for entry in place.variants where entry.variant.reference == nil && entry.variant.role != .baseline {
        let schedule = entry.variant.role == .common ? "common" : "own"
        let book = entry.variant.plan.book
        let identity = book.vocabulary.identities[Int(try #require(book.recognition).identity)].id
        let of = rows.filter {
          $0["place"] == place.place.id && $0["schedule"] == schedule
            && $0["jurisdiction"] == entry.variant.jurisdiction
        }
        let marked = of.filter { $0["holdsRecognised"] == "true" }
        #expect(of.allSatisfy { $0["recognised"] == "false" || $0["holdsRecognised"] == "true" })
        before += marked.count { $0["recognised"] == "false" }
        let holders = of.count {
          $0["holdsRecognised"] == "true" || ($0["identities"] ?? "").split(separator: " ").contains { $0 == identity }
        }
        let names = entry.tally.groups.names
        let group = try #require(names.firstIndex { $0.dimension == "identity" && $0.group == identity })
        let counted = entry.tally.strata[0].sum(.persons, group: group)
        #expect(Int64(holders) == counted, "\(place.place.id) \(entry.variant.jurisdiction) \(schedule)")
      }
    }
    #expect(before > 0)
  }

  @Test func everythingPaidIsTheCost() async throws {
    for row in Self.rows(try await Self.run(threads: 1).text) {
      let paid = Self.fen(
        row, "basic", "criticalIllness", "supplementary", "assistance", "tilted", "outOfPocket")
      #expect(paid == Self.fen(row, "cost"))
    }
  }

  @Test func threadsDoNotShow() async throws {
    #expect(try await Self.run(threads: 1).text == (try await Self.run(threads: 3).text))
  }

  @Test func tooManyRowsAreRefusedBeforeTheRun() throws {
    let runner = try Self.runner(Self.alone, threads: 1, people: 30_000_000)
    let refusal = #expect(throws: Refusal.self) { try runner.refuseMicrodata(replicates: 1) }
    // Guizhou twice, for its reform; Bazhong has fewer residents than were asked for.
    let expected = "lower --people or --microdata-replicates"
    #expect(refusal?.description.hasSuffix("rows, more than 20000000 (\(expected))") == true)
    #expect(throws: Refusal.self) { try Self.runner(Self.alone, threads: 1).refuseMicrodata(replicates: 3) }
    try Self.runner(Self.alone, threads: 1).refuseMicrodata(replicates: 2)
  }

  @Test func aSampleIsRefusedBeforeTheRun() throws {
    let runner = try Self.runner("othersEvery: 20\n" + Self.alone, threads: 1)
    let refusal = #expect(throws: Refusal.self) { try runner.refuseMicrodata(replicates: 1) }
    #expect(
      refusal?.description.hasSuffix(
        "microdata show everybody, and of the households in which nobody holds an identity only one in 20 would be "
          + "drawn (write othersEvery: 1 and lower --people)") == true)
  }

  @Test func thePageExplainsEveryColumn() throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: tests.deletingLastPathComponent().appending(path: "docs/reports.md"), encoding: .utf8)
    for column in MicrodataTable.columns { #expect(page.contains("`\(column)`"), "\(column)") }
  }
}
