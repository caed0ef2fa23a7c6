import Money
import Settlement

/// Gives an episode another in-policy cost; its other parts, and what the case says that insurance paid, keep their
/// proportion to it.
public struct CostScale: Sendable {
  /// The episode as the case has it.
  public let original: Episode

  /// - Parameter original: an episode whose in-policy cost is not zero.
  public init(_ original: Episode) { self.original = original }

  /// The episode at an in-policy cost.
  ///
  /// Every part is rounded half-up to the fen. Payments that were given are rounded as running sums, so that together
  /// they never pass the in-policy cost.
  public func episode(at inPolicy: Yuan) -> Episode {
    var episode = original
    let given = original.given
    let (basic, two) = (given.basic, given.basic + given.criticalIllness)
    episode.cost = CostParts(
      inPolicy: inPolicy, upfrontB: scaled(original.cost.upfrontB, inPolicy),
      overLimit: scaled(original.cost.overLimit, inPolicy),
      outOfCatalogue: scaled(original.cost.outOfCatalogue, inPolicy))
    guard episode.isGiven else { return episode }
    let sums = [basic, two, two + given.supplementary].map { scaled($0, inPolicy) }
    episode.given = GivenPayments(basic: sums[0], criticalIllness: sums[1] - sums[0], supplementary: sums[2] - sums[1])
    return episode
  }

  private func scaled(_ part: Yuan, _ inPolicy: Yuan) -> Yuan {
    let whole = Int128(original.cost.inPolicy.fen)
    guard whole > 0 else { return .zero }
    return Yuan(fen: Int64((Int128(part.fen) * Int128(inPolicy.fen) * 2 + whole) / (whole * 2)))
  }
}
