/// What a lane of random numbers is for: a kind of draw, the member of the household, and the episode of the member.
///
/// Lanes are apart because samplers that reject use a varying number of uniforms: one more draw for one purpose must
/// not shift the others.
public struct Purpose: Hashable, Sendable {
  /// The word of the counter: kind in the highest byte, then the member, then two bytes for the episode.
  public let word: UInt32

  /// Kinds of draws; their numbers are part of what a seed means, so a new kind goes to the end.
  @usableFromInline enum Kind: UInt32 {
    case household = 1, member, recognition, illness, ordinaryAdmission, specialCare, specialAdmission, chronic,
      outpatient,
      registration, severity, allotment, identity, quota, selection, parameter, response
  }

  @inlinable init(_ kind: Kind, member: Int = 0, episode: Int = 0) {
    word =
      kind.rawValue << 24 | UInt32(truncatingIfNeeded: member & 0xFF) << 16
      | UInt32(truncatingIfNeeded: episode & 0xFFFF)
  }

  /// For an uncertain parameter of a replicate: of the whole run (year 0), or of a year counted from 1.
  public static func parameter(_ index: Int, year: Int = 0) -> Purpose {
    Purpose(.parameter, member: index, episode: year)
  }
}
