import Rules

/// The categorical facts of an episode and its person as one bit a value, so that a condition of any length is one
/// mask.
///
/// Every group has exactly one bit set. A condition is the set of bits it allows, with all bits of the groups it does
/// not speak of; it holds when no bit outside that set is present.
public struct Facts: Hashable, Sendable {
  /// The bits.
  public var bits: UInt64

  /// Creates facts from bits.
  @inlinable public init(bits: UInt64) { self.bits = bits }

  /// A group of bits of which exactly one is set.
  ///
  /// The groups below are computed, not stored, so that masks are constants wherever they are used.
  public struct Group: Sendable {
    /// The position of the group's first bit.
    public let shift: UInt64
    /// How many values the group has.
    public let count: UInt64
    /// All bits of the group.
    @inlinable @inline(__always) public var mask: UInt64 { ((1 << count) - 1) << shift }
    /// The bit of a value.
    @inlinable @inline(__always) public func bit(_ value: Int) -> UInt64 { 1 << (shift + UInt64(value)) }
    @inlinable init(_ shift: UInt64, _ count: UInt64) {
      self.shift = shift
      self.count = count
    }
  }

  /// Kind of care.
  @inlinable public static var kind: Group { Group(0, 3) }
  /// Level of the hospital, 0 to 3.
  @inlinable public static var level: Group { Group(3, 4) }
  /// Whether the institution is designated.
  @inlinable public static var designated: Group { Group(7, 2) }
  /// Whether it was emergency rescue.
  @inlinable public static var emergency: Group { Group(9, 2) }
  /// Where the care was given.
  @inlinable public static var location: Group { Group(11, 4) }
  /// Whether it was referred.
  @inlinable public static var referral: Group { Group(15, 4) }
  /// The treatment.
  @inlinable public static var treatment: Group { Group(19, 5) }
  /// Class of chronic outpatient care.
  @inlinable public static var chronicClass: Group { Group(24, 2) }
  /// Whether it was claimed by hand.
  @inlinable public static var claim: Group { Group(26, 2) }
  /// Type of insurance.
  @inlinable public static var insurance: Group { Group(28, 4) }
  /// Whether the person enrolled only after falling ill.
  @inlinable public static var enrolledAfterIllness: Group { Group(32, 2) }
  /// Whether the person needs maintenance treatment outside hospital.
  @inlinable public static var needsMaintenance: Group { Group(34, 2) }
  /// The benefit an episode was routed to, or none (the last bit); set by settlement.
  @inlinable public static var route: Group { Group(36, 16) }

  /// The value of a group.
  @inlinable @inline(__always) public func value(_ group: Group) -> Int {
    ((bits & group.mask) >> group.shift).trailingZeroBitCount
  }

  /// The facts of an episode.
  ///
  /// - Parameters:
  ///   - level: 0 (unrated) to 3.
  ///   - chronicClass: 1 or 2.
  public init(
    kind: CareKind, level: Int, designated: Bool = true, emergency: Bool = false, location: CareLocation = .county,
    referral: Referral = .notRequired, treatment: Treatment = .unstated, chronicClass: Int = 2,
    manualClaim: Bool = false
  ) {
    bits =
      Self.kind.bit(kind.rawValue) | Self.level.bit(level) | Self.designated.bit(designated ? 1 : 0)
      | Self.emergency.bit(emergency ? 1 : 0) | Self.location.bit(location.rawValue)
      | Self.referral.bit(referral.rawValue) | Self.treatment.bit(treatment.rawValue)
      | Self.chronicClass.bit(chronicClass - 1) | Self.claim.bit(manualClaim ? 1 : 0)
  }

  /// The facts of a person, to be joined with those of each episode.
  public init(insurance: InsuranceType, enrolledAfterIllness: Bool = false, needsMaintenance: Bool = false) {
    bits =
      Self.insurance.bit(insurance.rawValue) | Self.enrolledAfterIllness.bit(enrolledAfterIllness ? 1 : 0)
      | Self.needsMaintenance.bit(needsMaintenance ? 1 : 0)
  }

  /// The facts of both.
  @inlinable @inline(__always) public func joined(_ other: Facts) -> Facts { Facts(bits: bits | other.bits) }
}
