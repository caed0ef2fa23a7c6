/// Who is drawn, as far as illness asks.
struct Patient {
  var replicate: UInt64
  var household: UInt64
  var member: Int
  /// The row of tables by age group, sex and poverty.
  var row: Int
  /// Whether it is the year before that is drawn, on lanes of its own.
  var before = false
  /// Whose price the person sees, of the groups of `UseResponse`; -1 where nobody answers to prices.
  var answer = -1

  /// The member as lanes know them.
  var lane: Int { before ? member | 0x80 : member }

  /// The row of an age group, a sex and poverty.
  static func row(group: Int, male: Bool, poor: Bool) -> Int { 4 * group + (male ? 2 : 0) + (poor ? 1 : 0) }
}
