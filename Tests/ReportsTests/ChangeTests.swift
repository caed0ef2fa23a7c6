import Simulation
import Testing

@testable import Analysis
@testable import Reports

/// What reports say of changed rules, and of rules whose time is over.
@Suite struct ChangeTests {
  private func context(_ lines: String) async throws -> ReportContext {
    try await SmallContext.make("sensitivityReplicates: 0\ncomparison: false\n" + lines)
  }

  private func impact(_ context: ReportContext) -> String {
    ImpactReport(context: context, rows: PolicyImpact(context.result).rows).markdown(figure: nil)
  }

  private func standing(_ context: ReportContext) -> String {
    var text = MarkdownText()
    context.standing(&text)
    return text.text
  }

  @Test func aReformShowsOldAndNewValueWithUnitAndArticle() async throws {
    let text = impact(
      try await context(
        """
        places: [guizhou, bazhong]
        set: {guizhou.benefits.pool.cap.III: 40000}
        readings: {GZ-11: B}
        reforms:
          - {name: more, set: {guizhou.benefits.pool.rate.III: 70}}
          - {name: less, set: {bazhong.benefits.pool.deductible.illnessImpoverishedPatient: {share: 20, of: disposableIncome}}}
          - {name: same, set: {guizhou.benefits.pool.rate.IV: 50}}
        """))
    let pool = "inpatient and chronic outpatient pool 住院和门诊慢特病救助"
    #expect(
      text.contains(
        "| \(pool) › rate › class III 三类人员 | `guizhou.benefits.pool.rate.III` | 60 % | 70 % | 四（一） |"))
    #expect(
      text.contains("| 6,325.00 yuan (25 % of disposableIncome) | 5,060.00 yuan (20 % of disposableIncome) | 八（一） |"))
    #expect(text.contains("It changes no value of 2023"))
    // What the whole run sets is no part of a reform, but is said with the documents.
    #expect(!text.contains("| `guizhou.benefits.pool.cap.III` |"))
    #expect(
      text.contains(
        """
        - Guizhou Province, `guizhou.benefits.pool.cap.III`, \(pool) › cap › class III 三类人员: 50,000.00 yuan becomes \
        40,000.00 yuan (source of the old value: 四（一）).
        """))
    #expect(text.contains("- Guizhou Province, reading GZ-11, What does tilted assistance above the cap count? "))
    #expect(text.contains("the default (A, the assistance that the cap cut off 限额截去的救助金额) becomes B, all "))
  }

  @Test func aRunWithoutChangesSaysNothingOfThem() async throws {
    let text = standing(try await context("places: [guizhou]\nreadings: {GZ-11: A}"))
    #expect(!text.contains("The scenario changes"))
    #expect(!text.contains("  - "))
  }

  @Test func clausesOutsideTheirTimeAreNamed() async throws {
    let text = standing(try await context("places: [kaizhou, banan]"))
    #expect(text.contains("  - Its premium subsidy is for the years from 2017 to 2020 (二（一）: until the end"))
    #expect(text.contains("and has lapsed; this run pays it all the same, as if it held in 2023."))
    #expect(text.contains("  - Care is assisted from 2023-05-01 only (十四); this run assists that of the whole year."))
    #expect(text.contains("this run subsidises those of any day."))
  }

  @Test func datedRunsSayWhatTheyDoNotPay() async throws {
    let text = standing(try await context("places: [kaizhou]\nmode: dated"))
    #expect(text.contains("has lapsed; none is paid in this run."))
  }

  @Test func valuesThatEndBeforeTheYearAreNamed() async throws {
    var later = try await context("places: [kaizhou]")
    #expect(!standing(later).contains("no value after"))
    var result = later.result
    result.scenario.year = 2030
    later = ReportContext(result: result)
    #expect(
      standing(later).contains(
        """
          - personal contribution to resident insurance, tier 1 居民医保一档个人缴费标准: no value after 2025, so that of 2025 \
        is used (`kaizhou.parameters.premium`; assumption
        """))
  }
}
