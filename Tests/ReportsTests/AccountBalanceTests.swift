import Analysis
import Foundation
import Input
import Money
import Rules
import Simulation
import Testing

@testable import Reports

/// The means that `fund-account.csv` prints balance to the fen, as every path does.
@Suite struct AccountBalanceTests {
  private static let library = Result { () throws in try RuleLibrary() }

  /// The table of six years on some paths, which spend and give back any number of fen.
  private func table(seed: UInt64) throws -> [String: Int64] {
    var random = SplitMix(state: seed)
    let years = Array(2023...2028), replicates = 2 + Int(random.below(40))
    func spent(_ largest: Int) -> [[Double]] {
      years.map { _ in (0..<replicates).map { _ in Double(random.below(largest)) } }
    }
    // Some years pay no assistance, and some nothing at all, as where a document has no force.
    let silent = seed % 5 == 0 ? 3 : 6
    func lapsing(_ amounts: [[Double]]) -> [[Double]] {
      amounts.enumerated().map { $0 < silent ? $1 : $1.map { _ in 0 } }
    }
    let account = Scenario.Account(
      place: "kaizhou", years: years, balance: Yuan(fen: Int64(random.below(900_000_000))),
      transferBefore: Yuan(fen: 8_000_000_001), transfers: years.map { _ in Yuan(fen: 8_000_000_000) }, local: nil,
      donations: years.map { _ in Yuan(fen: Int64(random.below(1_000_000))) },
      surplus: SurplusRule(basis: seed % 2 == 0 ? .year : .cumulative, excess: seed % 3 == 0 ? .kept : .returned))
    let book = try #require(try Self.library.get().file("kaizhou")).book
    let fund = FundAccount(
      scenario: "baseline", account, book, jurisdiction: "kaizhou", status: .assumption,
      YearlySpending(
        years: years, assistance: lapsing(spent(9_000_000_000)), premiumSubsidy: lapsing(spent(3_000_000_000))))
    let csv = try AccountReport(accounts: [fund], placeName: { _ in "Kaizhou" }, language: .english).csv().text()
    var found: [String: Int64] = [:]
    for line in csv.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard ["mean", "amount"].contains(cells[5]) else { continue }
      let fen: Int64 = try #require(Int64(cells[6].replacing(".", with: "")))
      found["\(cells[3]) \(cells[4])"] = fen
    }
    return found
  }

  @Test(arguments: 1...60) func printedMeansBalanceToTheFen(seed: UInt64) throws {
    let found = try table(seed: seed)
    func fen(_ year: Int, _ item: String) throws -> Int64 { try #require(found["\(year) \(item)"], "\(year) \(item)") }
    for year in 2023...2028 {
      let raised = try fen(year, "transfers") + fen(year, "local") + fen(year, "donations")
      #expect(try fen(year, "raised") == raised)
      let (assistance, premium) = (try fen(year, "assistance"), try fen(year, "premiumSubsidy"))
      #expect(try fen(year, "spending") == assistance + premium)
      #expect(try fen(year, "surplus") == raised - assistance - premium)
      let opening = try fen(year, "opening")
      let left = opening + raised - assistance - premium - (try fen(year, "returned"))
      #expect(try fen(year, "balance") == left)
      if year > 2023 { #expect(try fen(year - 1, "balance") == opening) }
      // What is exactly nothing stays nothing.
      if seed % 5 == 0, year >= 2026 { #expect(assistance == 0 && premium == 0) }
      if seed % 3 == 0 { #expect(try fen(year, "returned") == 0) }
    }
  }

  /// Random numbers that need no seed of the system (SplitMix64).
  private struct SplitMix {
    var state: UInt64
    mutating func below(_ bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((z ^ (z >> 31)) % UInt64(bound))
    }
  }
}
