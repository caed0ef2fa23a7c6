/// What a job has found out of the households that it has been through.
struct JobState: Sendable {
  /// What there is.
  enum Outcome: Sendable {
    case tallies([Tally])
    /// The job cannot be done, and the run goes on without it.
    case skipped
  }

  /// The job's name.
  let id: String
  /// Households that it has been through.
  var households: Range<UInt64>
  var outcome: Outcome

  /// Its sums; nil where it was skipped.
  var tallies: [Tally]? {
    if case .tallies(let tallies) = outcome { tallies } else { nil }
  }

  /// Adds the sums of further households.
  mutating func add(_ more: [Tally], upTo end: UInt64) {
    households = households.lowerBound..<end
    guard case .tallies(var tallies) = outcome else { return }
    // Without this the sums would be copied before they are added to.
    outcome = .skipped
    for index in tallies.indices { tallies[index].merge(more[index]) }
    outcome = .tallies(tallies)
  }
}
