/// What has accumulated for one person since 1 January: reused from person to person, so that settling allocates
/// nothing.
struct Ledger: ~Copyable {
  /// Insurance paid and burden counted so far.
  struct Insurance {
    var basicPaid: Int64 = 0
    var outpatientPaid: Int64 = 0
    /// Self-paid in-policy amounts that count for critical-illness insurance.
    var burden: Int64 = 0
    var criticalPaid: Int64 = 0
  }

  /// Base counted so far, by slot of the plan.
  var counted: Slots
  /// Paid (or, where the cap is one of cost, counted) so far, by slot.
  var used: Slots
  var insurance = Insurance()
  /// The insurance that an uninsured person would have had (reading GZ-6 B).
  var notional = Insurance()

  init(slots: Int) {
    counted = Slots(slots)
    used = Slots(slots)
  }

  mutating func reset() {
    counted.clear()
    used.clear()
    insurance = Insurance()
    notional = Insurance()
  }
}

/// Amounts by slot, in memory of its own that is written in place.
struct Slots: ~Copyable {
  private let base: UnsafeMutablePointer<Int64>
  private let count: Int
  /// Most people are assisted with nothing, so that there is nothing to clear.
  private var isTouched = false

  init(_ count: Int) {
    base = .allocate(capacity: count)
    base.initialize(repeating: 0, count: count)
    self.count = count
  }

  deinit { base.deallocate() }

  @inline(__always) subscript(slot: Int) -> Int64 {
    get {
      precondition(slot >= 0 && slot < count, "beyond the slots of a ledger")
      return base[slot]
    }
    set {
      precondition(slot >= 0 && slot < count, "beyond the slots of a ledger")
      base[slot] = newValue
      isTouched = true
    }
  }

  mutating func clear() {
    guard isTouched else { return }
    base.update(repeating: 0, count: count)
    isTouched = false
  }
}
