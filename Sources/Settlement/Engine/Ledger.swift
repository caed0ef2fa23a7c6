/// What has accumulated for one person since 1 January: reused from person to person, so that settling allocates
/// nothing.
struct Ledger {
  /// Insurance paid and burden counted so far.
  struct Insurance {
    var basicPaid: Int64 = 0
    var outpatientPaid: Int64 = 0
    /// Self-paid in-policy amounts that count for critical-illness insurance.
    var burden: Int64 = 0
    var criticalPaid: Int64 = 0
  }

  /// Base counted so far, by slot of the plan.
  var counted: [Int64]
  /// Paid (or, where the cap is one of cost, counted) so far, by slot.
  var used: [Int64]
  var insurance = Insurance()
  /// The insurance that an uninsured person would have had (reading GZ-6 B).
  var notional = Insurance()

  init(slots: Int) {
    counted = Array(repeating: 0, count: slots)
    used = counted
  }

  mutating func reset() {
    for slot in counted.indices {
      counted[slot] = 0
      used[slot] = 0
    }
    insurance = Insurance()
    notional = Insurance()
  }
}
