import Testing

@testable import Analysis

/// Which points others beat, where every difference has the same error.
@Suite struct FrontierTests {
  private func standings(_ cost: [Double], _ people: [Double], error: Double) -> [Frontier.Standing] {
    func estimate(_ values: [Double], _ one: Int, _ other: Int) -> Estimate {
      let difference = values[other] - values[one]
      return Estimate(difference, standardError: difference == 0 ? 0 : error)
    }
    return Frontier.standings(cost.count) {
      estimate(cost, $0, $1)
    } people: {
      estimate(people, $0, $1)
    }
  }

  @Test func dearerAndHarderIsBeaten() {
    #expect(standings([1, 2, 3], [30, 20, 25], error: 0.1) == [.best, .best, .beaten(by: 1)])
  }

  @Test func whatLiesWithinErrorsIsUndecided() {
    #expect(standings([1, 2, 3], [30, 20, 20.1], error: 0.1) == [.best, .best, .undecided(by: 1)])
    #expect(standings([1, 1.1], [30, 29.9], error: 0.1) == [.undecided(by: 1), .undecided(by: 0)])
  }

  @Test func anExactZeroOfPeopleIsNotTakenForCertain() {
    #expect(standings([1, 2], [30, 30], error: 0.1) == [.best, .undecided(by: 0)])
  }

  @Test func whatNothingTellsApartIsNotBeaten() {
    #expect(standings([1, 1], [30, 30], error: 0.1) == [.best, .best])
  }
}
