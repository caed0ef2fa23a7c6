import Foundation
import Validation

/// What a calibration moved and met.
public struct CalibrationReport {
  private let outcome: Calibrator.Outcome

  /// Of an outcome.
  public init(_ outcome: Calibrator.Outcome) { self.outcome = outcome }

  /// For people.
  public var markdown: String {
    var text = MarkdownText()
    text.heading("Calibration", level: 1)
    let atBounds = outcome.parameters.filter(\.atBound)
    text.heading("What it says")
    text.bullets(
      [
        met,
        outcome.converged
          ? "The search ended where no step helped." : "The search ran out of iterations: more may bring more.",
      ] + atBounds.map { "\($0.path) went to a bound: the figures want it further." })
    text.heading("Figures")
    text.table(
      header: ["figure", "published", "uncertainty", "before", "after", "met"],
      rows: zip(outcome.before, outcome.after).map { before, after in
        [
          "\(after.figure.measure.english) \(after.figure.measure.chinese)", plain(after.figure.value),
          plain(after.figure.uncertainty), plain(before.simulated.value),
          "\(plain(after.simulated.value)) ± \(plain(after.simulated.standardError))", after.agrees ? "yes" : "no",
        ]
      }, right: 1)
    text.heading("Parameters")
    text.table(
      header: ["parameter", "before", "after"],
      rows: outcome.parameters.map { [$0.path, plain($0.before), plain($0.after)] }, right: 1)
    text.paragraph(
      "± is the standard error of the simulation. Figures were drawn anew, apart from those of the search.")
    return text.text
  }

  /// Which figures are met together and which are not.
  private var met: String {
    let all = outcome.after.count, missed = outcome.after.filter { !$0.agrees }
    guard !missed.isEmpty else { return "All \(all) figures are met together." }
    let names = missed.map(\.figure.measure.english).joined(separator: "; ")
    return missed.count == all
      ? "No figure is met: \(names)."
      : "\(all - missed.count) of \(all) figures are met together; not met: \(names)."
  }

  private func plain(_ value: Double) -> String { String(format: "%.4g", value) }
}
