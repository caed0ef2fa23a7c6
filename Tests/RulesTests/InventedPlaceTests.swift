import Cases
import Input
import Money
import Rules
import Testing

/// A sixth place is one more file: nothing of the program knows Meihu, and it settles all the same.
@Suite struct InventedPlaceTests {
  /// Assistance of each episode of a person's year.
  private func assistance(_ person: String, _ episodes: [String], readings: String = "{}") throws -> [String] {
    var settler = CaseSettler(try Support.invented())
    let text = """
      jurisdiction: 梅湖县
      year: 2023
      readings: \(readings)
      person: {birthDate: 1953-05-20, \(person)}
      episodes:
      \(episodes.map { "- {\($0), paid: {basic: 0}}" }.joined(separator: "\n"))
      """
    let outcomes = try settler.settle(try YAMLReader.read(text, file: "case"), explain: false)
    return outcomes.flatMap(\.episodes).map(\.assistance.description)
  }

  @Test func bandsDeductiblePerStayAndSharedLimit() throws {
    let paid = try assistance(
      "identities: [minimumLivingAllowance]",
      [
        // 20,500 - 500: 10,000 x 60 % + 10,000 x 70 %.
        "id: a, kind: inpatient, date: 2023-02-01, cost: {inPolicy: 20500}",
        // 40,500 - 500: 6,000 + 20,000 x 70 % + 10,000 x 80 % = 28,000; a stay's limit is 25,000; 30,000 - 13,000 is
        // left.
        "id: b, kind: inpatient, date: 2023-03-01, cost: {inPolicy: 40500}",
        // Visits use up the same 30,000.
        "id: c, kind: outpatient, date: 2023-04-01, cost: {inPolicy: 1200}",
      ])
    #expect(paid == ["13000.00", "17000.00", "0.00"])
  }

  @Test func aStayHasItsOwnLimit() throws {
    // 90 % of 29,000 is 26,100, a stay's limit 25,000; the year's limit of class A leaves 15,000 for the second.
    let stay = "kind: inpatient, cost: {inPolicy: 28000, overLimit: 1000, upfrontB: 500}"
    let paid = try assistance(
      "identities: [特困人员]", ["id: a, date: 2023-02-01, \(stay)", "id: b, date: 2023-03-01, \(stay)"])
    #expect(paid == ["25000.00", "15000.00"])
  }

  @Test func accountsOfTheirOwnForEachKindAndAGroupOfElders() throws {
    let paid = try assistance(
      "identities: [洪涝受灾人员]",
      [
        // Still 69: (700 - 200) x 50 %.
        "id: a, kind: chronicOutpatient, date: 2023-05-19, cost: {inPolicy: 700}",
        // 70 from this day on, and another kind of care with its own deductible: (300 - 200) x 80 %.
        "id: b, kind: outpatient, date: 2023-05-20, cost: {inPolicy: 300}",
        // The deductible of chronic care is used up: 80 % of 2,000 is 1,600, and 1,000 - 250 is left.
        "id: c, kind: chronicOutpatient, date: 2023-06-01, cost: {inPolicy: 2000}",
      ])
    #expect(paid == ["250.00", "80.00", "750.00"])
  }

  @Test func theOldClassRunsToTheEndOfTheMonth() throws {
    let paid = try assistance(
      "identities: [allowanceMarginFamily, {tag: floodDisplaced, to: 2023-05-10}]",
      [
        // Still class B, although class C is left: (1,500 - 500) x 60 %.
        "id: a, kind: inpatient, date: 2023-05-31, cost: {inPolicy: 1500}",
        // Class C at level 2: (1,500 - 1,000) x 50 %.
        "id: b, kind: inpatient, date: 2023-06-01, cost: {inPolicy: 1500}",
      ])
    #expect(paid == ["600.00", "250.00"])
  }

  @Test func aDiseaseOfItsOwn() throws {
    let paid = try assistance(
      "identities: [destituteSupport]",
      [
        "id: a, kind: outpatient, disease: 湖热病, date: 2023-05-01, cost: {inPolicy: 500}",
        // 300 is left of 800.
        "id: b, kind: inpatient, disease: lakeFever, date: 2023-06-01, cost: {inPolicy: 500}",
      ])
    #expect(paid == ["500.00", "300.00"])
  }

  @Test func aReadingOfItsOwn() throws {
    let stay = "kind: inpatient, hospital: {level: 1}, cost: {inPolicy: 1500}"
    let stays = ["id: a, date: 2023-02-01, \(stay)", "id: b, date: 2023-03-01, \(stay)"]
    let person = "identities: [allowanceMarginFamily]"
    // (1,500 - 1,000) x 60 % each time; read as once a year the second stay counts in full.
    #expect(try assistance(person, stays) == ["300.00", "300.00"])
    #expect(try assistance(person, stays, readings: "{MH-1: B}") == ["300.00", "900.00"])
  }

  @Test func theViewShowsWhatTheFileSays() throws {
    let file = try #require(try Support.invented().file("meihu"))
    let rows = RuleView(file, year: 2024).rows
    func row(_ path: String) -> RuleRow? { rows.first { $0.path == path } }
    #expect(row("premium.shares.floodDisplaced")?.valueWithUnit == "40 %")
    #expect(row("benefits.fever.cap")?.value == "800.00 (feverCap)")
    #expect(row("benefits.stay.rate.B.bands.second.upTo")?.valueWithUnit == "30,000.00 yuan")
    #expect(row("benefits.stay.rate.B.bands.second.upTo")?.ground == "五")
    #expect(row("fund.surplusLimit")?.valueWithUnit == "12.5 %")
    #expect(file.book.fund?.parts.map(\.id) == ["assistance"])
  }
}
