import Analysis
import ArgumentParser
import Input
import Reports
import Simulation

/// A share as people write it: `1%`, `0.5 %` or `0.01`.
struct Percentage: ExpressibleByArgument {
  let share: Double

  init?(argument: String) {
    let text = argument.hasSuffix("%") ? argument.dropLast() : argument[...]
    let digits = text.hasSuffix(" ") ? text.dropLast() : text
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "." }), let value = Double(digits) else { return nil }
    share = argument.hasSuffix("%") ? value / 100 : value
  }
}

/// Draws people and replicates until a figure is as sure as it is to be.
struct PrecisionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Draw more people and replicates until half the 95 % interval of a yearly total is below this, 1% or 0.01. A shard draws as many as it is told and notes the goal for the reports.",
      valueName: "share"))
  var precision: Percentage?
  @Option(
    name: .customLong("precision-of"),
    help: "The figure that --precision speaks of: \(PrecisionGoal.statistics.joined(separator: ", ")) (default: mean).")
  var statistic: String?

  func validate() throws {
    if let precision, !PrecisionGoal.limits.contains(precision.share) {
      throw ValidationError("--precision must be from 0.01% to 50%")
    }
    if let statistic {
      guard PrecisionGoal.statistics.contains(statistic) else {
        throw ValidationError("--precision-of is one of \(PrecisionGoal.statistics.joined(separator: ", "))")
      }
      if precision == nil { throw ValidationError("--precision-of does nothing without --precision") }
    }
  }

  var goal: PrecisionGoal? {
    precision.map { PrecisionGoal(halfWidth: $0.share, statistic: statistic ?? "mean") }
  }

  /// People and replicates that reach the goal, found on the places' own rules alone.
  func reach(_ goal: PrecisionGoal, _ input: ReadScenario, threads: Int, isQuiet: Bool) async throws -> ReadScenario {
    var scenario = input.scenario
    scenario.precision = goal
    while true {
      var alone = scenario
      alone.comparison = false
      alone.sensitivityReplicates = 0
      alone.yearsAhead = []
      alone.reforms = []
      let trial = try ReadScenario(alone, text: input.text, library: input.library)
      let progress = Simulation.Progress()
      let bar = ProgressBar(progress, isQuiet: isQuiet)
      defer { bar.finish() }
      let result = try await trial.runner(threads: threads).run(progress)
      bar.finish()
      let drawn = "\(scenario.people) people a place and \(scenario.replicates) replicates"
      guard let distance = goal.distance(result) else {
        throw ReportFailure(
          scenario.file, "no place has rules of its own, so there is no total to be sure of",
          hint: "leave --precision out")
      }
      if let id = distance.nothing {
        throw Refusal(
          Diagnostic(
            at: Place(file: "command line", line: 0), key: "--precision",
            "\(goal.statistic) of \(id) is 0 with \(drawn), and no interval is a share of nothing",
            hint:
              "take \(id) out of the scenario's places, draw more --people if few of its people are paid, or leave --precision out"
          ))
      }
      let found =
        distance.halfWidth.isFinite ? "± \(Self.percent(distance.halfWidth))" : "too few people or years to tell"
      if !isQuiet { Output.message("\(drawn): \(goal.statistic) \(found)") }
      if distance.isReached { return try ReadScenario(scenario, text: input.text, library: input.library) }
      guard let next = distance.next else {
        throw ReportFailure(
          scenario.file,
          "\(goal.statistic) stays at \(found) with \(drawn): more cannot be drawn, and \(Self.percent(goal.halfWidth)) is not reached",
          hint: "ask for less, or for another figure with --precision-of")
      }
      (scenario.people, scenario.replicates) = next
    }
  }

  private static func percent(_ share: Double) -> String { "\((share * 10_000).rounded() / 100) %" }
}
