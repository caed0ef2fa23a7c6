import Cases
import Input
import Rules
import Testing

/// The flags that a result carries, and where they stand.
@Suite struct FlagTests {
  /// The flags of a case written in flow style: id, kind, episode.
  private func flags(_ text: String) throws -> [String] {
    var settler = CaseSettler(try Shipped.library())
    let outcomes = try settler.settle(try YAMLReader.read(text, file: "case"), explain: false)
    return outcomes.flatMap(\.flags).map { "\($0.flag.id) \($0.flag.kind.rawValue) \($0.episode ?? "premium")" }
  }

  private func stay(_ more: String = "", inPolicy: String = "1000") -> String {
    "{id: a, kind: inpatient, date: 2023-06-01, cost: {inPolicy: \(inPolicy)}, paid: {basic: 0}\(more)}"
  }

  private func text(_ jurisdiction: String, _ person: String, _ episode: String, _ more: String = "") -> String {
    """
    {jurisdiction: \(jurisdiction), year: 2023\(more), person: {birthDate: 2015-01-01, \(person)}, episodes: \
    [\(episode)]}
    """
  }

  @Test func guizhouWhereTheCapCutSomethingOff() throws {
    let person = "identities: [destituteSupport]"
    #expect(try flags(text("guizhou", person, stay(inPolicy: "60000"))) == ["GZ-12 unquantified a"])
    #expect(try flags(text("guizhou", person, stay(inPolicy: "50000"))).isEmpty)
  }

  /// The article alone would read as if the document had left the number open.
  @Test func aNumberThatAPatchTookAwaySaysSo() throws {
    var settler = CaseSettler(try Shipped.library())
    let more = ", set: {guizhou.benefits.pool.rate.I: unquantified}"
    let text = text("guizhou", "identities: [destituteSupport]", stay(), more)
    let outcomes = try settler.settle(try YAMLReader.read(text, file: "case"), explain: false)
    let flags = outcomes.flatMap(\.flags).map(\.flag)
    #expect(flags.map(\.kind) == [.unquantified])
    #expect(flags.first?.text.english == "its number is set to unquantified, so nothing is paid by it")
  }

  @Test func bananOnEveryEpisodeThatAnEarlierPolicyDecides() throws {
    let found = try flags(text("banan", "insurance: employee, identities: [orphan]", stay()))
    #expect(found == ["BN-2 unquantified a"])
  }

  @Test func bananWhereTierTwoGetsMore() throws {
    #expect(
      try flags(text("banan", "insurance: residentTier2, identities: [allowanceMarginFamily]", "")) == [
        "BN-22 anomaly premium"
      ])
    #expect(try flags(text("banan", "insurance: residentTier2, identities: [destituteSupport]", "")).isEmpty)
  }

  @Test func bazhongClaimsThatCameLate() throws {
    let late = stay(", location: outside, claim: {mode: manual, date: 2024-07-01}")
    let inTime = stay(", location: outside, claim: {mode: manual, date: 2024-06-30}")
    #expect(try flags(text("bazhong", "identities: [orphan]", late)) == ["BZ-23 lateClaim a"])
    #expect(try flags(text("bazhong", "identities: [orphan]", inTime)).isEmpty)
    #expect(try flags(text("bazhong", "identities: []", late)).isEmpty, "nobody was refused anything")
  }

  @Test func kaizhouChildrenWithAnotherTariff() throws {
    let found = try flags(text("kaizhou", "identities: [orphan]", stay(", disease: congenitalHeartDisease")))
    #expect(found.contains("KZ-18 external a"))
  }

  @Test func kaizhouWhereOrdinaryAssistanceWouldPayMore() throws {
    let person = "insurance: employee, identities: [minimumLivingAllowance]"
    let episode = "{id: a, kind: inpatient, date: 2023-06-01, cost: {inPolicy: 30500}, paid: {basic: 22500}}"
    #expect(try flags(text("kaizhou", person, episode)).contains("KZ-10 anomaly a"))
  }

  @Test func valuesCarriedBeyondTheirDates() throws {
    let person = "identities: [allowanceMarginFamily]"
    func found(_ year: Int) throws -> [String] {
      try flags(
        "{jurisdiction: bazhong, year: \(year), person: {birthDate: 2015-01-01, \(person)}, episodes: [{id: a, kind: "
          + "inpatient, date: \(year)-06-01, cost: {inPolicy: 90000}, paid: {basic: 0}}]}")
    }
    let both = ["disposableIncome proxy a", "monitoringLine proxy a"]
    #expect(try found(2021).filter { $0.hasSuffix("proxy a") }.sorted() == both)
    #expect(try found(2024).isEmpty)
    #expect(try found(2030).filter { $0.hasSuffix("proxy a") }.sorted() == both)
    // A value that a reform states for every year, or for all but one, is carried nowhere.
    for patch in ["bazhong.parameters.disposableIncome: 25000", "bazhong.parameters.disposableIncome.2024: 25000"] {
      let text =
        "{jurisdiction: bazhong, year: 2024, set: {\(patch)}, person: {birthDate: 2015-01-01, \(person)}, episodes: []}"
      #expect(try flags(text).isEmpty)
    }
  }

  @Test func strictModeTellsOfNoProxy() throws {
    var settler = CaseSettler(try Shipped.library())
    let text = text("dianjiang", "identities: [destituteSupport]", stay(), ", readings: {X-10: B}")
    let raised = try settler.settle(try YAMLReader.read(text, file: "case"), explain: false).flatMap(\.flags)
    #expect(raised.map(\.flag.id) == ["DJ-2", "DJ-13"])
    for one in raised {
      #expect(one.flag.kind == .unquantified)
      #expect(one.flag.text.english == "the document gives no number, and strict mode takes none from elsewhere")
    }
  }

  @Test func proxiesWhereTheyActed() throws {
    let dianjiang = try flags(text("dianjiang", "identities: [destituteSupport]", stay()))
    #expect(dianjiang == ["DJ-2 proxy a", "DJ-13 proxy premium"])
    let visit = "{id: v, kind: outpatient, date: 2023-06-01, cost: {inPolicy: 100}, paid: {basic: 0}}"
    #expect(try flags(text("kaizhou", "identities: [orphan]", visit)).contains("KZ-4 proxy v"))
    let veteran = stay(", hospital: {level: 3}")
    #expect(try flags(text("kaizhou", "identities: [ruralPriorityEntitled]", veteran)).contains("KZ-6 proxy a"))
    let lowerLevel = stay(", hospital: {level: 2}")
    #expect(
      try flags(text("kaizhou", "identities: [ruralPriorityEntitled]", lowerLevel)).contains("KZ-6 proxy a") == false)
  }
}
