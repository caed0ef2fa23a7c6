/// FNV-1a of 64 bits: tells one version of a text from another.
///
/// A fingerprint to notice changes, not a signature: whoever wants two texts with the same fingerprint can make them.
public struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  /// The 64 bits.
  public let value: UInt64

  /// Takes the fingerprint of a text's UTF-8 bytes.
  public init(_ text: String) {
    value = text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  /// Sixteen hexadecimal digits.
  public var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
