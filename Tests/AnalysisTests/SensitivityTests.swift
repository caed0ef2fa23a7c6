import Testing

@testable import Analysis

@Suite struct SensitivityTests {
  @Test func aChangeHasTheErrorOfTheYearsChanges() throws {
    // Changes of 1, 2 and 3 on a mean of 10.
    let change = SensitivityEffect.change([8, 10, 12], [9, 12, 15])
    #expect(abs(change.value - 0.2) < 1e-12)
    #expect(abs(try #require(change.standardError) - 0.1 / 3.0.squareRoot()) < 1e-12)
    #expect(SensitivityEffect.change([5], [6]).standardError == nil)
  }

  @Test func movedAssumptionsShowInBothFigures() async throws {
    let place = try await SmallRun().run(seed: 1, people: 3_000, replicates: 4, sensitivityReplicates: 3).places[0]
    let prices = SensitivityEffect(try #require(place.sensitivities.first { $0.id == "prices" }))
    #expect(prices.after.value > prices.before.value)
    #expect(abs(prices.after.value / prices.before.value - 1 - prices.assistance.value) < 1e-9)
    #expect(try #require(prices.before.standardError) > 0)
    #expect(prices.outOfPocket.value > 0)
    #expect(try #require(prices.outOfPocket.standardError) > 0)
    // Fewer who apply, are known or claim are paid less.
    for id in ["applications", "registration", "claims"] {
      let moved = SensitivityEffect(try #require(place.sensitivities.first { $0.id == id }))
      #expect(moved.after.value < moved.before.value, "\(id)")
    }
    // A household whose identity ends sooner can be recognised sooner again, with another look-back: either sign.
    for id in ["recognisedMonths", "begun"] {
      let moved = SensitivityEffect(try #require(place.sensitivities.first { $0.id == id }))
      #expect(moved.after.value != moved.before.value, "\(id)")
    }
    let tally = try #require(place.sensitivities.first).before
    #expect(tally.strata[0].outOfPocket.reduce(0, +) == Int64(TallyReader(tally, scale: 1).sum(.outOfPocket)))
  }
}
