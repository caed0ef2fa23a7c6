import Input
import Testing

@testable import Analysis
@testable import Reports

/// How sums are written: millions of yuan in English, 万元 and 亿元 in Chinese.
@Suite struct WordingTests {
  private let english = Wording(.english)
  private let chinese = Wording(.chinese)

  @Test func columnsKeepToOneUnit() {
    let sum = Estimate(2_041_040_000, standardError: 57_040_000)
    #expect(english.sum(sum) == "2,041.0 ± 57.0")
    #expect(chinese.sum(sum) == "204,104 ± 5,704")
    #expect(chinese.sum(Estimate(44_000, standardError: nil)) == "4（样本过少）")
  }

  @Test func sentencesGoOverToLargerUnitsPastFiveDigits() {
    #expect(chinese.amount(Estimate(999_990_000, standardError: 10_000)) == "99,999 ± 1万元")
    #expect(chinese.amount(Estimate(2_041_040_000, standardError: 57_040_000)) == "20.41 ± 0.57亿元")
    // What rounds to six digits is written as they are.
    #expect(chinese.amount(Estimate(999_996_000, standardError: nil)) == "10.00亿元（样本过少）")
    #expect(chinese.amount(-1_500_000_000) == "-15.00亿元" && chinese.amount(159_000_000) == "15,900万元")
    #expect(english.amount(Estimate(2_041_040_000, standardError: nil)) == "2,041.0 (few drawn) million yuan")
  }

  @Test func percentAndMarksAreAsUsual() {
    #expect(english.percent(0.127) == "12.7 %" && chinese.percent(0.127) == "12.7%")
    #expect(chinese.marked("1", 1, .proxy) == "1 *" && chinese.marked("1", 1, .partial) == "1 †")
    #expect(chinese.marked("0", 0, .unquantified) == "标准未定")
  }
}
