import Foundation
import Input
import Simulation
import Testing

@testable import Analysis
@testable import Reports

/// The Chinese reports say what the English ones say, in Chinese alone.
@Suite struct ChineseReportTests {
  private static let scenario = """
    title: 五份文件
    sensitivityReplicates: 2
    places: [guizhou, banan, kaizhou]
    jurisdictions: [guizhou, banan, kaizhou, bazhong]
    comparison: true
    budget: {place: guizhou, amount: 2200000000}
    readings: {GZ-11: B}
    set: {kaizhou.parameters.premium: 400}
    reforms:
      - {name: more, title: 提高二类人员救助比例, set: {guizhou.benefits.pool.rate.II: 90}}
      - {name: nothing, title: 不变, set: {banan.benefits.largeSum.cap: none}}
    """

  private let english: ReportContext
  private let chinese: ReportContext

  init() async throws {
    english = try await SmallContext.make(Self.scenario)
    chinese = ReportContext(result: english.result, language: .chinese)
  }

  private func reports(_ context: ReportContext) -> [String: String] {
    let comparison = ComparisonReport(context: context, comparison: Comparison(context.result))
    return [
      "fund": FundReport(context: context, exposure: FundExposure(context.result)).markdown(figure: "f.svg"),
      "burden": BurdenReport(context: context, burden: Burden(context.result)).markdown(figure: "f.svg"),
      "comparison": comparison.markdown(figure: "f.svg"),
      "impact": ImpactReport(context: context, rows: PolicyImpact(context.result).rows).markdown(figure: "f.svg"),
    ]
  }

  private func figures(_ context: ReportContext) -> [String: String] {
    let maker = FigureMaker(context: context)
    return [
      "fund": maker.fund(FundExposure(context.result)), "burden": maker.burden(Burden(context.result).rows),
      "impact": maker.impact(PolicyImpact(context.result).rows),
      "comparison": maker.comparison(Comparison(context.result).rows),
    ]
  }

  @Test func noEnglishIsLeft() {
    for (name, text) in reports(chinese) { #expect(EnglishWords.found(in: text) == [], "\(name)") }
    for (name, script) in figures(chinese) {
      // Titles and labels; reforms are called by their identifiers.
      let said = script.split(separator: "\n").filter { $0.hasPrefix("set title") || $0.hasPrefix("set ylabel") }
      #expect(said.count == 2 && said.allSatisfy { EnglishWords.found(in: String($0.dropFirst(10))) == [] }, "\(name)")
      #expect(!script.contains("assistance") && !script.contains("rules of"))
    }
  }

  @Test func termsAreTheOfficialOnes() throws {
    let all = reports(chinese)
    let terms = [
      "fund": ["医疗救助", "倾斜救助", "资助参保", "次均（元）", "人次", "标准误", "置信区间", "重复次数", "低保对象", "特困人员", "（万元）"],
      "burden": ["受益率", "实际补偿比", "灾难性卫生支出", "因病致贫重病患者", "政策范围外", "预警线"],
      "comparison": ["起付标准", "救助比例", "年度限额", "统一医保待遇", "征求意见稿"], "impact": ["受益人数", "受损人数", "救助比例"],
    ]
    // No draft is among these documents.
    for (name, words) in terms {
      let text = try #require(all[name])
      for word in words where word != "征求意见稿" { #expect(text.contains(word), "\(name): \(word)") }
    }
  }

  /// The cells of both languages stand in the same places; sums are a hundred times as many 万元 as millions of yuan.
  @Test func tablesHoldTheSameNumbers() throws {
    let (first, second) = (reports(english), reports(chinese))
    for name in first.keys {
      let a = rows(try #require(first[name])), b = rows(try #require(second[name]))
      try #require(a.map(\.count) == b.map(\.count), "\(name)")
      let cells = zip(a.joined(), b.joined()).compactMap { x, y in number(x).map { (english: $0, words: y) } }
      #expect(cells.count > 100, "\(name)")
      let wrong = cells.filter { cell in
        guard let value = number(cell.words) else { return true }
        // Millions are rounded to the hundredth, or to the tenth from a thousand on.
        return value != cell.english && abs(cell.english * 100 - value) > (abs(cell.english) < 1000 ? 0.001 : 5.001)
      }
      #expect(wrong.isEmpty, "\(name): \(wrong.prefix(3))")
      #expect(name == "burden" || name == "comparison" || cells.contains { number($0.words) != $0.english })
    }
  }

  /// The rows of all tables, heads left out.
  private func rows(_ text: String) -> [[String]] {
    text.components(separatedBy: "\n\n").filter { $0.hasPrefix("|") }.flatMap { table in
      table.split(separator: "\n").dropFirst(2).map { $0.components(separatedBy: " | ") }
    }
  }

  /// The number of a cell that holds one, without its error, its mark and its percent sign.
  private func number(_ cell: String) -> Double? {
    let digits = cell.wholeMatch(of: /(-?[0-9][0-9,]*(?:\.[0-9]+)?)(?: ± .*| ?%.*| \(few drawn\).*|（样本过少）.*| [†*])?/)
    return digits.flatMap { Double($0.1.replacing(",", with: "")) }
  }

  @Test func tablesForProgramsHaveNoLanguage() throws {
    let exposure = FundExposure(english.result)
    let csv = try [english, chinese].map { try FundReport(context: $0, exposure: exposure).csv().text() }
    #expect(csv[0] == csv[1])
  }

  @Test func figuresAreDrawn() throws {
    guard Gnuplot().isInstalled else { return }
    for (name, script) in figures(chinese) {
      let figure = try #require(try Gnuplot().svg(script: script))
      #expect(figure.contains(name == "impact" ? "万元/年" : "元/人·年"), "\(name)")
    }
  }
}
