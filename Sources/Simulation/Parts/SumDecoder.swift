/// Reads what `SumEncoder` wrote.
public struct SumDecoder {
  /// Bytes that do not hold what is expected of them.
  public struct Fault: Error, Hashable, Sendable {
    /// Creates a fault.
    public init() {}
  }

  private var buffer: [UInt8] = []
  private var index = 0
  private let next: () throws -> [UInt8]

  /// - Parameter next: the bytes that follow, as many as come at once; none at the end.
  public init(_ next: @escaping () throws -> [UInt8]) { self.next = next }

  /// Reads so many bytes of text.
  ///
  /// - Throws: `Fault` where there are fewer, or they are not UTF-8.
  public mutating func text(bytes count: Int) throws -> String {
    var bytes: [UInt8] = []
    for _ in 0..<count { bytes.append(try byte()) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Fault() }
    return text
  }

  /// Reads a line, without its break.
  ///
  /// - Throws: `Fault` where it is longer than `limit` bytes, or not UTF-8.
  public mutating func line(limit: Int) throws -> String {
    var bytes: [UInt8] = []
    while true {
      let byte = try byte()
      if byte == 0x0A { break }
      bytes.append(byte)
      if bytes.count > limit { throw Fault() }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Fault() }
    return text
  }

  /// Reads numbers and joins each with the one at its place.
  ///
  /// - Throws: `Fault` where there are more or fewer of them than places, or a sum is too large for its place.
  mutating func join<I: FixedWidthInteger>(_ values: inout [I], _ join: (I, I) -> (I, Bool)) throws
  where I.Magnitude: FixedWidthInteger {
    guard try number(UInt64.self) == UInt64(values.count) else { throw Fault() }
    var place = 0
    while place < values.count {
      let folded = try number(I.Magnitude.self)
      guard folded != 0 else {
        let zeros = try number(UInt64.self)
        guard zeros > 0, zeros <= UInt64(values.count - place) else { throw Fault() }
        place += Int(zeros)
        continue
      }
      let (sum, overflow) = join(values[place], Self.unfolded(folded))
      guard !overflow else { throw Fault() }
      values[place] = sum
      place += 1
    }
  }

  private static func unfolded<I: FixedWidthInteger>(_ value: I.Magnitude) -> I where I.Magnitude: FixedWidthInteger {
    guard I.isSigned else { return I(truncatingIfNeeded: value) }
    let half = I(truncatingIfNeeded: value >> 1)
    return value & 1 == 0 ? half : ~half
  }

  private mutating func number<M: FixedWidthInteger>(_ type: M.Type) throws -> M {
    var value: M = 0
    var shift = 0
    while true {
      let byte = try byte()
      let part = M(truncatingIfNeeded: byte & 0x7F)
      guard shift < M.bitWidth, (part << shift) >> shift == part else { throw Fault() }
      value |= part << shift
      if byte & 0x80 == 0 { return value }
      shift += 7
    }
  }

  private mutating func byte() throws -> UInt8 {
    if index == buffer.count {
      buffer = try next()
      index = 0
      guard !buffer.isEmpty else { throw Fault() }
    }
    defer { index += 1 }
    return buffer[index]
  }
}
