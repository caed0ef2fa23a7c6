import Foundation
import Testing

@testable import Analysis
@testable import Reports

/// The page on reports does not drift away from the files.
@Suite struct PageTests {
  private func page() throws -> String {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let root = tests.deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "docs/reports.md"), encoding: .utf8)
  }

  @Test func columnsStandInTheOrderOfTheFiles() throws {
    let page = try page()
    for header in [FundReport.header, BurdenReport.header, ImpactReport.header, ComparisonReport.header] {
      #expect(page.contains(header.joined(separator: ", ")))
    }
  }

  @Test func everyMeasureOfBurdenIsNamed() throws {
    let page = try page()
    for measure in Burden.means { #expect(page.contains("`\(measure.name)`"), "\(measure.name)") }
  }

  @Test func theDonorOfAClauseIsExplained() throws {
    let row = try #require(try page().split(separator: "\n").first { $0.hasPrefix("| `referenceJurisdiction`") })
    #expect(row.contains("`clause: …`") && row.contains("donor"))
  }
}
