import Foundation
import Input
import Simulation
import Testing

@testable import Analysis
@testable import Reports

/// Shares and sums in running text have their errors, and what was not worked out is said.
@Suite struct UnsureTextTests {
  /// Shares with one decimal are those printed without an error. Probabilities have an interval.
  private func bare(_ text: String) -> [String] {
    text.replacing(/± [\d.,]+ ?%/, with: "").replacing(
      /\d+\.\d ?%(?: \(95 % interval from |（95%置信区间)\d+\.\d ?%(?: to |至)\d+\.\d ?%/, with: ""
    )
    .matches(of: /[^\n]{0,30}\b\d+\.\d ?%/).map { String($0.0) }
  }

  private static let scenario = """
    sensitivityReplicates: 2
    years: 2023-2024
    places: [guizhou, bazhong]
    budget: {place: guizhou, amount: 2200000000}
    cash: {known: [{place: guizhou, owed: 1000000, paid: {through: 6, amount: 900000000}}]}
    """

  @Test(arguments: [Language.english, .chinese]) func sharesInTextHaveErrors(language: Language) async throws {
    let made = try await SmallContext.make(Self.scenario, replicates: 100)
    let context = ReportContext(result: made.result, language: language)
    var fund = FundReport(context: context, exposure: FundExposure(context.result))
    let cash = CashReport(context: context, flow: CashFlow(context.result))
    fund.cash = cash
    var text = MarkdownText()
    cash.sections(&text)
    WarningReport(context: context, warning: EarlyWarning(context.result)).sections(&text)
    fund.outlook(&text)
    let pages = [
      "brief": BriefReport(fund: fund, impact: nil).markdown(),
      "opening": fund.markdown(figure: nil).components(separatedBy: "\n## ")[1], "sections": text.text,
    ]
    for (name, page) in pages {
      #expect(bare(page) == [], "\(name)")
      #expect(page.contains(language == .english ? " %" : "%") && page.contains(" ± "), "\(name)")
    }
    // Ranges, too.
    let number = "[0-9.,]+ ± [0-9.,]+"
    let ranges = try Regex(
      language == .english
        ? "nine years in ten lie between \(number) million yuan and \(number) million yuan"
        : "：十年中有九年在\(number)(万|亿)元至\(number)(万|亿)元之间")
    let brief = try #require(pages["brief"])
    #expect(brief.matches(of: ranges).count == 2, "\(brief)")
    // The table of what brings the variance has an error in each of its cells.
    let variance = fund.markdown(figure: nil).split(separator: "\n").drop {
      !$0.contains(language == .english ? "alone: sd × √share" : "标准差×√贡献")
    }.dropFirst(2).prefix { $0.hasPrefix("|") }
    #expect(variance.count > 5 && variance.allSatisfy { $0.components(separatedBy: " ± ").count == 3 })
  }

  @Test func theRangeOfReadingsHasErrorsOrSaysThatItIsNotThere() async throws {
    func pages(_ replicates: Int, _ language: Language) async throws -> (fund: String, brief: String) {
      let made = try await SmallContext.make("title: 一份文件\nsensitivityReplicates: \(replicates)\nplaces: [guizhou]")
      let context = ReportContext(result: made.result, language: language)
      let fund = FundReport(context: context, exposure: FundExposure(context.result))
      return (fund.markdown(figure: nil), BriefReport(fund: fund, impact: nil).markdown())
    }
    let (with, without) = (try await pages(2, .english), try await pages(0, .english))
    let sum = "[\\d.,]+ ± [\\d.,]+ million yuan"
    let becomes = try Regex("the mean of \(sum) becomes something between \(sum) and \(sum); ")
    let adds = try Regex("a range from \(sum) to \(sum), of which ± adds up the errors of all")
    #expect(with.fund.contains(becomes) && with.fund.contains(adds) && !with.fund.contains("was not worked out"))
    #expect(!with.brief.contains("was not worked out"))
    for page in [without.fund, without.brief] {
      #expect(page.contains("was not worked out") && page.contains("`sensitivityReplicates: 4`"))
    }
    let chinese = try await pages(0, .chinese)
    for page in [chinese.fund, chinese.brief] {
      #expect(page.contains("`sensitivityReplicates: 4`") && EnglishWords.found(in: page) == [])
    }
  }

  /// A document that leaves nothing open has nothing that could have been tried.
  @Test func onlyWhatIsOpenIsMissed() async throws {
    let context = try await SmallContext.make("sensitivityReplicates: 0\nplaces: [guizhou]")
    let place = context.result.places[0]
    #expect(context.ambiguousClauses(place) > 5 && context.untriedReadings(place) != nil)
    let compared = try await SmallContext.make(
      "sensitivityReplicates: 0\nplaces: [guizhou]\njurisdictions: [banan]\ncomparison: true")
    #expect(compared.untriedReadings(compared.result.places[0]) == nil)
  }

  /// Legends explain what occurs.
  @Test func legendsAreThereWhereTheyAreNeeded() async throws {
    func page(_ place: String) async throws -> String {
      let context = try await SmallContext.make("sensitivityReplicates: 0\nplaces: [\(place)]")
      return FundReport(context: context, exposure: FundExposure(context.result)).markdown(figure: "f.svg")
    }
    let (sure, least, proxy) = (try await page("bazhong"), try await page("banan"), try await page("kaizhou"))
    for mark in ["\"At least\"", "†", "rests on proxies"] { #expect(!sure.contains(mark), "\(mark)") }
    #expect(least.contains("\"At least\"") && least.contains("† assistance is a lower bound"))
    #expect(least.contains("† is a lower bound, because") && !least.contains("rests on proxies"))
    #expect(proxy.contains("\\* rests on proxies. ±") && !proxy.contains("\"At least\""))
  }

  /// The brief's cost a head is that of its cost, from the same table.
  @Test func theBriefTakesTheCostOfAHeadFromTheTable() async throws {
    let context = try await SmallContext.make("sensitivityReplicates: 0\nyears: 2023-2024\nplaces: [bazhong]")
    let fund = FundReport(context: context, exposure: FundExposure(context.result))
    for (year, residents) in [(2023, context.result.places[0].place.population)]
      + context.result.places[0].outlook.map({ ($0.year, $0.population) })
    {
      let all = try #require(fund.total("bazhong", "amount", "expected", year: year)).estimate
      let head = try #require(fund.total("bazhong", "perHead", "expected", year: year)).estimate
      #expect(abs(head.value * Double(residents) / all.value - 1) < 1e-12)
      #expect(head.standardError == all.times(1 / Double(residents)).standardError)
    }
    let head = try #require(fund.total("bazhong", "perHead", "expected")).estimate
    let brief = BriefReport(fund: fund, impact: nil).markdown()
    #expect(brief.contains("\(Wording(.english).estimate(head, decimals: 2)) yuan a resident"))
  }

  /// Of a year in which a document has no force nothing is paid, and that is sure, however few years tell it.
  @Test(arguments: [6, 60]) func whatIsExactlyNothingHasTheErrorZero(replicates: Int) async throws {
    let context = try await SmallContext.make(
      """
      mode: dated
      years: 2023-2028
      sensitivityReplicates: 0
      places: [bazhong]
      account: {place: bazhong, balance: 1000, transfers: 100000000, local: 0}
      """, replicates: replicates)
    let rows = FundExposure(context.result).rows.filter { $0.year == 2028 && $0.estimate.isKnown }
    #expect(rows.filter { $0.statistic == "expected" }.count > 10 && rows.contains { $0.statistic == "sd" })
    for row in rows where row.unit != "share" {
      #expect(
        row.estimate.value == 0 && row.estimate.standardError == 0, "\(row.component) \(row.measure) \(row.statistic)")
    }
    let paid = CashFlow(context.result).rows.filter { $0.serviceYear == "2028" && $0.estimate.isKnown }
    #expect(paid.count > 1)
    for row in paid { #expect(row.estimate.value == 0 && row.estimate.standardError == 0, "\(row.paymentYear)") }
    let account = try #require(FundAccount.all(context.result).first)
    for item in [AccountItem.assistance, .premiumSubsidy, .spending] {
      #expect(account.estimate(item, 5) == Estimate(0, standardError: 0))
    }
    // The year before it is in force for a part, and is no less than nothing.
    let before = FundExposure(context.result).rows.filter {
      $0.year == 2027 && $0.measure == "amount" && $0.people == "all"
    }
    #expect(
      before.contains { $0.statistic == "expected" && $0.estimate.value > 0 && ($0.estimate.standardError ?? 0) > 0 })
  }
}
