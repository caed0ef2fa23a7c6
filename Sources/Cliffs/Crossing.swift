import Money

/// A stretch of cost on which one value of what is varied leaves more to pay than the next one, which should not be better.
public struct Crossing: Sendable {
  /// The jurisdiction's place in `CliffResult.groups`.
  public var group: Int
  /// The curve in its group that leaves more to pay.
  public var worse: Int
  /// The curve that leaves less.
  public var better: Int
  /// Whether the order of the values says that it should be the other way round.
  public var isAgainstOrder: Bool
  /// The first cost of the stretch.
  public var from: Yuan
  /// Its last cost.
  public var to: Yuan
  /// The cost at which the difference is largest, for both.
  public var largest: (worse: CurvePoint, better: CurvePoint)

  /// The largest difference of what is left to pay.
  public var difference: Yuan { largest.worse.year.outOfPocket - largest.better.year.outOfPocket }
}

/// Finds where one curve leaves more to pay than another.
struct CrossingFinder {
  let first: CliffResult.Line
  let second: CliffResult.Line

  struct Stretch {
    var from: Yuan
    var to: Yuan
    var largest: (CurvePoint, CurvePoint)
  }

  /// The stretches on which `first` leaves more to pay than `second`, by more than `Break.leastJump`.
  func stretches() -> [Stretch] {
    let costs = Set((first.schedule.nodes + second.schedule.nodes).map(\.cost)).sorted()
    var found: [Stretch] = []
    var open: Stretch?
    func close(at cost: Yuan) {
      guard var stretch = open else { return }
      stretch.to = cost
      found.append(stretch)
      open = nil
    }
    for (index, cost) in costs.enumerated() {
      let isMore = isMore(at: cost)
      if index > 0, isMore != (open != nil) {
        let edge = edge(costs[index - 1], cost, isMore: isMore)
        if isMore {
          open = Stretch(from: edge, to: edge, largest: pair(at: edge))
        } else {
          close(at: Yuan(fen: edge.fen - 1))
        }
      } else if isMore, open == nil {
        open = Stretch(from: cost, to: cost, largest: pair(at: cost))
      }
      if let known = open {
        let pair = pair(at: cost)
        if gap(pair) > gap(known.largest) { open?.largest = pair }
      }
    }
    if let last = costs.last { close(at: last) }
    return found
  }

  private func pair(at cost: Yuan) -> (CurvePoint, CurvePoint) {
    (first.curve.point(at: cost), second.curve.point(at: cost))
  }

  private func gap(_ pair: (CurvePoint, CurvePoint)) -> Yuan { pair.0.year.outOfPocket - pair.1.year.outOfPocket }

  private func isMore(at cost: Yuan) -> Bool { gap(pair(at: cost)) > Break.leastJump }

  /// The first cost after `low` at which the answer is that of `high`.
  private func edge(_ low: Yuan, _ high: Yuan, isMore: Bool) -> Yuan {
    var (low, high) = (low.fen, high.fen)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if self.isMore(at: Yuan(fen: middle)) == isMore { high = middle } else { low = middle }
    }
    return Yuan(fen: high)
  }
}
