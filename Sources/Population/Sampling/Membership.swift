/// Which member of which household of a block is drawn.
struct Membership {
  var household: UInt64
  /// Index of the household in the block.
  var index: Int32
  var member: Int
}
