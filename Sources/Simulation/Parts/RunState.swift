/// How far a run has come: the sums of each job that has been begun, in the order of the jobs.
///
/// It is all that is needed to go on, and adds up with those of other households.
public struct RunState: Sendable {
  var jobs: [JobState] = []
  /// Seconds spent so far, for the manifest alone.
  public internal(set) var seconds = 0.0

  /// The state of a run that has not begun.
  public init() {}

  /// The state of a run that was interrupted after so many seconds, before its sums are read.
  public init(seconds: Double) { self.seconds = seconds }

  /// The names of the sums of each tally, in the order of files.
  public static var sums: [String] { Tally.sums.map(\.name) }

  /// How far each job has come, for the header of a file.
  public var outline: [JobOutline] {
    jobs.map { JobOutline(id: $0.id, households: $0.households, isSkipped: $0.tallies == nil) }
  }

  /// Writes all sums.
  public func write(to encoder: inout SumEncoder) throws {
    for job in jobs { for tally in job.tallies ?? [] { try tally.write(to: &encoder) } }
  }
}

/// How far a job has come.
public struct JobOutline: Hashable, Sendable {
  /// The job's name: the place, and what is moved.
  public var id: String
  /// Households that it has been through.
  public var households: Range<UInt64>
  /// Whether it cannot be done.
  public var isSkipped: Bool

  /// Creates an outline.
  public init(id: String, households: Range<UInt64>, isSkipped: Bool) {
    self.id = id
    self.households = households
    self.isSkipped = isSkipped
  }
}
