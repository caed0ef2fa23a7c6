import Rules
import Testing

@testable import Population

/// Days of admissions: every day of a month is as likely as another, and months as their weights a day say.
@Suite struct SeasonsTests {
  @Test(arguments: [2023, 2024])
  func everyDayHasTheWeightOfItsMonth(year: Int) throws {
    let weights = try Shipped().illness.timing.months.enumerated().map { $0.offset == 1 ? 3.0 : $0.element }
    let seasons = Seasons(year: year, weights: weights)
    let lengths = [31, year == 2024 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let days = zip(weights, lengths).flatMap { [Double](repeating: $0, count: $1) }
    let sum = days.reduce(0, +)
    let drawn = GoodnessOfFit.draws(60_000, seed: 31) { seasons.day($0) }
    #expect(drawn.allSatisfy { days.indices.contains($0) })
    let counts = GoodnessOfFit.counts(drawn, below: days.count)
    #expect(GoodnessOfFit.chiSquared(counts, days.map { $0 / sum }) > GoodnessOfFit.least)
    // By month, where a day too many or too few of February would show.
    var (months, shares, first) = ([Int](), [Double](), 0)
    for length in lengths {
      months.append(counts[first..<first + length].reduce(0, +))
      shares.append(days[first..<first + length].reduce(0, +) / sum)
      first += length
    }
    #expect(GoodnessOfFit.chiSquared(months, shares) > GoodnessOfFit.least)
    // Mean over days, within four standard errors of the even spread of a year.
    let mean = days.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element } / sum
    #expect(abs(Double(drawn.reduce(0, +)) / 60_000 - mean) < 4 * 106 / 60_000.0.squareRoot())
  }

  @Test func aMonthOfWeightNothingHasNoAdmissions() {
    let seasons = Seasons(year: 2023, weights: [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    #expect(Set(GoodnessOfFit.draws(3_000, seed: 32) { seasons.day($0) }) == Set(31..<59))
  }
}
