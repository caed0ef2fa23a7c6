import Testing

@testable import Money

@Suite struct MoneyTests {
  @Test(arguments: [("0", 0), ("1438.25", 143_825), ("0.5", 50), ("0.01", 1), ("9999999999.99", 999_999_999_999)])
  func readsExactly(text: String, fen: Int64) throws {
    #expect(try DecimalText.hundredths(text, limit: Yuan.largestInput.fen) == fen)
  }

  @Test(arguments: [
    ("1.500", DecimalFault.tooManyDecimals), ("-1", .negative), ("1e3", .notANumber), ("", .notANumber),
    (".5", .notANumber), ("1.", .notANumber), ("1,000", .notANumber), ("10000000000", .tooLarge),
    ("99999999999999999999999999", .tooLarge), ("nan", .notANumber), ("1.2.3", .notANumber),
  ])
  func refuses(text: String, fault: DecimalFault) {
    #expect(throws: fault) { try DecimalText.hundredths(text, limit: Yuan.largestInput.fen) }
  }

  @Test func roundsHalfUp() {
    #expect(Rate(basisPoints: 5_000).of(Yuan(fen: 1)) == Yuan(fen: 1))
    #expect(Rate(basisPoints: 4_999).of(Yuan(fen: 1)) == .zero)
    #expect(
      Rate(basisPoints: 6_000).minus(Rate(basisPoints: 1_000)).times(Rate(basisPoints: 5_000)).basisPoints == 2_500)
  }

  @Test func writesTwoDecimals() {
    #expect(Yuan(fen: 5).description == "0.05")
    #expect(Yuan(fen: -123_456_789).grouped == "-1,234,567.89")
    #expect(Yuan(fen: 100_000).grouped == "1,000.00")
    #expect(Rate(basisPoints: 3_250).description == "32.5 %")
    #expect(Rate(basisPoints: 7_005).description == "70.05 %")
  }
}
