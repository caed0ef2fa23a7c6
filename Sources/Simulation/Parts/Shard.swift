/// One of several parts of a run, each with households of its own in every place.
public struct Shard: Hashable, Sendable {
  /// More parts than this are more files than a merge should open.
  public static let limits = 1...10_000

  /// Which of them, from 1.
  public let index: Int
  /// How many there are.
  public let count: Int

  /// Names a part; `index` must be from 1 to `count`.
  public init(index: Int, count: Int) {
    self.index = index
    self.count = count
  }

  /// All households.
  public static let whole = Shard(index: 1, count: 1)

  /// The part's households of a place, in whole units of it; none where there are fewer units than parts.
  func range(of job: PlaceJob) -> Range<UInt64> { range(of: job.households, unit: job.unit) }

  func range(of households: UInt64, unit: UInt64) -> Range<UInt64> {
    let units = (households + unit - 1) / unit
    func end(_ parts: Int) -> UInt64 { min(households, units * UInt64(parts) / UInt64(count) * unit) }
    return end(index - 1)..<end(index)
  }
}
