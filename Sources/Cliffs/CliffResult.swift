import Money

/// What was found for a case: a schedule for each jurisdiction and value of what is varied.
public struct CliffResult {
  /// One curve with what was found along it.
  public struct Line {
    /// The curve.
    public var curve: CostCurve
    /// Its straight lines.
    public var schedule: Schedule
    /// Where it falls.
    public var reversals: [Reversal]
  }

  /// What was asked for.
  public let request: CliffRequest
  /// One list a jurisdiction: one curve, or one for each value in its order.
  public let groups: [[Line]]
  /// Where neighbouring values cross.
  public let crossings: [Crossing]

  /// Every curve.
  public var lines: [Line] { groups.flatMap(\.self) }

  /// Looks at every curve.
  public init(_ request: CliffRequest) {
    self.request = request
    groups = request.cases.map { read in
      let variants = request.variation?.variants(read.settler.plan.book) ?? [.asGiven]
      return variants.map { variant in
        let curve = CostCurve(read, index: request.index, variant: variant)
        var finder = ScheduleFinder(curve, request.range)
        let schedule = finder.schedule()
        return Line(
          curve: curve, schedule: schedule, reversals: ReversalFinder(curve: curve, schedule: schedule).reversals())
      }
    }
    crossings = Self.crossings(groups, isTwoWay: request.variation?.isTwoWay ?? false)
  }

  private static func crossings(_ groups: [[Line]], isTwoWay: Bool) -> [Crossing] {
    var found: [Crossing] = []
    for (group, lines) in groups.enumerated() {
      for first in lines.indices.dropLast() {
        for (worse, better) in [(first, first + 1)] + (isTwoWay ? [(first + 1, first)] : []) {
          for stretch in CrossingFinder(first: lines[worse], second: lines[better]).stretches() {
            found.append(
              Crossing(
                group: group, worse: worse, better: better, isAgainstOrder: worse < better, from: stretch.from,
                to: stretch.to, largest: stretch.largest))
          }
        }
      }
    }
    return found
  }
}
