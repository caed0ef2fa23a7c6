/// Who is drawn, as far as illness asks.
struct Patient {
  var replicate: UInt64
  var household: UInt64
  var member: Int
  var group: Int
  var male: Bool
  var poor: Bool

  /// The row of tables by age group and poverty.
  var row: Int { 2 * group + (poor ? 1 : 0) }
}
