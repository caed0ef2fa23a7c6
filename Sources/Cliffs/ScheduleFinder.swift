import Money
import Settlement

/// Finds the straight lines that a curve is made of, to the fen.
///
/// A stretch is taken for one line where its ends are settled by the same terms and nothing between them is off the line
/// by more than rounding; else it is halved, down to two neighbouring fen. What lies between is looked at in `cells`
/// steps of the whole range: terms that come and go again within less than a step can be missed.
struct ScheduleFinder {
  /// Steps of the range that are looked at.
  static let cells: Int64 = 100_000

  private let curve: CostCurve
  private let low: Int64
  private let high: Int64
  private let grid: [Sample]
  /// What rounding can move a value off a line by: half a fen for each of a handful of parts, at three points.
  private let slack: Int64
  private var told: [Int64: (point: CurvePoint, regime: Regime)] = [:]
  private var cuts: [Cut] = []
  private var bends: [Int64] = []

  private struct Sample {
    var cost: Int64
    var payment: Int64
    var outOfPocket: Int64
  }

  /// The last cost under the old terms, and the first under the new.
  private struct Cut {
    var from: Int64
    var to: Int64
  }

  init(_ curve: CostCurve, _ range: ClosedRange<Yuan>) {
    self.curve = curve
    low = range.lowerBound.fen
    high = range.upperBound.fen
    slack = Int64(6 * max(1, curve.count))
    let (low, span) = (low, high - low)
    let cells = min(Self.cells, span)
    grid = (0...max(1, cells)).map { index in
      let cost = low + Int64(Int128(span) * Int128(index) / Int128(max(1, cells)))
      return Self.sample(curve.point(at: Yuan(fen: cost)))
    }
  }

  private static func sample(_ point: CurvePoint) -> Sample {
    Sample(cost: point.cost.fen, payment: point.payment.fen, outOfPocket: point.year.outOfPocket.fen)
  }

  mutating func schedule() -> Schedule {
    // Nothing costs nothing: at 0 no term is met, and the first fen would look like a break.
    let first = low == 0 && high > 1 ? 1 : low
    if first < high { split(first, high) }
    cuts.sort { $0.from < $1.from }
    join()
    merge(from: first)
    let ends = [low, high] + bends + cuts.flatMap { [$0.from, $0.to] }
    return Schedule(
      nodes: Set(ends).sorted().map { curve.point(at: Yuan(fen: $0)) }, breaks: cuts.map { self.broken(at: $0) })
  }

  private mutating func tell(_ cost: Int64) -> (point: CurvePoint, regime: Regime) {
    if let known = told[cost] { return known }
    let new = curve.told(at: Yuan(fen: cost))
    told[cost] = new
    return new
  }

  private mutating func split(_ from: Int64, _ to: Int64) {
    let (left, right) = (tell(from), tell(to))
    let isSame = left.regime == right.regime
    if isSame, isStraight(Self.sample(left.point), Self.sample(right.point)) { return }
    guard to - from > 1 else {
      if !isSame || leaps(left.point, right.point) { cuts.append(Cut(from: from, to: to)) }
      return
    }
    let middle = from + (to - from) / 2
    if isSame { bends.append(middle) }
    split(from, middle)
    split(middle, to)
  }

  private func leaps(_ left: CurvePoint, _ right: CurvePoint) -> Bool {
    CurvePoint.Measure.allCases.contains { abs(right.value($0).fen - left.value($0).fen) > slack }
  }

  /// Whether all samples between two points lie on the line between them.
  private func isStraight(_ left: Sample, _ right: Sample) -> Bool {
    func isOn(_ sample: Sample) -> Bool {
      let share = Double(sample.cost - left.cost) / Double(right.cost - left.cost)
      let payment = Double(left.payment) + Double(right.payment - left.payment) * share
      let outOfPocket = Double(left.outOfPocket) + Double(right.outOfPocket - left.outOfPocket) * share
      let limit = Double(slack)
      return abs(Double(sample.payment) - payment) <= limit && abs(Double(sample.outOfPocket) - outOfPocket) <= limit
    }
    guard right.cost - left.cost > 1 else { return !leapsBetween(left, right) }
    let start = grid.firstIndexFromBelow { $0.cost > left.cost }
    for index in start..<grid.count {
      if grid[index].cost >= right.cost { break }
      if !isOn(grid[index]) { return false }
    }
    // Within a step of the grid, a few points of its own.
    for part in 1...3 {
      let cost = left.cost + (right.cost - left.cost) * Int64(part) / 4
      if !isOn(Self.sample(curve.point(at: Yuan(fen: cost)))) { return false }
    }
    return true
  }

  private func leapsBetween(_ left: Sample, _ right: Sample) -> Bool {
    abs(right.payment - left.payment) > slack || abs(right.outOfPocket - left.outOfPocket) > slack
  }

  /// Makes one cut of those that rounding alone keeps apart, as where a cap is reached and tilt begins above it.
  private mutating func join() {
    cuts = cuts.reduce(into: []) { joined, next in
      guard let last = joined.last, next.from - last.to < slack, !leaps(last), !leaps(next) else {
        joined.append(next)
        return
      }
      joined[joined.count - 1].to = next.to
    }
  }

  private func leaps(_ cut: Cut) -> Bool {
    leaps(curve.point(at: Yuan(fen: cut.from)), curve.point(at: Yuan(fen: cut.to)))
  }

  /// Drops cuts at which other terms lead to the same line, as where a limit is reached that does not bind.
  private mutating func merge(from first: Int64) {
    var index = 0
    while index < cuts.count {
      let start = index == 0 ? first : cuts[index - 1].to
      let end = index + 1 < cuts.count ? cuts[index + 1].from : high
      if isSeen(cuts[index], from: start, to: end) {
        index += 1
      } else {
        cuts.remove(at: index)
        index = max(0, index - 1)
      }
    }
  }

  /// Whether the lines on both sides of a cut differ by more than rounding.
  private func isSeen(_ cut: Cut, from start: Int64, to end: Int64) -> Bool {
    if leaps(cut) { return true }
    let length = min(cut.from - start, end - cut.to)
    func change(_ from: Int64, _ measure: CurvePoint.Measure) -> Int64 {
      let (left, right) = (curve.point(at: Yuan(fen: from)), curve.point(at: Yuan(fen: from + length)))
      return right.value(measure).fen - left.value(measure).fen
    }
    return CurvePoint.Measure.allCases.contains { measure in
      abs(change(cut.to, measure) - change(cut.from - length, measure)) > slack
    }
  }

  private mutating func broken(at cut: Cut) -> Break {
    let (left, right) = (tell(cut.from), tell(cut.to))
    let plan = curve.plan
    let raised = left.point.episode.flags | right.point.episode.flags
    let anomalies = plan.flags.enumerated().filter {
      raised & (1 << UInt64($0.offset)) != 0 && $0.element.kind == .anomaly
    }
    return Break(
      before: left.point, after: right.point,
      causes: CauseFinder(book: plan.book, year: plan.year).causes(left.regime, right.regime, at: left.point.cost),
      anomalies: anomalies.map(\.element))
  }
}

extension Array {
  /// The first index whose element meets a condition that all after it meet too; `count` for none.
  func firstIndexFromBelow(where isMet: (Element) -> Bool) -> Int {
    var (from, to) = (0, count)
    while from < to {
      let middle = (from + to) / 2
      if isMet(self[middle]) { to = middle } else { from = middle + 1 }
    }
    return from
  }
}
