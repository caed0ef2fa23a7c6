import Analysis
import Foundation
import Input
import Population
import Rules
import Simulation
import Testing

@testable import Reports

/// An office that knows only population, ages, income and identity counts gets a place that runs.
@Suite struct SixthPlaceTests {
  private static let ages = AgePyramid.groups.map { "\"\($0)\": 1000" }.joined(separator: ", ")
  private static let source = "source: civil affairs office, year: 2023, confidence: M"
  private static let place = """
    format: medaid-place/1
    id: mytown
    jurisdiction: guizhou
    name: {en: My Town, zh: 我镇}
    population: {value: 38000, \(source)}
    ages:
      female: {\(ages)}
      male: {\(ages)}
      source: civil affairs office
      year: 2023
      confidence: M
    income: {perHead: {value: 21000, \(source)}}
    identities:
      household:
        minimumLivingAllowance: {count: 1200, \(source)}
      person:
        destituteSupport: {count: 200, \(source)}

    """

  /// A small run of the place file with others, from files alone.
  private func run(_ more: String, place: String = place) async throws -> RunResult {
    let folder = NSTemporaryDirectory() + "medaid-\(ProcessInfo.processInfo.globallyUniqueString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try place.write(toFile: folder + "/mytown.yaml", atomically: false, encoding: .utf8)
    let text = """
      format: medaid-scenario/1
      name: sixth
      year: 2023
      people: 2000
      replicates: 3
      comparisonReplicates: 2
      sensitivityReplicates: 1

      """
    let library = try RuleLibrary()
    let scenario = try ScenarioReader(library: library, places: try PlaceName.shipped()).read(
      text + more, file: folder + "/s.yaml")
    return try await Runner(
      scenario, library: library, places: scenario.placeModels,
      illness: try IllnessModel.shipped(vocabulary: library.vocabulary), threads: 2
    ).run(Simulation.Progress())
  }

  @Test func itRunsUnderItsOwnRulesAndInTheComparison() async throws {
    let result = try await run("places: [mytown.yaml, guizhou]\njurisdictions: [kaizhou, guizhou]\n")
    let context = ReportContext(result: result)
    let fund = FundReport(context: context, exposure: FundExposure(result)).markdown(figure: nil)
    #expect(fund.contains("## My Town, under the rules of Guizhou Province: million yuan a year"))
    #expect(fund.contains("for each of 38,000 residents"))
    #expect(
      fund.contains(
        "population: left out of the place file and filled by defaults from the national profile: urban, households, "))
    let comparison = ComparisonReport(context: context, comparison: Comparison(result))
    let text = comparison.markdown(figure: nil)
    #expect(
      text.contains("The people of My Town would get, of documents that cannot be ranked against each other: Kaizhou"))
    #expect(text.contains("Guizhou Province, their own (at least "))
    #expect(!text.contains("mytown"))
    #expect(comparison.comparison.decisive.map(\.place) == ["mytown", "guizhou"])
    #expect(try comparison.csv().text().contains("\ncommon,mytown,guizhou,kaizhou,2023,all,all,clause: "))
    let manifest = Manifest(
      version: "0", scenario: result.scenario, scenarioText: "", library: result.library, wallSeconds: 0)
    #expect(manifest.text.contains("\"fingerprint\": \"\(Fingerprint(Self.place))\""))
  }

  @Test func aPlaceWithoutADocumentIsComparedAndNamed() async throws {
    let place = Self.place.replacing("jurisdiction: guizhou\n", with: "")
    let result = try await run("places: mytown.yaml\njurisdictions: [kaizhou, guizhou]\n", place: place)
    #expect(result.places.allSatisfy { $0.baseline == nil })
    let comparison = ComparisonReport(context: ReportContext(result: result), comparison: Comparison(result))
    let text = comparison.markdown(figure: nil)
    #expect(text.contains("| My Town | reference |"))
    #expect(!text.contains("their own (") && !text.contains("mytown"))
    #expect(text.contains("filled by defaults from the national profile: urban, households, "))
  }

  @Test func holdersAreAsManyAsTheOfficeCounts() async throws {
    let result = try await run("places: mytown.yaml\n")
    let place = try #require(result.places.first?.place)
    let share = try #require(place.householdIdentities.first { $0.key.hasSuffix("minimumLivingAllowance") })
    #expect(share.share == 1200.0 / 38_000)
    let burden = Burden(result).rows.first {
      $0.group == "minimumLivingAllowance" && $0.measure == "persons" && $0.statistic == "total"
    }
    let holders = try #require(burden?.estimate)
    #expect(abs(holders.value - 1200) < 5 * (holders.standardError ?? 400))
  }

  /// Areas of which one is all children and old people, and the other everybody else.
  private static let areas = """
    areas:
      source: civil affairs office
      year: 2023
      confidence: M
      parts:
        east:
          name: {en: East, zh: 东}
          population: 18000
          ages: {\(counts { $0 < 5 || $0 > 14 })}
        west:
          name: {en: West, zh: 西}
          population: 20000
          ages: {\(counts { 5...14 ~= $0 })}

    """

  private static func counts(_ isHere: (Int) -> Bool) -> String {
    AgePyramid.groups.enumerated().map { "\"\($1)\": \(isHere($0) ? 2000 : 0)" }.joined(separator: ", ")
  }

  @Test func areasShareThePlacesSpendingByTheirAges() async throws {
    let result = try await run("places: mytown.yaml\n", place: Self.place + Self.areas)
    let exposure = FundExposure(result)
    func value(_ place: String, _ measure: String) throws -> Estimate {
      try #require(
        exposure.rows.first {
          $0.place == place && $0.fundPart == "total" && $0.people == "all" && $0.measure == measure
            && $0.statistic == "mean"
        }?.estimate)
    }
    let (east, west) = (try value("mytown/east", "amount"), try value("mytown/west", "amount"))
    let whole = try value("mytown", "amount")
    let rest: Double = whole.value - east.value - west.value
    #expect(abs(rest) < 0.01)
    let share = try value("mytown/east", "share").value
    #expect(abs(share - east.value / whole.value) < 1e-12)
    // Old people cost the fund more.
    let (old, young) = (try value("mytown/east", "perHead").value, try value("mytown/west", "perHead").value)
    #expect(old > young)
    #expect(east.standardError ?? 0 > 0)
    let text = FundReport(context: ReportContext(result: result), exposure: exposure).markdown(figure: nil)
    #expect(text.contains("| East 东 | 18,000 | 47.4 % |"))
  }

  @Test func areasWithoutAgesShareByResidents() async throws {
    let areas = Self.areas.split(separator: "\n").filter { !$0.contains("ages:") }.joined(separator: "\n")
    let result = try await run("places: mytown.yaml\n", place: Self.place + areas + "\n")
    let shares = FundExposure(result).rows.filter { $0.measure == "share" }.map(\.estimate)
    let residents: [Double] = [18_000, 20_000]
    #expect(shares.map(\.value) == residents.map { $0 / 38_000 })
    #expect(shares.allSatisfy { $0.standardError == 0 })
  }
}
