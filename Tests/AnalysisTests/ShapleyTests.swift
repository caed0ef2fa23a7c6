import Testing

@testable import Analysis

/// Games whose values are known, and a second way to work them out.
@Suite struct ShapleyTests {
  /// The definition itself: the mean of what a player adds to those before, over all orders.
  private func byOrders(_ worth: [Double]) -> [Double] {
    let players = worth.count.trailingZeroBitCount
    var (values, orders) = (Array(repeating: 0.0, count: players), 0.0)
    func walk(_ set: Int, _ added: [(player: Int, worth: Double)]) {
      guard set != worth.count - 1 else {
        orders += 1
        for one in added { values[one.player] += one.worth }
        return
      }
      for player in 0..<players where set >> player & 1 == 0 {
        let next = set | 1 << player
        walk(next, added + [(player, worth[next] - worth[set])])
      }
    }
    walk(0, [])
    return values.map { $0 / orders }
  }

  private func game(_ players: Int, _ worth: (Int) -> Double) -> [Double] { (0..<1 << players).map(worth) }

  private func isNear(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= 1e-9 * max(1, abs($0)) }
  }

  @Test func whereNothingActsOnAnythingEachBringsItsOwn() {
    let own = [3.0, -7, 0.5, 11]
    let worth = game(4) { set in 100 + own.indices.reduce(0) { $0 + (set >> $1 & 1 == 1 ? own[$1] : 0) } }
    #expect(isNear(Shapley.values(worth), own))
  }

  @Test func gloves() {
    // Players 0 and 1 hold a left glove each and player 2 a right one; a pair is worth 1.
    let worth = game(3) { $0 & 0b100 != 0 && $0 & 0b011 != 0 ? 1 : 0 }
    let known: [Double] = [1, 1, 4]
    #expect(isNear(Shapley.values(worth).map { $0 * 6 }, known))
  }

  @Test func equalsGetTheSameAndADummyNothing() {
    // Any two of players 0 to 2 are needed; player 3 never matters.
    let worth = game(4) { ($0 & 0b111).nonzeroBitCount >= 2 ? 12 : 0 }
    let values = Shapley.values(worth)
    #expect(isNear(values, [4, 4, 4, 0]))
    #expect(values[3] == 0)
  }

  @Test func aMajorityOfWeights() {
    // Weights 3, 2, 1, 1 and a quota of 4: known as 1/2, 1/6, 1/6, 1/6.
    let weights = [3, 2, 1, 1]
    func weight(_ set: Int) -> Int { weights.indices.reduce(0) { $0 + (set >> $1 & 1) * weights[$1] } }
    let worth = game(4) { weight($0) >= 4 ? 1 : 0 }
    let known: [Double] = [3, 1, 1, 1]
    #expect(isNear(Shapley.values(worth).map { $0 * 6 }, known))
  }

  @Test func oneProvisionBringsEverything() { #expect(Shapley.values([5, 8]) == [3]) }

  @Test(arguments: 1...7) func randomGamesAddUpAndAgreeWithTheOrders(players: Int) {
    var generator = TestNumbers(state: UInt64(players))
    for _ in 0..<5 {
      let worth = game(players) { _ in Double.random(in: -1e6...1e6, using: &generator) }
      let values = Shapley.values(worth)
      let (all, whole) = (values.reduce(0, +), worth[worth.count - 1] - worth[0])
      #expect(abs(all - whole) < 1e-6)
      #expect(isNear(values, byOrders(worth)))
    }
  }

  @Test func whoComesFirstInTheFileDoesNotMatter() {
    var generator = TestNumbers(state: 3)
    let worth = game(5) { _ in Double.random(in: 0...100, using: &generator) }
    let order = [3, 0, 4, 1, 2]
    func moved(_ set: Int) -> Int { order.indices.reduce(0) { $0 | (set >> $1 & 1) << order[$1] } }
    let turned = game(5) { worth[moved($0)] }
    let (values, movedValues) = (Shapley.values(worth), Shapley.values(turned))
    #expect(isNear(movedValues, order.map { values[$0] }))
  }

  @Test func togetherBeyondTheSum() {
    let worth = [10.0, 12, 15, 20]
    #expect(Contrast.beyondSum(of: 2).value(worth) == 3)
    #expect(Contrast.beyondSum(of: 1).value([10, 12]) == 0)
  }
}

/// Random numbers that are the same each time.
private struct TestNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
