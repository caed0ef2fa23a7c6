import Population
import Rules
import Testing

@testable import Reports
@testable import Validation

@Suite struct ValidationReportTests {
  /// A row whose figure is invented.
  private func row(
    _ measure: Measure, _ use: PublishedFigure.Use, year: String, published: Double, simulated: Double,
    source: String = "A", rules: RuleFile? = nil
  ) -> ValidationRow {
    var provenance = Provenance(key: "")
    (provenance.source, provenance.year, provenance.confidence) = (source, year, .high)
    return ValidationRow(
      figure: PublishedFigure(
        measure: measure, value: published, uncertainty: published / 200, use: use, provenance: provenance),
      rules: rules, simulated: (simulated, 0.001))
  }

  private func rows() throws -> [ValidationRow] {
    let files = try RuleLibrary().files
    return [
      row(.admissionsPer100Insured, .calibrated, year: "2023", published: 20, simulated: 20.1),
      row(.costPerAdmission, .calibrated, year: "2023", published: 8000, simulated: 9000),
      row(.admissionsPer100Insured, .checked, year: "2022", published: 16, simulated: 20.1, source: "B"),
      row(.admittedShare, .checked, year: "2018", published: 13.8, simulated: 16.1, source: "C"),
      row(.assistancePerInsured, .checked, year: "2023", published: 80, simulated: 40, rules: files[0]),
      row(.assistancePerInsured, .checked, year: "2023", published: 80, simulated: 60, rules: files[1]),
    ]
  }

  @Test func everyRowStandsInOneTable() throws {
    let rows = try rows()
    let parts = ValidationParts(rows)
    #expect(parts.calibrated.count == 2 && parts.underRules.count == 2)
    // A survey of another year is checked; another year of a series stands beside the year that is simulated.
    #expect(parts.checked.map(\.figure.measure) == [.admittedShare])
    #expect(parts.others.map(\.figure.provenance.year) == ["2022"] && parts.years == ["2022"])
    #expect(parts.series.map(\.figure.provenance.year) == ["2023"])
  }

  @Test func whatIsMissedIsSaidFirst() throws {
    let text = ValidationReport(try rows(), profile: "invented", people: 4_000).markdown(figure: nil)
    #expect(text.contains("- 1 of 2 calibrated figures agree"))
    #expect(text.contains("Calibrated and missed: cost of an admission."))
    #expect(text.contains("- 0 of 1 figures that were only checked agree."))
    #expect(text.contains("people admitted in a year (1.167 of the published)"))
    #expect(text.contains("comes to 0.500") && text.contains("to 0.750"))
    #expect(!text.contains("!["))
  }

  @Test func figuresReferToNumberedSources() throws {
    let text = ValidationReport(try rows(), profile: "invented", people: 4_000).markdown(figure: "f.svg")
    #expect(text.contains("- [1] A\n- [2] B\n- [3] C\n"))
    #expect(text.contains("| 16.00 ± 0.08 (1.256) [2] |"))
    #expect(text.contains("| yes | [1] |") && text.contains("| no | [3] |"))
    #expect(text.contains("](f.svg)"))
  }

  /// Sources are cited as the file of figures has them, and stand last.
  @Test func theChineseReportHasNoEnglish() throws {
    let report = ValidationReport(try rows(), profile: "invented", people: 4_000, language: .chinese)
    let text = report.markdown(figure: "f.svg")
    let prose = try #require(text.components(separatedBy: "## 来源").first)
    #expect(EnglishWords.found(in: prose) == [])
    #expect(text.contains("- 2项校准指标中有1项与公布值吻合。") && text.contains("次均住院费用"))
    let script = ValidationTable(try rows()).plot(in: .chinese)
    #expect(script.contains("校准指标") && !script.contains("admissions"))
  }

  @Test func programsGetEveryRow() throws {
    let rows = try rows()
    let lines = try ValidationTable(rows).csv().text(byteOrderMark: false).split(separator: "\n")
    #expect(lines.count == rows.count + 1)
    #expect(
      lines[2].hasPrefix("costPerAdmission,,calibrated,2023,8000.000000,40.000000,9000.000000,0.001000,1.125000,no"))
    #expect(lines[6].contains(",\(try RuleLibrary().files[1].id),checked,"))
    #expect(ValidationTable(rows).plot().contains("calibrated to") && ValidationTable([]).plot().isEmpty)
  }
}
