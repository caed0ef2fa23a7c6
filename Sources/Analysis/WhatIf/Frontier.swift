/// Which of several rule sets another one beats: costs the fund less and leaves fewer people in hardship.
///
/// Two rule sets are compared on the same people and luck, by differences with their own errors. A difference is clear where it
/// is more than two standard errors. One that is exactly 0 while the other is not says only that nobody drawn makes the
/// difference: it is not clear either.
public enum Frontier {
  /// How a rule set stands to all others.
  public enum Standing: Hashable, Sendable {
    /// None of the others costs less and leaves fewer people, beyond doubt: each clearly does worse in one of the two.
    case best
    /// Another does better in both, or in one and as well in the other, but not beyond the errors.
    case undecided(by: Int)
    /// Another does clearly better in both.
    case beaten(by: Int)
  }

  /// - Parameters:
  ///   - count: rule sets, from 0.
  ///   - cost: by how much the second costs more than the first.
  ///   - people: how many more people the second leaves.
  public static func standings(
    _ count: Int, cost: (_ of: Int, _ other: Int) -> Estimate, people: (_ of: Int, _ other: Int) -> Estimate
  ) -> [Standing] {
    let signs = (0..<count).map { one in
      (0..<count).map { other in one == other ? .same : pair(cost(one, other), people(one, other)) }
    }
    return signs.map { row in
      if let winner = row.firstIndex(of: .beats) { return .beaten(by: winner) }
      return row.firstIndex(of: .mightBeat).map { .undecided(by: $0) } ?? .best
    }
  }

  /// What another rule set does to one.
  private enum Pair { case same, loses, mightBeat, beats }

  private static func pair(_ cost: Estimate, _ people: Estimate) -> Pair {
    // Nothing drawn tells them apart: neither can beat the other.
    if cost.value == 0 && people.value == 0 { return .same }
    if isClear(cost) && cost.value > 0 || isClear(people) && people.value > 0 { return .loses }
    if isClear(cost) && isClear(people) { return .beats }
    // Dearer or harder within error may still be cheaper and milder in truth.
    return .mightBeat
  }

  private static func isClear(_ difference: Estimate) -> Bool {
    guard let error = difference.standardError, error > 0 else { return false }
    return abs(difference.value) > 2 * error
  }
}
