/// Amounts that are added to in place, in memory of their own: neither shared nor copied, so that adding asks for
/// nothing but the place.
public struct Slots: ~Copyable {
  @usableFromInline let base: UnsafeMutablePointer<Int64>
  /// How many there are.
  public let count: Int
  /// Most people are assisted with nothing, so that there is nothing to clear.
  @usableFromInline var isTouched = false

  /// Creates amounts of nothing.
  @inlinable public init(_ count: Int) {
    base = .allocate(capacity: count)
    base.initialize(repeating: 0, count: count)
    self.count = count
  }

  @inlinable deinit { base.deallocate() }

  /// The amount at a place; a place beyond the end stops the program.
  @inlinable public subscript(slot: Int) -> Int64 {
    @inline(__always) get {
      precondition(slot >= 0 && slot < count, "beyond the end of slots")
      return base[slot]
    }
    @inline(__always) set {
      precondition(slot >= 0 && slot < count, "beyond the end of slots")
      base[slot] = newValue
      isTouched = true
    }
  }

  /// Adds the amounts of one stretch to those of another that it does not overlap.
  @inlinable public mutating func add(_ from: Int, to: Int, count length: Int) {
    precondition(min(from, to) >= 0 && max(from, to) + length <= count, "beyond the end of slots")
    isTouched = true
    for index in 0..<length { base[to + index] += base[from + index] }
  }

  /// Adds the amounts of others, of which there are as many.
  @inlinable public mutating func add(_ other: borrowing Slots) {
    guard other.isTouched else { return }
    precondition(other.count == count, "other slots are more or fewer")
    isTouched = true
    for index in 0..<count { base[index] += other.base[index] }
  }

  /// Sets all to nothing.
  @inlinable public mutating func clear() {
    guard isTouched else { return }
    base.update(repeating: 0, count: count)
    isTouched = false
  }
}
