/// Shapley's values: what each of several players brings to all of them together, free of the order in which they come.
///
/// A player's value is the mean, over all orders, of what it adds to those before it. The values add up to what all
/// together are worth, players who add the same get the same, and one who never adds anything gets nothing.
///
/// Sets are numbered by bits: bit i is whether player i belongs to one. The worth of set 0 need not be 0.
public enum Shapley {
  /// How a player's value is made of the sets' worth, exactly: over all sets without the player.
  ///
  /// - Parameters:
  ///   - player: from 0.
  ///   - players: how many there are.
  public static func contrast(of player: Int, among players: Int) -> Contrast {
    let terms = (0..<1 << players).filter { $0 >> player & 1 == 0 }.map { set in
      // s! (n − s − 1)! / n! = 1 / (n · C(n − 1, s)), the share of orders in which exactly this set comes before.
      (1 / (Double(players) * binomial(players - 1, set.nonzeroBitCount)), set, set | 1 << player)
    }
    return Contrast(terms: terms)
  }

  /// The values of all players.
  ///
  /// - Parameter worth: of each set, in the order of their numbers; their count is a power of 2.
  public static func values(_ worth: [Double]) -> [Double] {
    let players = worth.count.trailingZeroBitCount
    return (0..<players).map { contrast(of: $0, among: players).value(worth) }
  }

  private static func binomial(_ n: Int, _ k: Int) -> Double {
    (0..<k).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) }
  }
}
