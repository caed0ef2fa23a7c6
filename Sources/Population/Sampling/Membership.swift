import Settlement

/// What a household hands to each of its members.
struct Membership {
  var household: UInt64
  var index: Int32
  var member: Int
  var size: Int
  var urban: Bool
  var poor: Bool
  var identity: HeldIdentity?
}
