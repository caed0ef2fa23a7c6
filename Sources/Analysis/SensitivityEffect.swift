import Simulation

/// How far the main figures move with one weak assumption.
public struct SensitivityEffect: Sendable {
  /// Assistance with tilt, yuan a head and year, as assumed.
  public let before: Estimate
  /// The same with the assumption moved.
  public let after: Estimate
  /// Relative change of assistance.
  public let assistance: Estimate
  /// Relative change of out-of-pocket cost.
  public let outOfPocket: Estimate
  /// Share of people in households that pay over 10 % of their income.
  public let catastrophic: (before: Estimate, after: Estimate)
  /// Share of people whom paying takes below the allowance line.
  public let impoverished: (before: Estimate, after: Estimate)

  /// Reads the two tallies; errors of changes are those of the replicates' own changes, since luck is the same.
  public init(_ move: RunResult.Sensitivity) {
    let old = TallyReader(move.before, scale: 1), new = TallyReader(move.after, scale: 1)
    before = old.mean(.help).times(0.01)
    after = new.mean(.help).times(0.01)
    catastrophic = (old.mean(.catastrophic10), new.mean(.catastrophic10))
    impoverished = (old.mean(.impoverished), new.mean(.impoverished))
    assistance = Self.change(Self.help(old, move.before.cells), Self.help(new, move.after.cells))
    outOfPocket = Self.change(old.outOfPocket, new.outOfPocket)
  }

  private static func help(_ reader: TallyReader, _ cells: FundCells) -> [Double] {
    guard let component = cells.components.firstIndex(where: { $0 == ("assistance", "all") }) else { return [] }
    return reader.years(cells.index(component, cells.allClasses, .amount))
  }

  /// The relative change of a sum over years and the error of the mean of the years' changes.
  static func change(_ before: [Double], _ after: [Double]) -> Estimate {
    let count = Double(before.count)
    let mean = before.reduce(0, +) / max(1, count)
    guard mean > 0 else { return Estimate(0, standardError: nil) }
    let changes = zip(before, after).map { ($1 - $0) / mean }
    let center = changes.reduce(0, +) / count
    guard count > 1 else { return Estimate(center, standardError: nil) }
    let variance = changes.reduce(0) { $0 + ($1 - center) * ($1 - center) } / (count - 1) / count
    return Estimate(center, standardError: variance.squareRoot())
  }
}
