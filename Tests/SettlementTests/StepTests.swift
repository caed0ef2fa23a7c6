import Cases
import Input
import Money
import Rules
import Settlement
import Testing

/// What `--explain` says of the layers before assistance.
@Suite struct StepTests {
  private func outcome(_ text: String) throws -> Outcome {
    var settler = CaseSettler(try Shipped.library())
    return try #require(try settler.settle(try YAMLReader.read(text, file: "case"), explain: true).first)
  }

  private func text(_ place: String, _ person: String, _ episodes: String..., more: String = "") -> String {
    """
    {jurisdiction: \(place), year: 2023\(more), person: {birthDate: 1955-05-02, \(person)}, episodes: \
    [\(episodes.joined(separator: ", "))]}
    """
  }

  /// Base, deductible used, rate, cap left and amount of the step whose words begin so, with `-` for what is absent.
  private func step(_ outcome: Outcome, _ words: String, episode: Int = 0) throws -> String {
    let step = try #require(outcome.steps.first { $0.what.hasPrefix(words) && $0.episode == episode })
    return [
      step.base?.description, step.deductibleUsed?.description, step.rate?.description, step.capLeft?.description,
      step.amount?.description,
    ].map { $0 ?? "-" }.joined(separator: " | ")
  }

  private static let county = "{id: a, kind: inpatient, date: 2023-05-02, cost: {inPolicy: 28000, upfrontB: 1500}}"
  private static let large =
    "{id: a, kind: inpatient, date: 2023-05-02, hospital: {level: 3}, cost: {inPolicy: 280000}}"

  /// What nobody claims is paid by insurance alone, also where a late claim would be refused.
  @Test func whatNobodyClaimsIsNotAssisted() throws {
    let unclaimed = """
      {id: a, kind: inpatient, date: 2023-05-02, location: outside, cost: {inPolicy: 28000}, claim: {mode: none}}
      """
    let claimed = unclaimed.replacing("mode: none", with: "mode: manual, date: 2023-06-02")
    let (none, manual) = (
      try outcome(text("bazhong", "identities: [orphan]", unclaimed)),
      try outcome(text("bazhong", "identities: [orphan]", claimed))
    )
    #expect(none.total.assistance == .zero && manual.total.assistance > .zero)
    #expect(none.total.basic == manual.total.basic && none.total.base == manual.total.base)
    #expect(none.episodes[0].flags == 0 && none.steps.contains { $0.what == "nobody claims it" })
  }

  @Test func basicInsuranceShowsItsTerms() throws {
    let found = try outcome(text("guizhou", "identities: [allowanceMarginFamily]", Self.county))
    #expect(try step(found, "basic insurance") == "28000.00 | 400.00 | 75 % | 250000.00 | 20700.00")
    #expect(found.steps.contains { $0.what == "base of assistance, with 1,500.00 paid up front for class B" })
  }

  @Test func criticalIllnessIsToldAlsoWhereItPaysNothing() throws {
    let found = try outcome(text("guizhou", "identities: [allowanceMarginFamily]", Self.county))
    #expect(try step(found, "critical-illness insurance") == "7300.00 | 7300.00 | 60 % | 200000.00 | 0.00")
  }

  @Test func criticalIllnessCountsTheBurdenBandByBand() throws {
    let second = "{id: b, kind: inpatient, date: 2023-06-02, hospital: {level: 3}, cost: {inPolicy: 50000}}"
    let found = try outcome(text("bazhong", "identities: [orphan]", Self.large, second))
    let words = "critical-illness insurance: 60 % of 30,000.00, 65 % of 55,922.50"
    #expect(try step(found, words) == "98422.50 | 12500.00 | - | 300000.00 | 54349.63")
    // What basic insurance paid of the first stay leaves 18,422.50 under its ceiling.
    #expect(try step(found, "basic insurance", episode: 1) == "50000.00 | 650.00 | 65 % | 18422.50 | 18422.50")
    let more = "critical-illness insurance: 65 % of 14,077.50, 75 % of 17,500.00"
    #expect(try step(found, more, episode: 1) == "31577.50 | 0.00 | - | 245650.37 | 22275.38")
  }

  @Test func thePreferenceIsTold() throws {
    let found = try outcome(text("banan", "identities: [minimumLivingAllowance]", Self.large))
    let words = "critical-illness insurance, preferred (deductible 6,596.50, 5 points more)"
    #expect(try step(found, words) == "200000.00 | 6596.50 | 65 % | - | 125712.28")
    #expect(found.steps.first { $0.what == words }?.clause.hasSuffix(", 五") == true)
  }

  @Test func givenPaymentsAreCalledGiven() throws {
    let given =
      "{id: a, kind: inpatient, date: 2023-05-02, cost: {inPolicy: 9000}, paid: {basic: 5000, supplementary: 100}}"
    let found = try outcome(text("bazhong", "identities: [orphan]", given))
    let layers = found.steps.filter { $0.what.hasSuffix("insurance") }
    #expect(layers.map(\.clause) == Array(repeating: "given with the episode", count: 3))
    #expect(layers.map { $0.amount?.description } == ["5000.00", "0.00", "100.00"])
    #expect(layers.allSatisfy { $0.rate == nil && $0.deductibleUsed == nil && $0.capLeft == nil })
  }

  @Test func layersThatWouldHaveBeenAreToldApart() throws {
    let person = "insurance: none, enrolledAfterIllness: true, identities: [allowanceMarginFamily]"
    let found = try outcome(text("guizhou", person, Self.county, more: ", readings: {GZ-6: B}"))
    let words = "basic insurance, as if insured: not paid, only taken off the base"
    #expect(try step(found, words) == "28000.00 | 400.00 | 75 % | 250000.00 | 20700.00")
    #expect(found.episodes[0].basic == .zero)
  }

  @Test(arguments: ["bazhong", "banan", "dianjiang", "kaizhou", "guizhou"])
  func stepsAddUpToWhatWasPaid(jurisdiction: String) throws {
    let library = try Shipped.library()
    let plan = Plan(try #require(library.file(jurisdiction)).book, year: 2023)
    var people = RandomPeople(seed: 29, vocabulary: library.vocabulary, year: 2023)
    let settler = Settler(plan)
    for _ in 0..<500 {
      let body = people.next()
      var results: [EpisodeResult] = []
      var trace = FullTrace()
      let total = settler.settle(
        body.person, body.identities.span, body.episodes.span, into: &results, trace: &trace)
      let paid = trace.steps.compactMap(\.amount).reduce(Yuan.zero, +)
      let expected =
        total.basic + total.criticalIllness + total.supplementary + total.assistance + total.tilted
        + total.premiumSubsidy
      #expect(paid == expected)
    }
  }

  @Test func longSourcesStandBelowTheTable() throws {
    let found = try outcome(text("guizhou", "identities: [allowanceMarginFamily]", Self.county))
    let lines = OutcomeTable(isMarkdown: false, explain: true).text(found).split(separator: "\n")
    let row = try #require(lines.first { $0.contains("basic insurance ") })
    #expect(row.contains("assumption [1]") && row.count < 150)
    #expect(lines.contains { $0.hasPrefix("  [1] Guiyang schedule of a hobby calculator") })
    #expect(OutcomeJSON.line(found, explain: true).contains("\"source\": \"Guiyang schedule"))
  }
}
