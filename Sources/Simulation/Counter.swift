import Synchronization

/// Hands out numbers to workers.
final class Counter: Sendable {
  private let next = Atomic<UInt64>(0)

  /// The first of the next `count` numbers; nil where all are given out.
  func take(_ count: UInt64, below end: UInt64) -> UInt64? {
    let first = next.add(count, ordering: .relaxed).oldValue
    return first < end ? first : nil
  }
}
