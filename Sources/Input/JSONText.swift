/// Builds JSON text in the order in which members are added, which the common encoders do not keep.
public struct JSONText {
  /// The text so far.
  public private(set) var text = ""
  private var needsComma = false
  private let isIndented: Bool
  private var depth = 0

  /// Creates an empty text.
  ///
  /// - Parameter isIndented: one member or element a line, for files that people read.
  public init(isIndented: Bool = false) {
    self.isIndented = isIndented
    text.reserveCapacity(4096)
  }

  /// Writes an object whose members the closure adds.
  public mutating func object(_ body: (inout JSONText) -> Void) { enclosed("{", "}", body) }
  /// Writes a list whose elements the closure adds.
  public mutating func array(_ body: (inout JSONText) -> Void) { enclosed("[", "]", body) }

  private mutating func enclosed(_ open: String, _ close: String, _ body: (inout JSONText) -> Void) {
    text += open
    needsComma = false
    depth += 1
    body(&self)
    depth -= 1
    if needsComma { breakLine() }
    text += close
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { text += isIndented ? "," : ", " }
    needsComma = true
    breakLine()
  }

  private mutating func breakLine() {
    if isIndented { text += "\n" + String(repeating: "  ", count: depth) }
  }

  /// Adds a member whose value the closure writes.
  public mutating func member(_ key: String, _ value: (inout JSONText) -> Void) {
    separate()
    quote(key)
    text += ": "
    value(&self)
    needsComma = true
  }

  /// Adds an element that the closure writes.
  public mutating func element(_ value: (inout JSONText) -> Void) {
    separate()
    value(&self)
    needsComma = true
  }

  /// Adds a text, or null.
  public mutating func member(_ key: String, _ value: String?) {
    member(key) { json in if let value { json.quote(value) } else { json.text += "null" } }
  }

  /// Adds a whole number.
  public mutating func member(_ key: String, number: Int) { member(key) { $0.text += String(number) } }

  /// Writes a number as it is.
  public mutating func raw(_ value: String) { text += value }

  /// Whether a string needs no escape; most have their bytes at hand, which is faster than to ask for each.
  private static func isPlain(_ value: String) -> Bool {
    value.utf8.withContiguousStorageIfAvailable { bytes in
      for byte in bytes where byte < 0x20 || byte == 0x22 || byte == 0x5C { return false }
      return true
    } ?? value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
  }

  /// Writes a string with its escapes.
  public mutating func quote(_ value: String) {
    text += "\""
    if Self.isPlain(value) {
      text += value
    } else {
      for scalar in value.unicodeScalars {
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case "\n": text += "\\n"
        case "\t": text += "\\t"
        case "\r": text += "\\r"
        default:
          if scalar.value < 0x20 {
            let digits = String(scalar.value, radix: 16)
            text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
          } else {
            text.unicodeScalars.append(scalar)
          }
        }
      }
    }
    text += "\""
  }
}
