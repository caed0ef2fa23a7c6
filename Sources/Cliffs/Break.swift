import Money
import Settlement

/// A place at which a schedule is no longer the straight line that it was.
public struct Break: Hashable, Sendable {
  /// At the last cost of the old line.
  public var before: CurvePoint
  /// At the first cost of the new line: one fen further, or a few where only the slope changes and rounding blurs it.
  public var after: CurvePoint
  /// What begins, ends or changes there, assistance before insurance.
  public var causes: [Cause]
  /// What the text itself leads to there that is odd, and is known.
  public var anomalies: [Plan.FlagText]

  /// The smallest change of a payment, for one fen more of cost, that counts as a jump: far more than rounding can do.
  public static let leastJump = Yuan(fen: 100)

  /// By how much a measure moves.
  public func step(_ measure: CurvePoint.Measure) -> Yuan { after.value(measure) - before.value(measure) }

  /// Whether payment or burden jumps; else only the slope changes.
  public var isJump: Bool {
    CurvePoint.Measure.allCases.contains { abs(step($0).fen) > Self.leastJump.fen }
  }
}
