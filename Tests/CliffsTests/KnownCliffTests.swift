import Cliffs
import Money
import Testing

/// The cliffs that follow from the documents, worked out by hand, to the fen.
@Suite struct KnownCliffTests {
  private func yuan(_ fen: Int64) -> Yuan { Yuan(fen: fen) }

  @Test func bananPaysTiltUpToItsGateAndTheLargeSumBeyondIt() throws {
    // A monitored person; insurance pays 60 %, so that 12,000 are left of 30,000.
    let result = try SmallCase.find(
      SmallCase.stay("banan", "monitoredAtRisk", cost: "{inPolicy: 30000}", paid: "{basic: 18000}"), 20_000, 40_000)
    let jump = try #require(result.lines[0].schedule.jumps.first)
    #expect(result.lines[0].schedule.jumps.count == 1)
    #expect((jump.before.cost, jump.after.cost) == (yuan(30_000_00), yuan(30_000_01)))
    #expect((jump.before.year.assistance, jump.before.year.tilted) == (.zero, yuan(4_200_00)))
    #expect((jump.after.year.assistance, jump.after.year.tilted) == (yuan(7_200_00), .zero))
    #expect(jump.causes.map(\.id) == ["gate", "benefit", "tilt"])
    #expect(
      jump.causes.map(\.source.short) == [
        "七（一）, second paragraph", "七（一）, second paragraph", "七（二）",
      ])
    // The burden falls from 7,800 to 4,800 and is 7,800 again where 40 % of what insurance leaves is more than 5,000
    // and tilt pays 60 % of the rest: 5,000 + 0.4 (0.16 P - 5,000) = 7,800, beyond the range.
    let fall = try #require(result.lines[0].reversals.first)
    #expect(result.lines[0].reversals.count == 1)
    #expect((fall.measure, fall.depth, fall.recovered) == (.outOfPocket, yuan(3_000_00), nil))
    #expect(fall.broken == jump)
  }

  @Test func theBurdenIsAsBeforeWhereArithmeticSaysSo() throws {
    // Beyond the gate 0.4 R stays with the patient, R = 0.4 P, up to 5,000 and 0.4 of the rest: 7,800 at P = 75,000.
    let result = try SmallCase.find(
      SmallCase.stay("banan", "monitoredAtRisk", cost: "{inPolicy: 30000}", paid: "{basic: 18000}"), 20_000, 90_000)
    let recovered = try #require(result.lines[0].reversals.first?.recovered)
    // What is rounded in favour of the fund may be there some fen earlier.
    #expect(abs(recovered.fen - 75_000_00) <= 10)
  }

  @Test func kaizhouPaysLessBeyondItsGate() throws {
    // An allowance recipient; 8,000 left of 30,000: 80 % up to 6,000 before, 70 % after.
    let result = try SmallCase.find(
      SmallCase.stay("kaizhou", "minimumLivingAllowance", cost: "{inPolicy: 30000}", paid: "{basic: 22000}"), 0, 60_000)
    let line = result.lines[0], jump = try #require(line.schedule.jumps.first)
    #expect(line.schedule.jumps.count == 1)
    #expect((jump.before.cost, jump.before.payment) == (yuan(30_000_00), yuan(6_000_00)))
    #expect((jump.after.cost, jump.after.payment) == (yuan(30_000_01), yuan(5_600_00)))
    #expect(jump.anomalies.map(\.id) == ["KZ-10"])
    let fall = try #require(line.reversals.first { $0.measure == .payment })
    #expect(fall.depth == yuan(400_00))
    // 70 % of 8/30 of the cost is 6,000 again at 32,142.86, but for rounding.
    #expect(abs((fall.recovered?.fen ?? 0) - 32_142_86) <= 3)
  }

  @Test func dianjiangFallsAtItsGateToo() throws {
    let result = try SmallCase.find(
      SmallCase.stay("dianjiang", "allowanceMarginFamily", cost: "{inPolicy: 30000}", paid: "{basic: 22000}"), 0, 60_000
    )
    let jump = try #require(result.lines[0].schedule.jumps.first)
    // 70 % of 8,000, below the cap of 6,000, and 60 % of it.
    #expect((jump.before.payment, jump.after.payment) == (yuan(5_600_00), yuan(4_800_00)))
    #expect(jump.anomalies.map(\.id) == ["DJ-5"])
  }

  @Test func aDocumentWithoutJumpsHasNone() throws {
    for jurisdiction in ["guizhou", "bazhong"] {
      let result = try SmallCase.find(
        SmallCase.stay(jurisdiction, "allowanceMarginFamily", cost: "{inPolicy: 30000, upfrontB: 900}"), 0, 400_000)
      #expect(result.lines[0].schedule.jumps.isEmpty && result.lines[0].reversals.isEmpty)
      #expect(result.lines[0].schedule.breaks.contains { $0.causes.first?.id == "cap" })
      #expect(result.lines[0].schedule.breaks.contains { $0.causes.first?.id == "deductible" })
    }
  }

  @Test func guizhousDeductibleAndCapStandWhereTheyMust() throws {
    // Nothing paid by insurance: class III, 1,000 below the deductible, 60 % up to 50,000 (84,333.33 of cost).
    let result = try SmallCase.find(
      SmallCase.stay("guizhou", "allowanceMarginFamily", cost: "{inPolicy: 30000}", paid: "{basic: 0}"), 0, 100_000)
    let breaks = result.lines[0].schedule.breaks
    #expect(breaks.map { $0.causes.map(\.id) } == [["deductible"], ["cap"]])
    #expect(breaks.map(\.before.cost) == [yuan(1_000_00), yuan(84_333_32)])
    #expect(breaks.map(\.causes.first?.source.short) == ["四（一）", "四（一）"])
  }

  @Test func aHigherClassIsLeftWithMoreInBananWhereTwoStaysShareOneCap() throws {
    let text = """
      {jurisdiction: banan, year: 2023, person: {birthDate: 1970-01-01, identities: [minimumLivingAllowance]}, episodes: [\
      {id: first, kind: inpatient, date: 2023-02-01, cost: {inPolicy: 100000}, paid: {basic: 10000}}, \
      {id: second, kind: inpatient, date: 2023-03-01, cost: {inPolicy: 40000}, paid: {basic: 30000}}]}
      """
    let result = try SmallCase.find(text, 30_100, 60_000, vary: .class, episode: "second")
    // Between those who get 90 % and those who get 60 %: 22,000 and 21,400 at 40,000.
    let crossing = try #require(result.crossings.first)
    let lines = result.groups[0]
    #expect(result.crossings.count == 1 && crossing.isAgainstOrder)
    #expect(lines[crossing.worse].curve.variant.id == "relapsedIntoPoverty")
    #expect(lines[crossing.better].curve.variant.id == "monitoredAtRisk")
    let (worse, better) = (lines[crossing.worse].curve, lines[crossing.better].curve)
    #expect(worse.point(at: yuan(40_000_00)).year.outOfPocket == yuan(22_000_00))
    #expect(better.point(at: yuan(40_000_00)).year.outOfPocket == yuan(21_400_00))
  }

  @Test func aLowerHospitalPaysLessBeyondTheGate() throws {
    let result = try SmallCase.find(
      SmallCase.stay("banan", "monitoredAtRisk", cost: "{inPolicy: 30000}", paid: "{basic: 18000}"), 30_001, 40_000,
      vary: .level)
    let crossing = try #require(result.crossings.first)
    #expect(result.crossings.count == 1 && !crossing.isAgainstOrder)
    let lines = result.groups[0]
    #expect(lines.map(\.curve.variant.id) == ["level3", "level2", "level1"])
    #expect((crossing.worse, crossing.better) == (2, 1))
  }
}
