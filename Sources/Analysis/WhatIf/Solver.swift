import Input
import Population
import Rules
import Simulation

/// Looks for the value of a rule at which a figure meets its target, settling the same people with the same luck every time.
public struct Solver: Sendable {
  private let range: SolveRange
  private let target: SolveTarget
  private let scenario: Scenario
  private let runner: VariedRunner
  private var place: PlaceModel { runner.sets.place }

  /// - Throws: `Refusal` where an end of the range is none that the rule can be, or the figure cannot be told.
  public init(
    _ range: SolveRange, _ target: SolveTarget, _ scenario: Scenario, place: PlaceModel, library: RuleLibrary,
    threads: Int
  ) throws(Refusal) {
    (self.range, self.target, self.scenario) = (range, target, scenario)
    runner = try VariedRunner(
      scenario, range.scan.map { [range.patch($0)] }, place: place, library: library, figures: [target.figure],
      threads: threads)
  }

  /// What one pass over the people told.
  private struct Pass {
    let estimate: (Contrast) -> Estimate
    let sums: RuleSetSums
    /// Set 0 is the rules as they are.
    let sets: [Int64: Int]
    /// The set that the figure is taken against; nil for its level.
    let reference: Int?

    func level(_ value: Int64) -> Estimate {
      let set = sets[value] ?? 0
      return estimate(reference.map { .difference(set, from: $0) } ?? .level(set))
    }
    func change(from one: Int64, to other: Int64) -> Estimate {
      estimate(.difference(sets[other] ?? 0, from: sets[one] ?? 0))
    }
  }

