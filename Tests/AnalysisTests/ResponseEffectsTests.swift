import Testing

@testable import Analysis
@testable import Simulation

@Suite struct ResponseEffectsTests {
  private static func rows(_ response: String, seed: Int = 5) async throws -> [ResponseRow] {
    let extra = """
      response: {\(response), source: a test}
      reforms: [{name: half, set: {guizhou.benefits.pool.rate.II: 35}}]
      """
    let result = try await SmallRun().run(seed: seed, people: 12_000, replicates: 4, extra: extra)
    return ResponseEffects(result).rows
  }

  /// The change with an answer is the one without and what the answer brings; who pays adds up to the cost of care.
  @Test func theAnswerIsWhatLiesBetween() async throws {
    let rows = try await Self.rows("admissions: -0.6, levels: -0.4")
    func find(_ measure: String, _ statistic: ResponseRow.Statistic, _ group: String = "all") -> Estimate? {
      rows.first { $0.measure == measure && $0.statistic == statistic && $0.group == group }?.estimate
    }
    var seen = 0
    for row in rows where row.statistic == .with {
      let without = try #require(find(row.measure, .without, row.group))
      let alone = try #require(find(row.measure, .response, row.group))
      #expect(abs(row.estimate.value - without.value - alone.value) <= 1e-6 * (1 + abs(row.estimate.value)))
      seen += 1
    }
    #expect(seen > 20)
    for statistic in [ResponseRow.Statistic.without, .with, .response] {
      let payers = ["basic", "criticalIllness", "supplementary", "assistance", "patients"]
      let sum = try payers.reduce(0) { $0 + (try #require(find("payer.\($1)", statistic))).value }
      let all = try #require(find("payer.all", statistic))
      #expect(abs(sum - all.value) <= 1e-6 * (1 + abs(all.value)))
    }
    // Without an answer care costs what it cost; people who pay more are treated less.
    #expect(find("payer.all", .without)?.value == 0)
    let care = try #require(find("payer.all", .response)), stays = try #require(find("admissions", .response))
    #expect(care.value < 0 && stays.value < 0)
    #expect((care.standardError ?? 0) > 0 && (stays.standardError ?? 0) > 0)
  }

  /// Stays of people without an identity change by their factor, which is printed beside them.
  @Test func staysChangeByTheFactorThatIsPrinted() async throws {
    let rows = try await Self.rows("admissions: -0.9, identities: {minimumLivingAllowance: {admissions: 0}}", seed: 6)
    let stays = rows.filter { $0.measure == "admissions" && $0.statistic == .response && $0.dimension == "identity" }
    let factors = rows.filter { $0.measure == "admissions.factor" }
    #expect(factors.first { $0.group == "minimumLivingAllowance" }?.estimate.value == 1)
    // Nobody holds either beside an identity that stands before it in the vocabulary and answers otherwise.
    for id in ["allowanceMarginFamily", "none"] {
      let factor = try #require(factors.first { $0.group == id }?.estimate.value)
      let change = try #require(stays.first { $0.group == id }?.estimate)
      #expect((change.value < 0) == (factor < 1) || change.value == 0, "\(id)")
    }
    #expect(factors.contains { $0.estimate.value < 0.9 })
  }
}
