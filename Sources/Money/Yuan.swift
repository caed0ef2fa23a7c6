/// An exact amount of money (元), held as a whole number of fen (分, 0.01 yuan).
///
/// Amounts of the documents are never negative; differences between two settlements may be.
/// Arithmetic traps on overflow, because a wrapped amount would be a wrong figure that looks right.
public struct Yuan: Hashable, Comparable, BitwiseCopyable, Sendable {
  /// The amount in fen.
  public var fen: Int64

  /// Creates an amount from fen.
  @inlinable public init(fen: Int64) { self.fen = fen }

  /// Nothing: 0.00 yuan.
  @inlinable public static var zero: Yuan { Yuan(fen: 0) }

  /// The largest amount that an input may state: 9,999,999,999.99 yuan.
  @inlinable public static var largestInput: Yuan { Yuan(fen: 999_999_999_999) }

  /// Less than.
  @inlinable public static func < (a: Yuan, b: Yuan) -> Bool { a.fen < b.fen }
  /// The sum; traps on overflow.
  @inlinable public static func + (a: Yuan, b: Yuan) -> Yuan { Yuan(fen: a.fen + b.fen) }
  /// The difference, which may be negative.
  @inlinable public static func - (a: Yuan, b: Yuan) -> Yuan { Yuan(fen: a.fen - b.fen) }
  /// Adds; traps on overflow.
  @inlinable public static func += (a: inout Yuan, b: Yuan) { a.fen += b.fen }
  /// Takes away.
  @inlinable public static func -= (a: inout Yuan, b: Yuan) { a.fen -= b.fen }

  /// The amount, or nothing where it is negative: what is left above a threshold.
  @inlinable public var orZero: Yuan { fen < 0 ? .zero : self }
}

extension Yuan: CustomStringConvertible {
  /// Yuan with exactly two decimals and no grouping, `"1438.25"`: the form of every output file.
  public var description: String {
    let magnitude = fen.magnitude
    let cents = magnitude % 100
    return "\(fen < 0 ? "-" : "")\(magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
  }

  /// Yuan with grouped thousands for reports and messages, `"1,438.25"`.
  public var grouped: String {
    let text = description
    guard let point = text.firstIndex(of: ".") else { return text }
    var whole = Array(text[..<point])
    var position = whole.count - 3
    while position > (fen < 0 ? 1 : 0) {
      whole.insert(",", at: position)
      position -= 3
    }
    return String(whole) + text[point...]
  }
}
