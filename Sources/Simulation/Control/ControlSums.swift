/// What the control pays the people drawn: whole fen, so that any order of adding gives the same.
///
/// Empty where a tally is not that of a place's first rule set, to which it is attached.
public struct ControlSums: Hashable, Sendable {
  /// Persons drawn, by `PatientRows`; once and not once a replicate.
  public internal(set) var persons: [Int64] = []
  /// Fen paid, `replicate × rows + row`.
  public internal(set) var paid: [Int64] = []

  /// Creates sums of nobody, in no rows.
  init() {}

  init(rows: Int, replicates: Int) {
    persons = Array(repeating: 0, count: rows)
    paid = Array(repeating: 0, count: rows * replicates)
  }

  /// Replicates that were settled.
  public var replicates: Int { persons.isEmpty ? 0 : paid.count / persons.count }
}
