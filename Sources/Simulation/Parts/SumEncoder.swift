import Input

/// Writes numbers as few bytes: seven bits a byte, the lowest first, and runs of zeros as a zero byte and their length.
///
/// Most sums of rare groups are zero, so that a tally takes a small part of its memory.
public struct SumEncoder {
  /// Bytes held back before they are handed on together.
  private static let block = 1 << 18

  private var buffer: [UInt8] = []
  /// Of all bytes handed on so far.
  private var fingerprint = Fingerprint()
  private let receive: (UnsafeRawBufferPointer) throws -> Void

  /// - Parameter receive: takes the bytes, block by block.
  public init(_ receive: @escaping (UnsafeRawBufferPointer) throws -> Void) {
    self.receive = receive
    buffer.reserveCapacity(Self.block + 64)
  }

  /// Writes a text's UTF-8 bytes.
  public mutating func write(_ text: String) throws {
    buffer.append(contentsOf: text.utf8)
    try flushIfFull()
  }

  /// Writes numbers, their count first.
  mutating func write<I: FixedWidthInteger>(_ values: [I]) throws {
    put(UInt64(values.count))
    var zeros: UInt64 = 0
    for value in values {
      guard value != 0 else {
        zeros += 1
        continue
      }
      if zeros > 0 { putZeros(&zeros) }
      put(Self.folded(value))
      try flushIfFull()
    }
    if zeros > 0 { putZeros(&zeros) }
    try flushIfFull()
  }

  /// Hands on what is held back, and after it the fingerprint of everything, eight bytes, the lowest first.
  public mutating func finish() throws {
    try flush()
    withUnsafeBytes(of: fingerprint.value.littleEndian) { buffer.append(contentsOf: $0) }
    try flush()
  }

  private mutating func putZeros(_ zeros: inout UInt64) {
    buffer.append(0)
    put(zeros)
    zeros = 0
  }

  private mutating func put<M: FixedWidthInteger & UnsignedInteger>(_ value: M) {
    var rest = value
    while rest >= 0x80 {
      buffer.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    buffer.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Signed numbers with the sign in the lowest bit, so that small ones stay small.
  private static func folded<I: FixedWidthInteger>(_ value: I) -> I.Magnitude where I.Magnitude: FixedWidthInteger {
    guard I.isSigned else { return I.Magnitude(truncatingIfNeeded: value) }
    return I.Magnitude(truncatingIfNeeded: (value << 1) ^ (value >> (I.bitWidth - 1)))
  }

  private mutating func flushIfFull() throws { if buffer.count >= Self.block { try flush() } }

  private mutating func flush() throws {
    try buffer.withUnsafeBytes { bytes in
      fingerprint.add(bytes)
      try receive(bytes)
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