  private func settle(_ values: [Int64], _ progress: Progress) async throws -> [Pass] {
    let sums = try await runner.simulate(values.map { [range.patch($0)] }, progress)
    let sets = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0 + 1) })
    return [
      Pass(
        estimate: RuleSetFigure.estimator(target.figure, sums, runner.sets, scenario), sums: sums, sets: sets,
        reference: target.isChange ? 0 : nil)
    ]
  }

  /// Scans the range, closes in on every crossing, and settles what was found once more beside its neighbours.
  public func solve(_ progress: Progress) async throws -> Solution {
    let goal = target.value(place), scan = range.scan
    let passes = try await settle(scan, progress)
    let first = passes[0]
    var known: [Int64: Double] = [:]
    for value in scan { known[value / range.rule.step] = first.level(value).value - goal }
    let changes = zip(scan, scan.dropFirst()).map { first.change(from: $0, to: $1) }
    let clear = changes.filter { abs($0.value) > 2 * ($0.standardError ?? 0) }
    var crossings: [Crossing] = []
    for (low, high) in brackets(scan, known) {
      var step = RootFinder.next(known, from: low, to: high)
      while case .ask(let index) = step {
        let value = index * range.rule.step
        known[index] = try await settle([value], progress)[0].level(value).value - goal
        step = RootFinder.next(known, from: low, to: high)
      }
      guard case .found(let lower, let upper) = step else { continue }
      crossings += try await confirm(lower * range.rule.step, upper * range.rule.step, goal, progress)
    }
    return Solution(
      place, target: goal, baseline: first.estimate(.level(0)), scan: scan.map { ($0, first.level($0)) },
      isMonotone: !(clear.contains { $0.value > 0 } && clear.contains { $0.value < 0 }), crossings: crossings,
      evaluations: known.count, groups: (runner.sets.householdsOfAGroup, first.sums.groups),
      persons: first.sums.standsFor.reduce(0, +))
  }

  /// Neighbours of the scan between which the figure passes its target, in steps of the rule.
  private func brackets(_ scan: [Int64], _ known: [Int64: Double]) -> [(Int64, Int64)] {
    let indices = scan.map { $0 / range.rule.step }
    let zeros = indices.filter { known[$0] == 0 }.map { ($0, $0) }
    let signs = zip(indices, indices.dropFirst()).filter { (known[$0] ?? 0) * (known[$1] ?? 0) < 0 }
    return (zeros + signs).sorted { $0.0 < $1.0 }
  }

  /// A run at what was found, beside its neighbours near and far, from which the slope comes.
  private func confirm(_ lower: Int64, _ upper: Int64, _ goal: Double, _ progress: Progress) async throws -> [Crossing]
  {
    let step = range.rule.step, steps = (range.high - range.low) / step
    let windows = ([256, 64, 16, 4] as [Int64]).map { part -> (low: Int64, high: Int64) in
      let reach = max(1, steps / part) * step
      return (max(range.low, lower - reach), min(range.high, upper + reach))
    }
    let values = Set([lower, upper] + windows.flatMap { [$0.low, $0.high] }).sorted()
    let pass = try await settle(values, progress)[0]
    let (below, above) = (pass.level(lower), pass.level(upper))
    let found = abs(above.value - goal) < abs(below.value - goal) ? upper : lower
    let window = window(windows, pass)
    let width = Double(window.high - window.low), change = pass.change(from: window.low, to: window.high)
    let level = found == upper ? above : below
    let leap = pass.change(from: lower, to: upper)
    let isJump = isJump(leap, lower, upper, windows, pass)
    let interval = isJump ? nil : self.interval(pass, found, goal, window)
    return [
      Crossing(
        lower: lower, upper: upper, below: below, above: above, step: leap, found: found, level: level,
        slope: change.times(width > 0 ? 1 / width : 0), window: window, standardError: interval?.standardError,
        interval: interval.map { ($0.low + Double(found), $0.high + Double(found)) }, isJump: isJump)
    ]
  }

  /// The narrowest window whose paired change is sure to a sixth, so that the slope is local and yet known; else the surest.
  private func window(_ windows: [(low: Int64, high: Int64)], _ pass: Pass) -> (low: Int64, high: Int64) {
    func sureness(_ one: (low: Int64, high: Int64)) -> Double {
      let change = pass.change(from: one.low, to: one.high)
      guard let error = change.standardError, error > 0 else { return change.value == 0 ? 0 : .infinity }
      return abs(change.value) / error
    }
    return windows.first { sureness($0) >= 6 } ?? windows.max { sureness($0) < sureness($1) } ?? (range.low, range.high)
  }

  private func interval(
    _ pass: Pass, _ found: Int64, _ goal: Double, _ window: (low: Int64, high: Int64)
  ) -> (standardError: Double, low: Double, high: Double)? {
    guard let set = pass.sets[found], let low = pass.sets[window.low], let high = pass.sets[window.high] else {
      return nil
    }
    let width = Double(window.high - window.low)
    let level = pass.level(found), change = pass.change(from: window.low, to: window.high)
    let both = pass.estimate(
      Contrast(terms: [(weight: 1, without: pass.reference, with: set), (weight: 1, without: low, with: high)]))
    guard width > 0, let error = level.standardError, let changeError = change.standardError,
      let bothError = both.standardError
    else { return nil }
    let (levelVariance, changeVariance) = (error * error, changeError * changeError)
    // What the variance of the sum has beyond those of its parts is twice their covariance.
    let covariance = (bothError * bothError - levelVariance - changeVariance) / 2
    return Crossing.fieller(
      level: level.value - goal, slope: change.value / width, levelVariance: levelVariance,
      slopeVariance: changeVariance / width / width, covariance: covariance / width)
  }

  /// Whether one step is no step of a slope: clear beyond its error, and twenty times the mean of those around it.
  private func isJump(
    _ leap: Estimate, _ lower: Int64, _ upper: Int64, _ windows: [(low: Int64, high: Int64)], _ pass: Pass
  ) -> Bool {
    guard lower < upper, abs(leap.value) > 2 * (leap.standardError ?? 0), let wide = windows.last else { return false }
    let others = Double((wide.high - wide.low) / range.rule.step - 1)
    guard others >= 3 else { return false }
    let rest = abs(pass.change(from: wide.low, to: wide.high).value - leap.value) / others
    return abs(leap.value) > 20 * rest
  }
}
