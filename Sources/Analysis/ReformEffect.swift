import Simulation

/// What a reform changes of the fund before and after a weak assumption is moved.
public struct ReformEffect: Sendable {
  /// Yuan a year for the real population as assumed: reform less the rules as they are.
  public let before: Estimate
  /// The same with the assumption moved.
  public let after: Estimate

  /// Reads the tallies of a move.
  ///
  /// - Parameter scale: real residents over persons drawn.
  public init(_ move: RunResult.Sensitivity, _ reform: RunResult.Sensitivity.Reform, scale: Double) {
    before = Self.difference(reform.before, from: move.before, scale)
    after = Self.difference(reform.after, from: move.after, scale)
  }

  private static func difference(_ tally: SampleTally, from baseline: SampleTally, _ scale: Double) -> Estimate {
    let cell = tally.cells.index(tally.cells.total, tally.cells.allClasses, .amount)
    let twin = tally.cells.indices(in: baseline.cells)[cell]
    let reader = TallyReader(tally, scale: scale)
    return reader.fundDifference(cell, from: TallyReader(baseline, scale: scale), twin: twin).times(0.01)
  }
}
