import Testing

@testable import Analysis
@testable import Simulation

@Suite struct ResponseEffectsTests {
  private static func result(_ response: String, seed: Int) async throws -> RunResult {
    let extra = """
      response: {\(response), source: a test}
      reforms: [{name: half, set: {guizhou.benefits.pool.rate.II: 35}}]
      """
    return try await SmallRun().run(seed: seed, people: 12_000, replicates: 4, extra: extra)
  }

  /// The change with an answer is the one without and what the answer brings; who pays adds up to the cost of care.
  @Test func theAnswerIsWhatLiesBetween() async throws {
    let rows = ResponseEffects(try await Self.result("admissions: -0.6, levels: -0.4", seed: 5)).rows
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

  /// Where one identity alone answers and pays more, its stays are those that there were, each kept with the probability of the
  /// factor: the change is known but for that lot.
  @Test func staysChangeByTheFactor() async throws {
    let result = try await Self.result("identities: {minimumLivingAllowance: {admissions: -0.9}}", seed: 6)
    let place = try #require(result.places.first)
    let price = try #require(place.prices.first?.change)
    let identity = try #require(result.library.vocabulary.identity("minimumLivingAllowance"))
    let factor = price.value(Int(identity), .admissions), stays = Double(price.stays(Int(identity)))
    #expect(factor < 0.9 && stays > 500)
    // Prices are found from the same people and replicates as the run, so that these are all stays of the group.
    let rows = ResponseEffects(result).rows.filter { $0.measure == "admissions" && $0.statistic == .response }
    let all = try #require(rows.first { $0.dimension == "all" }?.estimate)
    let drawn = all.value / place.scale * 4
    #expect(abs(drawn - stays * (factor - 1)) < 4 * (stays * factor * (1 - factor)).squareRoot())
    // Whoever holds nothing of the kind stays as often as before.
    #expect(rows.first { $0.group == "none" }?.estimate.value == 0)
  }
}
