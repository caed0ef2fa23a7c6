import Money
import Settlement

/// A curve as straight lines between nodes.
public struct Schedule: Sendable {
  /// Where lines begin and end, in rising order of cost.
  public var nodes: [CurvePoint]
  /// Jumps and changes of slope, in rising order of cost.
  public var breaks: [Break]

  /// Whether another schedule pays and leaves the same everywhere, and breaks for the same reasons.
  public func isSame(as other: Schedule) -> Bool {
    nodes.count == other.nodes.count && breaks.map(\.causes) == other.breaks.map(\.causes)
      && zip(nodes, other.nodes).allSatisfy { $0.cost == $1.cost && $0.year == $1.year }
  }

  /// Jumps alone.
  public var jumps: [Break] { breaks.filter(\.isJump) }
}
