import Foundation
import Input
import Population
import Rules

/// Moves parameters of an illness file towards published figures.
///
/// The distance is the sum of squared differences over squared errors, of publication and simulation. All trials draw
/// the same people with the same luck, so that it changes with the parameters alone.
public struct Calibrator {
  /// How a calibration went.
  public struct Outcome: Sendable {
    /// The new illness file.
    public var text: String
    /// Each parameter before and after.
    public var parameters: [(path: String, before: Double, after: Double, atBound: Bool)]
    /// Figures before, on other people than those of the calibration.
    public var before: [ValidationRow]
    /// Figures after, on the same people as before.
    public var after: [ValidationRow]
    /// Whether the simplex became small enough before the iterations ran out.
    public var converged: Bool
  }

  private let plan: CalibrationPlan
  private let profile: ProfileText
  private let numbers: [ProfileNumber]
  private let place: PlaceModel
  private let library: RuleLibrary
  private let threads: Int

  /// Prepares a calibration.
  ///
  /// - Throws: `Refusal` where a path leads to no number, or the number is not within its bounds.
  public init(
    _ plan: CalibrationPlan, file planFile: String, profile: ProfileText, place: PlaceModel, library: RuleLibrary,
    threads: Int
  ) throws(Refusal) {
    var numbers: [ProfileNumber] = []
    for parameter in plan.parameters {
      func refuse(_ reason: String, _ hint: String) -> Refusal {
        Refusal(
          Diagnostic(at: Place(file: planFile, line: parameter.line), key: parameter.path, reason, hint: hint))
      }
      guard let number = profile.number(parameter.path) else {
        throw refuse("no number of \(profile.file) has this path", "write a list's item as key[1]")
      }
      guard parameter.bounds.contains(number.value) else {
        throw refuse("the profile has \(number.value), which is outside the bounds", "widen from and to")
      }
      guard !numbers.contains(where: { $0.place == number.place }) else {
        throw refuse("the number is to move twice", "keep one of its paths")
      }
      guard profile.explained(parameter.path, Self.reason(number, plan)) != nil else {
        throw refuse(
          "\(profile.file) has its source where it cannot be replaced",
          "give value, source, year, confidence, status and reason a line each")
      }
      numbers.append(number)
    }
    self.plan = plan
    self.profile = profile
    self.numbers = numbers
    self.place = place
    self.library = library
    self.threads = threads
  }

  /// Calibrates.
  ///
  /// - Parameters:
  ///   - people: how many are drawn a trial, and ten times as many for the figures before and after.
  ///   - report: called after each iteration with its number and the distance; false ends early.
  /// - Throws: `Refusal` where the profile cannot be simulated.
  public func run(
    people: Int, iterations: Int, seed: UInt64, report: (Int, Double) -> Bool
  ) throws -> Outcome {
    let start = numbers.map(\.value)
    var validator = try validator(at: start, seed: seed)
    validator.settles = plan.figures.contains { $0.measure.needsSettlement }
    // What cannot be simulated at all is said now, and not taken for a bad point.
    _ = try validator.run(plan.figures, people: people, threads: threads)
    let (point, converged) = Minimiser.minimise(
      from: zip(start, plan.parameters).map { Self.free($0, $1.bounds) }, step: 0.3, tolerance: 0.01,
      iterations: iterations, report: report
    ) { [self] point in
      // A point that cannot be simulated is worse than any other.
      guard let rows = try? rows(at: values(point), &validator, people: people) else { return .greatestFiniteMagnitude }
      return Self.distance(rows)
    }
    let found = values(point).map { ($0 * 10_000).rounded() / 10_000 }
    var other = try self.validator(at: start, seed: seed &+ 1)
    other.settles = validator.settles
    return Outcome(
      text: try text(found, explained: true),
      parameters: zip(plan.parameters, zip(start, found)).map { parameter, pair in
        let margin = 0.01 * (parameter.bounds.upperBound - parameter.bounds.lowerBound)
        let isInside = pair.1 > parameter.bounds.lowerBound + margin && pair.1 < parameter.bounds.upperBound - margin
        return (parameter.path, pair.0, pair.1, !isInside)
      },
      before: try rows(at: start, &other, people: 10 * people), after: try rows(at: found, &other, people: 10 * people),
      converged: converged)
  }

  private static func distance(_ rows: [ValidationRow]) -> Double {
    rows.reduce(0) { sum, row in
      let difference = row.simulated.value - row.figure.value
      let (published, simulated) = (row.figure.uncertainty, row.simulated.standardError)
      return sum + difference * difference / max(published * published + simulated * simulated, 1e-18)
    }
  }

  private func validator(at values: [Double], seed: UInt64) throws(Refusal) -> Validator {
    try Validator(place: place, illness: try illness(values), library: library, seed: seed)
  }

  private func rows(at values: [Double], _ validator: inout Validator, people: Int) throws -> [ValidationRow] {
    validator.illness = try illness(values)
    return try validator.run(plan.figures, people: people, threads: threads)
  }

  private func illness(_ values: [Double]) throws(Refusal) -> IllnessModel {
    try IllnessModel.read(try text(values, explained: false), file: profile.file, vocabulary: library.vocabulary)
  }

  private func text(_ values: [Double], explained: Bool) throws(Refusal) -> String {
    var text = profile
    for (parameter, value) in zip(plan.parameters, values) { try text.set(parameter.path, to: value) }
    guard explained else { return text.text }
    var lines: Set<Int> = []
    for (parameter, number) in zip(plan.parameters, numbers)
    where lines.insert(number.parameter.place.line).inserted {
      text = text.explained(parameter.path, Self.reason(number, plan)) ?? text
    }
    return text.text
  }

  /// What the new profile says of a parameter that was moved.
  private static func reason(_ number: ProfileNumber, _ plan: CalibrationPlan) -> String {
    let met = plan.figures.map(\.measure.rawValue).joined(separator: ", ")
    var before = number.parameter["source"]?.text ?? number.parameter["reason"]?.text ?? "no source"
    // A profile that was calibrated before says what it had before that: only the last calibration made the number.
    while before.hasPrefix("calibrated to "), let earlier = before.firstRange(of: "; before: ") {
      before = String(before[earlier.upperBound...])
    }
    return "calibrated to \(met); before: \(before)"
  }

  private func values(_ point: [Double]) -> [Double] {
    zip(point, plan.parameters).map { point, parameter in
      let bounds = parameter.bounds
      return bounds.lowerBound + (bounds.upperBound - bounds.lowerBound) / (1 + exp(-point))
    }
  }

  /// The bounded value on the whole line.
  private static func free(_ value: Double, _ bounds: ClosedRange<Double>) -> Double {
    let share = (value - bounds.lowerBound) / (bounds.upperBound - bounds.lowerBound)
    let inside = min(0.98, max(0.02, share))
    return log(inside / (1 - inside))
  }
}
