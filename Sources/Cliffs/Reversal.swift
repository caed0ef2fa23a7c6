import Money

/// Costs at which somebody who costs more is paid less, or is left with less to pay.
public struct Reversal: Hashable, Sendable {
  /// What falls although cost rises.
  public var measure: CurvePoint.Measure
  /// Where it begins to fall.
  public var from: CurvePoint
  /// Where it has fallen furthest.
  public var lowest: CurvePoint
  /// The first cost at which it is back where it began; nil where that lies beyond the range.
  public var recovered: Yuan?
  /// The break at which it begins; nil where it falls along a line.
  public var broken: Break?

  /// By how much it falls.
  public var depth: Yuan { from.value(measure) - lowest.value(measure) }
}

/// Finds where a schedule falls.
struct ReversalFinder {
  let curve: CostCurve
  let schedule: Schedule

  /// Falls of more than `Break.leastJump`, one after the other, of the payment and of the burden.
  func reversals() -> [Reversal] {
    CurvePoint.Measure.allCases.flatMap(falls).sorted {
      ($0.from.cost, $0.measure.rawValue) < ($1.from.cost, $1.measure.rawValue)
    }
  }

  private func falls(_ measure: CurvePoint.Measure) -> [Reversal] {
    let nodes = schedule.nodes
    var (found, index) = ([Reversal](), 0)
    while index + 1 < nodes.count {
      // The lowest point of an unbroken fall.
      var lowest = index
      while lowest + 1 < nodes.count, nodes[lowest + 1].value(measure) < nodes[lowest].value(measure) { lowest += 1 }
      guard nodes[index].value(measure) - nodes[lowest].value(measure) > Break.leastJump else {
        index = max(lowest, index + 1)
        continue
      }
      found.append(
        Reversal(
          measure: measure, from: nodes[index], lowest: nodes[lowest],
          recovered: recovery(measure, nodes[index].value(measure), after: lowest),
          broken: schedule.breaks.first { $0.before.cost == nodes[index].cost }))
      index = lowest
    }
    return found
  }

  /// The first cost at which a measure is a level again.
  private func recovery(_ measure: CurvePoint.Measure, _ level: Yuan, after start: Int) -> Yuan? {
    let nodes = schedule.nodes
    guard let next = nodes.indices.dropFirst(start + 1).first(where: { nodes[$0].value(measure) >= level }) else {
      return nil
    }
    var (low, high) = (nodes[next - 1].cost.fen, nodes[next].cost.fen)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if curve.point(at: Yuan(fen: middle)).value(measure) >= level { high = middle } else { low = middle }
    }
    return Yuan(fen: high)
  }
}
