/// Why a text is not an amount or a percentage that the program accepts.
public enum DecimalFault: Error, Hashable, Sendable {
  case notANumber, negative, tooManyDecimals, tooLarge
}

/// Reads plain decimal numbers exactly: digits, at most one point, at most two decimals.
///
/// Exponents, signs, grouping and blanks are refused rather than guessed at. `"1.500"` is refused because the third
/// decimal, although it is a zero, says that the writer thinks in another unit.
public enum DecimalText {
  /// The number times 100, exactly.
  ///
  /// - Parameter limit: the largest accepted result.
  /// - Throws: `DecimalFault`, the first thing that is wrong with the text.
  public static func hundredths(_ text: some StringProtocol, limit: Int64) throws(DecimalFault) -> Int64 {
    var bytes = Substring(text).utf8[...]
    if bytes.first == UInt8(ascii: "-") {
      bytes = bytes.dropFirst()
      guard !bytes.isEmpty, bytes.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") }) else { throw .notANumber }
      throw .negative
    }
    var value: Int64 = 0
    var digits = 0
    var decimals = -1
    for byte in bytes {
      if byte == UInt8(ascii: "."), decimals < 0, digits > 0 {
        decimals = 0
        continue
      }
      guard isDigit(byte) else { throw .notANumber }
      if decimals >= 0 { decimals += 1 }
      guard decimals <= 2 else { throw decimalsAreDigits(bytes) ? .tooManyDecimals : .notANumber }
      digits += 1
      guard value <= limit / 10 + 1 else { throw .tooLarge }
      value = value * 10 + Int64(byte - UInt8(ascii: "0"))
    }
    guard digits > 0, decimals != 0 else { throw .notANumber }
    for _ in max(decimals, 0)..<2 {
      guard value <= limit / 10 + 1 else { throw .tooLarge }
      value *= 10
    }
    guard value <= limit else { throw .tooLarge }
    return value
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  private static func decimalsAreDigits(_ bytes: Substring.UTF8View) -> Bool {
    bytes.filter { !isDigit($0) }.count == 1
  }
}
