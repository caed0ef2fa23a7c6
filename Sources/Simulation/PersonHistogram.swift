import Money

/// Persons by what they pay, in bins of fixed relative width, by group and stage: all cost, then what is left after
/// basic insurance, after critical-illness and supplementary insurance, and after assistance.
///
/// The first bin, of those who pay nothing, is not kept: they are all others.
public struct PersonHistogram: Sendable {
  /// Stages of payment.
  static let stages = 4
  /// `(row × stages + stage) × bins + bin`, for groups and after them profiles; empty where nothing is kept.
  public internal(set) var counts: [Int64]
  private let groups: Groups

  init(_ groups: Groups, isKept: Bool) {
    self.groups = groups
    let rows = isKept ? groups.count + Groups.profiles : 0
    counts = Array(repeating: 0, count: rows * Self.stages * LogHistogram.count)
  }

  /// Whether persons are counted at all.
  public var isKept: Bool { !counts.isEmpty }

  @inline(__always) mutating func count(bin: Int, row: Int, stage: Int) {
    counts[(row * Self.stages + stage) * LogHistogram.count + bin] += 1
  }

  /// Adds the counts of others, where any are kept.
  mutating func add(_ other: PersonHistogram) {
    guard isKept, other.isKept else { return }
    for index in counts.indices { counts[index] += other.counts[index] }
  }

  /// The counts of a group in every bin, from the smallest amount.
  ///
  /// - Parameter persons: all persons of the group, those who pay nothing among them.
  public func counts(group: Int, stage: Int, persons: Int64) -> [Int64] {
    var result = Array(repeating: Int64(0), count: LogHistogram.count)
    func add(_ row: Int) {
      let first = (row * Self.stages + stage) * LogHistogram.count
      for bin in result.indices { result[bin] += counts[first + bin] }
    }
    add(group)
    for profile in 0..<Groups.profiles where groups.groups(ofProfile: profile).contains(group) {
      add(groups.count + profile)
    }
    result[0] = persons - result.dropFirst().reduce(0, +)
    return result
  }
}
