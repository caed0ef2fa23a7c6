import Input
import Population
import Rules
import Simulation
import Testing

@testable import Analysis

/// A reform that begins in a year to come may bring what the scenario's year does not know.
@Suite struct LaterReformTests {
  private static let reform = """
    format: medaid-reform/1
    name: later
    title: A benefit from 2024 on
    author: a test
    reason: to be tested
    from: 2024
    provisions:
      - name: outpatient
        set:
          guizhou.benefits.extra:
            name: {en: extra, zh: 另加}
            status: assumption
            source: a test
            when: {kind: [outpatient]}
            rate: {I: 50, II: 50, III: 50}
            cap: {I: 300, II: 300, III: 300}
            capOn: payout
            per: year
          guizhou.routes: [pool, extra]
    """

  @Test func aBenefitThatBeginsLaterIsInTheTotalOfItsYear() async throws {
    let library = try RuleLibrary()
    let text = """
      format: medaid-scenario/1
      name: small
      year: 2023
      years: 2023-2024
      seed: 3
      people: 1500
      replicates: 3
      sensitivityReplicates: 0
      places: [guizhou]
      """
    let scenario = try ScenarioReader(library: library, places: PlaceName.shipped(), files: ["l.yaml": Self.reform])
      .read(text, file: "s.yaml", stacks: [["l.yaml"]])
    let result = try await Runner(
      scenario, library: library, places: scenario.placeModels, illness: scenario.illness, threads: 2
    ).run(Progress())
    let rows = FundExposure(result).rows
    func expected(_ name: String, _ year: Int, _ component: String, _ part: String) throws -> Double {
      let row = rows.first {
        $0.scenario == name && $0.place == "guizhou" && $0.year == year && $0.component == component
          && $0.fundPart == part
          && $0.people == "all" && $0.measure == "amount" && $0.statistic == "expected"
      }
      return try #require(row, "\(name) \(year) \(component)").estimate.value
    }
    let before = try expected("baseline", 2023, "all", "total"), same = try expected("later", 2023, "all", "total")
    #expect(before == same)
    for component in [("pool", "assistance"), ("premiumSubsidy", "premiumSubsidy")] {
      let own = try expected("baseline", 2024, component.0, component.1)
      let reformed = try expected("later", 2024, component.0, component.1)
      #expect(abs(own - reformed) < 1e-6 * own, "\(component)")
    }
    let old = try expected("baseline", 2024, "all", "total"), new = try expected("later", 2024, "all", "total")
    #expect(new > old * 1.01)
  }
}
