import Rules

/// One other way to read an ambiguous clause.
public struct ReadingAlternative: Sendable {
  /// The clause and all ways to read it.
  public let reading: Reading
  /// The way that is tried.
  public let option: Reading.Option
  /// The letter that the scenario takes.
  public let chosen: String

  /// `GZ-11:B`.
  public var name: String { "\(reading.id):\(option.letter)" }
}

/// Several clauses read otherwise at once.
public struct ReadingSet: Sendable {
  /// Indices of the alternatives, one of a reading at most.
  public let members: [Int]
  /// Those that cannot stand beside them, with the reason.
  public let leftOut: [(alternative: Int, reason: String)]
}
