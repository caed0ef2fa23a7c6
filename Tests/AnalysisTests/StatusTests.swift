import Rules
import Simulation
import Testing

@testable import Analysis

/// The ground of figures of groups that a document does not name itself.
@Suite struct StatusTests {
  private func statuses(_ jurisdiction: String, people: Int = 1_500) async throws -> [String: FigureStatus] {
    let result = try await SmallRun().run(
      seed: 5, people: people, jurisdictions: jurisdiction == "guizhou" ? "guizhou, banan" : "guizhou, \(jurisdiction)",
      extra: "comparisonReplicates: 1")
    let rows = Comparison(result).rows.filter {
      $0.jurisdiction == jurisdiction && $0.measure == "assistance" && $0.dimension == "identity"
    }
    return Dictionary(rows.map { ($0.group, $0.status) }) { max($0, $1) }
  }

  @Test func impliedIdentitiesStandOnTheGroundOfTheUmbrella() async throws {
    let dianjiang = try await statuses("dianjiang")
    for id in ["monitoredAtRisk", "unstablyLifted", "marginalPovertyProne"] {
      #expect(dianjiang[id] == .proxy, "\(id)")
    }
    let guizhou = try await statuses("guizhou")
    for id in ["monitoredAtRisk", "unstablyLifted", "marginalPovertyProne"] {
      #expect(guizhou[id] == .partial, "\(id)")
    }
  }

  @Test func whoeverMayBeRecognisedStandsOnTheGroundOfThatClass() async throws {
    let statuses = try await statuses("dianjiang")
    #expect(statuses["stablyLifted"] == .proxy)
    #expect(statuses["none"] == .assumption)
  }

  @Test func aDrawnZeroIsNoMissingNumber() throws {
    let guizhou = try #require(RuleLibrary().file("guizhou")).book
    // The pool of class IV has numbers, its tilt has none.
    #expect(FigureStatus.of("all", "IV", guizhou) == .partial)
    #expect(FigureStatus.of("pool", "IV", guizhou) == .assumption)
    #expect(FigureStatus.of("tilted", "IV", guizhou) == .unquantified)
    let banan = try #require(RuleLibrary().file("banan")).book
    #expect(FigureStatus.of("all", "orphan", banan) == .unquantified)
    #expect(FigureStatus.partial.id == "unquantified")
  }

  @Test func strictModeTakesTheNumbersOfProxiesAway() throws {
    let file = try #require(RuleLibrary().file("dianjiang"))
    #expect(FigureStatus.of("ordinaryInpatient", "1", file.book) == .proxy)
    let strict = try file.book(readings: ["X-10": "B"])
    #expect(FigureStatus.of("ordinaryInpatient", "1", strict) == .unquantified)
  }

  /// Who lives there and what care costs is known as well where a document lacks a number.
  @Test func whatNoRuleMovesIsNoLowerBound() async throws {
    let rows = Burden(try await SmallRun().run(seed: 5, people: 500)).rows
    #expect(rows.filter { $0.measure == "persons" || $0.measure == "cost" }.allSatisfy { $0.status == .assumption })
    #expect(rows.contains { $0.measure == "assistance" && $0.status.lacksNumber })
  }

  @Test func aDocumentWithoutALineWarnsNobody() async throws {
    let result = try await SmallRun().run(seed: 5, people: 500)
    let warned = Burden(result).rows.filter { $0.measure == "warned" }
    #expect(!warned.isEmpty && warned.allSatisfy { $0.status == .unquantified })
    let bazhong = try #require(RuleLibrary().file("bazhong")).book
    #expect(FigureStatus.ofWarning(bazhong, year: 2023) == .assumption)
  }
}
