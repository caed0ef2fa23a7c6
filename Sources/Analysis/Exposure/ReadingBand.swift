import Rules
import Simulation

/// How far a place's fund would move if ambiguous clauses were read otherwise: a range, to which no probability belongs.
public struct ReadingBand: Sendable {
  /// One clause read otherwise.
  public struct Effect: Sendable {
    /// The reading's id, `GZ-11`.
    public var id: String
    /// The letter of the other way to read it.
    public var letter: String
    /// What it adds to the fund's year, yuan; paired on the same people.
    public var change: Estimate

    /// Whether the change is more than its error allows to come from chance.
    public var isClear: Bool { abs(change.value) > 1.96 * (change.standardError ?? .infinity) }
  }

  /// By falling size of the change.
  public let effects: [Effect]

  /// - Returns: nil where nothing was read otherwise.
  public init?(_ place: RunResult.PlaceResult) {
    guard let base = place.readings.first else { return nil }
    let before = TallyReader(base.tally, scale: place.scale)
    effects = place.readings.dropFirst().compactMap { other in
      guard case .reading(let id, let letter) = other.variant.role else { return nil }
      let cells = other.tally.cells
      let cell = cells.index(cells.total, cells.allClasses, .amount)
      let twin = cells.indices(in: base.tally.cells)[cell]
      let change = TallyReader(other.tally, scale: place.scale).fundDifference(cell, from: before, twin: twin)
      return Effect(id: id, letter: letter, change: change.times(0.01))
    }.sorted { abs($0.change.value) > abs($1.change.value) }
  }

  /// The lowest and the highest change of a single clause, 0 included.
  public var single: ClosedRange<Double> {
    let values = effects.map(\.change.value)
    return min(0, values.min() ?? 0)...max(0, values.max() ?? 0)
  }

  /// The changes of all clauses that save, or of all that cost, added up; of several ways to read a clause the one that
  /// goes furthest. Together they need not come to this.
  public var added: ClosedRange<Double> {
    var (low, high): ([String: Double], [String: Double]) = ([:], [:])
    for effect in effects {
      low[effect.id] = min(low[effect.id] ?? 0, effect.change.value)
      high[effect.id] = max(high[effect.id] ?? 0, effect.change.value)
    }
    return low.values.reduce(0, +)...high.values.reduce(0, +)
  }
}
