import CMedaid
import Testing

@testable import Population

@Suite struct PhiloxTests {
  /// The three known answers that Random123 publishes for philox4x32 with ten rounds.
  @Test(
    arguments: [
      ([0, 0, 0, 0], [0, 0], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
      (
        [0xffff_ffff, 0xffff_ffff, 0xffff_ffff, 0xffff_ffff], [0xffff_ffff, 0xffff_ffff],
        [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
      ),
      (
        [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], [0xa409_3822, 0x299f_31d0],
        [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
      ),
    ] as [([UInt32], [UInt32], [UInt32])])
  func givesThePublishedAnswers(counter: [UInt32], key: [UInt32], answer: [UInt32]) {
    var out: [UInt32] = [0, 0, 0, 0]
    medaid_philox_block(counter, key, &out)
    #expect(out == answer)
  }

  private func lane(_ random: borrowing Philox, _ replicate: UInt64, _ household: UInt64, _ member: Int) -> [Double] {
    random.seek(replicate: replicate, household: household, purpose: Purpose(.illness, member: member))
    return (0..<9).map { _ in random.uniform() }
  }

  @Test func aLaneDoesNotDependOnWhatWasDrawnBefore() {
    let random = Philox(seed: 7)
    let first = lane(random, 3, 1 << 40, 2)
    _ = lane(random, 0, 5, 1)
    random.seek(replicate: 9, household: 1, purpose: Purpose(.illness))
    _ = random.uniform()
    #expect(lane(random, 3, 1 << 40, 2) == first)
    #expect(lane(Philox(seed: 7), 3, 1 << 40, 2) == first)
  }

  @Test func lanesWorkedOutAheadAreTheSameLanes() {
    let random = Philox(seed: 7)
    let ahead = Philox(seed: 7)
    for household in [5, 1 << 40 + 3] as [UInt64] {
      ahead.lookAhead(
        replicate: 3, household: household, Purpose(.illness), Purpose(.illness, member: 1),
        Purpose(.illness, member: 0x82), Purpose(.illness, member: 3))
      for (number, member) in [3: 3, 1: 1, 0: 0, 2: 0x82] {
        ahead.seekAhead(number)
        let drawn = (0..<9).map { _ in ahead.uniform() }
        #expect(drawn == lane(random, 3, household, member))
      }
    }
  }

  @Test func everyPartOfTheKeyMakesAnotherLane() {
    let random = Philox(seed: 7)
    let lanes = [
      lane(random, 1, 2, 3), lane(random, 2, 1, 3), lane(random, 1, 2, 4), lane(random, 1, 2 + 1 << 32, 3),
      lane(Philox(seed: 1), 7, 2, 3), lane(Philox(seed: 8), 1, 2, 3),
    ]
    #expect(Set(lanes).count == lanes.count)
  }

  @Test func uniformsAreUniform() {
    let random = Philox(seed: 11)
    var (sum, squares) = (0.0, 0.0)
    let n = 200_000
    for household in 0..<UInt64(n) {
      random.seek(replicate: 1, household: household, purpose: Purpose(.household))
      let x = random.uniform()
      sum += x
      squares += (x - 0.5) * (x - 0.5)
    }
    // The mean has standard error 0.2887/sqrt(n), the variance 0.0745/sqrt(n); four of them are allowed.
    #expect(abs(sum / Double(n) - 0.5) < 4 * 0.2887 / Double(n).squareRoot())
    #expect(abs(squares / Double(n) - 1.0 / 12) < 4 * 0.0745 / Double(n).squareRoot())
  }
}
