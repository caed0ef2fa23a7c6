/// What has accumulated for one person since 1 January: reused from person to person, so that settling allocates
/// nothing.
package struct Ledger: ~Copyable {
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

  /// Accumulators for a plan.
  package init(_ plan: Plan) {
    counted = Slots(plan.slotCount)
    used = Slots(plan.slotCount)
  }

  mutating func reset() {
    counted.clear()
    used.clear()
    insurance = Insurance()
    notional = Insurance()
  }
}
