/// FNV-1a of 64 bits: tells one version of a text or file from another.
///
/// A fingerprint to notice changes, not a signature: whoever wants two texts with the same fingerprint can make them.
/// One changed byte always shows.
public struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  /// The 64 bits.
  public private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The fingerprint of nothing, to which bytes are added.
  public init() {}

  /// Takes the fingerprint of a text's UTF-8 bytes.
  public init(_ text: String) { for byte in text.utf8 { add(byte) } }

  /// Goes on with further bytes: the same as if all of them had come at once.
  public mutating func add(_ bytes: UnsafeRawBufferPointer) { for byte in bytes { add(byte) } }

  @inline(__always) private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// Sixteen hexadecimal digits.
  public var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
