import Testing

@testable import Simulation

/// What is written of numbers is read again, and nothing else is.
@Suite struct SumCodingTests {
  private func written<I: FixedWidthInteger>(_ values: [I]) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var encoder = SumEncoder { bytes += $0 }
    try encoder.write(values)
    try encoder.finish()
    return bytes
  }

  /// Reads numbers from bytes that come a few at a time.
  private func read<I: FixedWidthInteger>(_ bytes: [UInt8], into start: [I]) throws -> [I]
  where I.Magnitude: FixedWidthInteger {
    var rest = bytes[...]
    var decoder = SumDecoder {
      defer { rest = rest.dropFirst(3) }
      return Array(rest.prefix(3))
    }
    var values = start
    try decoder.join(&values) { $0.addingReportingOverflow($1) }
    return values
  }

  private func comesBack<I: FixedWidthInteger>(_ values: [I]) throws where I.Magnitude: FixedWidthInteger {
    #expect(try read(written(values), into: Array(repeating: 0, count: values.count)) == values)
  }

  @Test func numbersComeBack() throws {
    try comesBack([Int64.min, -1, 0, 1, 63, 64, 127, 128, Int64.max])
    try comesBack([Int128.min, -1, 0, 0, 0, 1 << 64, Int128.max])
    try comesBack([UInt64.max, 0, 1 << 63])
    try comesBack([Int64]())
    var random = SystemRandomNumberGenerator()
    try comesBack(
      (0..<50_000).map { _ in
        Bool.random() ? 0 : Int64.random(in: .min ... .max, using: &random) >> Int64.random(in: 0...63)
      })
  }

  @Test func theyAreAdded() throws {
    #expect(try read(written([Int64(1), 0, -3]), into: [10, 20, 30]) == [11, 20, 27])
    #expect(throws: SumDecoder.Fault.self) { try read(written([Int64(1)]), into: [Int64.max]) }
  }

  @Test func zerosTakeNoRoom() throws {
    #expect(try written(Array(repeating: Int128(0), count: 100_000)).count < 16)
  }

  @Test func otherNumbersAreRefused() throws {
    let bytes = try written([Int64(300), 0, 0, 5])
    #expect(throws: SumDecoder.Fault.self) { try read(bytes, into: [Int64(0)]) }
    #expect(throws: SumDecoder.Fault.self) { try read(Array(bytes.prefix(3)), into: [Int64(0), 0, 0, 0]) }
    // A number of more bits than its place, and more zeros than places.
    #expect(throws: SumDecoder.Fault.self) { try read([1] + Array(repeating: 0xFF, count: 12), into: [Int64(0)]) }
    #expect(throws: SumDecoder.Fault.self) { try read([2, 0, 3], into: [Int64(0), 0]) }
  }
}
