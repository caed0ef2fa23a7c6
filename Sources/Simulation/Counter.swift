import Synchronization

/// Hands out numbers to workers.
package final class Counter: Sendable {
  private let next: Atomic<UInt64>

  /// - Parameter first: the first number that is given out.
  package init(from first: UInt64 = 0) { next = Atomic(first) }

  /// The first of the next `count` numbers; nil where all are given out.
  package func take(_ count: UInt64 = 1, below end: UInt64) -> UInt64? {
    let first = next.add(count, ordering: .relaxed).oldValue
    return first < end ? first : nil
  }
}
