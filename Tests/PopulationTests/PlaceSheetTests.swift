import Input
import Rules
import Testing

@testable import Population

/// A sheet as an office fills it in, and the place that comes of it.
@Suite struct PlaceSheetTests {
  private let vocabulary: Vocabulary
  private let rows: [SheetRow]

  init() throws {
    vocabulary = try Vocabulary.shared()
    rows = PlaceSheet(national: try .shipped("national", vocabulary: vocabulary), vocabulary: vocabulary).rows
  }

  static let values = [
    "name.en": "My Town, East", "name.zh": "我镇", "jurisdiction": "guizhou", "source": "civil affairs office",
    "year": "2023", "population": "38,000", "urban": "２００００", "households.count": "14000.00",
    "income.perHead": " 21 000".filter { $0 != " " }, "allowanceStandard": "640.5",
    "identities.household.minimumLivingAllowance": "1,200", "identities.person.orphan": "9",
    "insurance.residentTier1": "30400", "insurance.employee": "5700", "account.spending.total": "1,200,000.50",
    "account.personTimes.inpatient": "800",
  ]

  /// The sheet with these values, a thousand people in each group of age and sex.
  private func sheet(_ values: [String: String] = values, lineBreak: String = "\n") -> String {
    ([SheetRow.header.joined(separator: ",")]
      + rows.map { row in
        let value = values[row.key] ?? (row.key.hasPrefix("ages.") ? "1000" : "")
        return row.cells(value: value).map { "\"\($0)\"" }.joined(separator: ",")
      }).joined(separator: lineBreak) + lineBreak
  }

  private func read(_ text: String, file: String = "my.csv") throws -> PlaceFile {
    try PlaceFile.read(text, file: file, vocabulary: vocabulary)
  }

  @Test func everyRowHasItsOwnKeyAndBothNames() {
    #expect(Set(rows.map(\.key)).count == rows.count)
    #expect(rows.allSatisfy { !$0.english.isEmpty && !$0.chinese.isEmpty })
    #expect(rows.count { $0.key.hasPrefix("identities.") } == 20)
    #expect(rows.first { $0.key == "identities.person.orphan" }?.chinese == "孤儿")
  }

  @Test func figuresArriveWithTheirSource() throws {
    let place = try read(sheet()).place
    #expect(place.id == "my" && place.jurisdiction == "guizhou" && place.english == "My Town, East")
    #expect(place.population == 38_000)
    #expect(abs(place.urbanShare - 20.0 / 38) < 1e-12)
    #expect(place.incomes.perHead == 21_000)
    #expect(place.allowanceStandard.description == "640.50" && place.povertyLine.description == "7686.00")
    #expect(abs(place.insurance.shares[0] - 0.8) < 1e-6 && abs(place.insurance.shares[3] - 0.05) < 1e-6)
    let orphans = try #require(place.identities.first { $0.key == "identities.person.orphan" })
    #expect(orphans.share == 9.0 / 38_000 && orphans.ages == 0...17)
    #expect(place.account?.figures == [.total: 1_200_000.5, .inpatientTimes: 800])
    let source = try #require(place.sources.first { $0.key == "identities.person.orphan" })
    #expect(source.source == "civil affairs office" && source.confidence == .medium && !source.isAssumption)
  }

  @Test func aSheetWithoutASourceIsAnAssumption() throws {
    var values = Self.values
    values["source"] = nil
    let place = try read(sheet(values)).place
    #expect(place.sources.first { $0.key == "population" }?.isAssumption == true)
    #expect(place.sources.first { $0.key == "population" }?.isDefault == false)
  }

  @Test(arguments: ["\r\n", "\r"])
  func lineBreaksOfOtherSystemsAreUnderstood(lineBreak: String) throws {
    #expect(try read(sheet(lineBreak: lineBreak)).place.sources == read(sheet()).place.sources)
  }

  @Test func blankRowsAtTheEndAreNoRows() throws {
    #expect(try read(sheet() + ",,,,,\n , ,　,,,\n").place.population == 38_000)
  }

  @Test func theWrittenPlaceFileIsTheSamePlace() throws {
    let first = try read(sheet())
    let text = try first.text()
    let second = try read(text, file: "my.yaml")
    let (a, b) = (first.place, second.place)
    #expect(b.gaps.isEmpty)
    #expect(a.population == b.population && a.urbanShare == b.urbanShare && a.pyramid == b.pyramid)
    #expect(a.householdSizes == b.householdSizes && a.incomes == b.incomes && a.insurance == b.insurance)
    #expect(a.allowanceStandard == b.allowanceStandard && a.povertyLine == b.povertyLine)
    #expect(a.changes == b.changes && a.account == b.account && a.priceLevel == b.priceLevel)
    func plain(_ shares: [IdentityShare]) -> [IdentityShare] {
      shares.map { share in
        var share = share
        share.line = 0
        return share
      }
    }
    #expect(plain(a.householdIdentities) == plain(b.householdIdentities))
    #expect(plain(a.identities) == plain(b.identities))
    #expect(try second.text() == text)
    // What was a default stays one.
    #expect(b.sources.filter(\.isDefault).map(\.key).contains("income.sigma"))
  }

  @Test func theCheckNamesGapsDefaultsAndWhetherThePlaceCanBeRun() throws {
    let lines = try PlaceExamination(try read(sheet()), vocabulary: vocabulary).lines(hasRules: true)
    #expect(lines.contains("- ages: the counts by sex and group add up to the population, 38000"))
    let sigma = try #require(lines.first { $0.hasPrefix("income.sigma ") })
    #expect(sigma.contains(" 0.57 ") && sigma.contains(" M ") && sigma.contains("National Bureau of Statistics"))
    #expect(lines.contains { $0.hasPrefix("households (persons, onePerson) ") })
    #expect(!lines.contains { $0.hasPrefix("urban ") || $0.hasPrefix("insurance ") && !$0.contains("(") })
    #expect(lines.contains { $0.contains("医疗救助基金支出合计") && $0.contains("1200000.5") })
    #expect(
      lines.last == "my.csv can be run: write its place file with --write my.yaml and name that under places: of a "
        + "scenario.")
  }
}
