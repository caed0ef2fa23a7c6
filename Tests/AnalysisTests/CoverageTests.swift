import Foundation
import Simulation
import Testing

@testable import Analysis

/// Do 95 % intervals hold what they should? Five hundred small runs with fixed seeds, each with other people, luck and
/// parameters.
@Suite struct CoverageTests {
  private static let runs = 500

  /// Few parameters, so that few replicates suffice to part them from luck.
  private static let scenario = """
    uncertainty: {yearEffect: {admissions: 6}, prices: {logNormal: 12}, admissions: fixed, identities: fixed, \
    insurance: fixed, criticalIllness: fixed, incomes: fixed, lines: fixed, applications: fixed, recognisedMonths: fixed, \
    registration: fixed, claims: fixed, begun: fixed}
    """

  @Test func intervalsHoldTheTruth() async throws {
    let small = try SmallRun()
    var found: [String: [Estimate]] = [:]
    for seed in 1...Self.runs {
      let result = try await small.run(seed: seed, people: 1_500, replicates: 20, extra: Self.scenario)
      let rows = FundExposure(result).rows.filter {
        $0.scenario == "baseline" && $0.place == "guizhou" && $0.fundPart == "total" && $0.people == "all"
          && $0.measure == "amount"
      }
      for statistic in ["mean", "expected", "p50"] {
        let row = try #require(rows.first { $0.statistic == statistic })
        found[statistic, default: []].append(row.estimate)
      }
    }
    for (statistic, estimates) in found {
      // The truth is the mean of all runs, five hundred times as many people as in one; of a median their median, which
      // the spread of levels between runs does not move.
      let values = estimates.map(\.value).sorted()
      let truth = statistic == "p50" ? values[values.count / 2] : values.reduce(0, +) / Double(values.count)
      let held = estimates.count { estimate in
        estimate.bounds.map { $0.lower <= truth && truth <= $0.upper } ?? false
      }
      let share = Double(held) / Double(Self.runs)
      #expect((0.925...0.975).contains(share), "\(statistic): \(share)")
    }
  }
}
