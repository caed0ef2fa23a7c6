/// How much of what people are entitled to reaches them: the offices must know an identity, and care that is not settled
/// at once must be claimed.
public struct TakeUp: Hashable, Sendable {
  /// The share of holders of an identity whom the insurance office knows as such; of the others it is never told.
  public var registered: Double
  /// The share of these who are entered late.
  public var late: Double
  /// Days by which late ones are entered after 1 January, or after their recognition within the year; each equally likely.
  public var lateDays: ClosedRange<Int>
  /// For each location in the order of `CareLocation`, the share of admissions that are not settled at once.
  public var byHand: [Double]
  /// The share of these that are claimed.
  public var claimed: Double
  /// Days from care to claim, each equally likely.
  public var claimDays: ClosedRange<Int>
}
