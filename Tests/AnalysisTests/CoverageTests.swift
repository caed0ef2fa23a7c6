import Foundation
import Simulation
import Testing

@testable import Analysis

/// Do 95 % intervals hold what they should? Five hundred small runs with fixed seeds, each with other people, luck and
/// parameters. Intervals of quantiles are tried on known laws (EstimatorTests), where years cost nothing.
@Suite struct CoverageTests {
  private static let runs = 500
  private static let statistics = ["mean", "expected"]
  /// Means of groups of people: fifths of income are those of the place, so that where they end is no luck of a run.
  private static let burdens = [
    ("all", "catastrophic25"), ("1", "discretionary40"), ("2", "outOfPocket"), ("rural", "impoverished"),
    ("minimumLivingAllowance", "assistance"),
  ]

  /// Few parameters, so that few replicates suffice to part them from luck.
  private static let scenario = """
    uncertainty: {yearEffect: {admissions: 6}, prices: {logNormal: 12}, admissions: fixed, identities: fixed, \
    insurance: fixed, criticalIllness: fixed, incomes: fixed, lines: fixed, applications: fixed, recognisedMonths: fixed, \
    registration: fixed, claims: fixed, begun: fixed}
    """

  /// The figures of some seeds, by statistic.
  private static func figures(_ seeds: [Int]) async throws -> [[Estimate]] {
    let small = try SmallRun(recognises: false)
    var found = (statistics + burdens.map(\.0)).map { _ in [Estimate]() }
    for seed in seeds {
      // Forty allotments, the fewest that are told apart.
      let result = try await small.run(seed: seed, people: 14_400, replicates: 8, extra: scenario)
      let rows = FundExposure(result).rows.filter {
        $0.scenario == "baseline" && $0.place == "guizhou" && $0.fundPart == "total" && $0.people == "all"
          && $0.measure == "amount"
      }
      for (index, statistic) in statistics.enumerated() {
        if let row = rows.first(where: { $0.statistic == statistic }) { found[index].append(row.estimate) }
      }
      let burden = Burden(result).rows.filter { $0.scenario == "baseline" && $0.statistic == "mean" }
      for (index, (group, measure)) in burdens.enumerated() {
        if let row = burden.first(where: { $0.group == group && $0.measure == measure }) {
          found[statistics.count + index].append(row.estimate)
        }
      }
    }
    return found
  }

  @Test func intervalsHoldTheTruth() async throws {
    let parts = try await withThrowingTaskGroup(of: [[Estimate]].self) { group in
      for part in 0..<4 {
        group.addTask { try await Self.figures((1...Self.runs).filter { $0 % 4 == part }) }
      }
      var parts: [[[Estimate]]] = []
      for try await part in group { parts.append(part) }
      return parts
    }
    for (index, statistic) in (Self.statistics + Self.burdens.map { "\($0) \($1)" }).enumerated() {
      let estimates = parts.flatMap { $0[index] }
      #expect(estimates.count == Self.runs)
      // The truth is the mean of all runs, which are five hundred times as many people as one.
      let truth = estimates.reduce(0) { $0 + $1.value } / Double(Self.runs)
      let held = estimates.count { estimate in
        estimate.bounds.map { $0.lower <= truth && truth <= $0.upper } ?? false
      }
      let share = Double(held) / Double(Self.runs)
      // A fifth of so few people has few dear stays, which decide mean and error together: 92 % were held, as docs/reports.md says.
      let least = statistic.hasSuffix("outOfPocket") ? 0.90 : 0.925
      #expect((least...0.975).contains(share), "\(statistic): \(share)")
    }
  }
}
