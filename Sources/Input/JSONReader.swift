/// Reads one JSON value strictly: duplicate keys are seen, and numbers keep their text.
///
/// The common decoders hide both, and an amount written `1.500` or a key given twice must not pass.
public struct JSONReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let file: String
  private var index = 0
  private var line: Int

  /// The only value in `text`.
  ///
  /// - Parameter line: the number of the text's first line, for the messages.
  /// - Throws: `Refusal` for anything that RFC 8259 does not allow, and for duplicate keys.
  public static func read(_ text: String, file: String, line: Int = 1) throws(Refusal) -> Node {
    var text = text
    let result = text.withUTF8 { bytes in Result { () throws(Refusal) in try read(bytes, file: file, line: line) } }
    return try result.get()
  }

  /// The only value in a buffer of UTF-8.
  public static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, file: String, line: Int = 1
  ) throws(Refusal) -> Node {
    var reader = JSONReader(bytes: bytes, file: file, line: line)
    let node = try reader.value(depth: 0)
    reader.skipBlanks()
    guard reader.index == bytes.count else { throw reader.refuse("there is something after the end of the value") }
    return node
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, file: String, line: Int) {
    self.bytes = bytes
    self.file = file
    self.line = line
  }

  private func refuse(_ reason: String, _ hint: String? = nil) -> Refusal {
    Refusal(Diagnostic(at: Place(file: file, line: line), "this is not JSON: " + reason, hint: hint))
  }

  private var place: Place { Place(file: file, line: line) }

  private var current: UInt8 { index < bytes.count ? bytes[index] : 0 }

  private mutating func skipBlanks() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0D: index += 1
      case 0x0A:
        index += 1
        line += 1
      default: return
      }
    }
  }

  private mutating func expect(_ byte: UInt8, _ what: String) throws(Refusal) {
    skipBlanks()
    guard current == byte, index < bytes.count else { throw refuse("\(what) is missing") }
    index += 1
  }

  private mutating func value(depth: Int) throws(Refusal) -> Node {
    guard depth <= Diagnostic.depthLimit else { throw Refusal(.nested(at: place)) }
    skipBlanks()
    let place = place
    guard index < bytes.count else { throw refuse("a value is missing") }
    switch current {
    case UInt8(ascii: "{"): return Node(.mapping(try object(depth: depth)), at: place)
    case UInt8(ascii: "["): return Node(.sequence(try array(depth: depth)), at: place)
    case UInt8(ascii: "\""): return Node(.scalar(try string(), quoted: true), at: place)
    case UInt8(ascii: "t"): return Node(.scalar(try word("true"), quoted: false), at: place)
    case UInt8(ascii: "f"): return Node(.scalar(try word("false"), quoted: false), at: place)
    case UInt8(ascii: "n"):
      _ = try word("null")
      return Node(.null, at: place)
    default: return Node(.scalar(try number(), quoted: false), at: place)
    }
  }

  private mutating func object(depth: Int) throws(Refusal) -> [Node.Entry] {
    var entries: [Node.Entry] = []
    index += 1
    skipBlanks()
    if current == UInt8(ascii: "}"), index < bytes.count {
      index += 1
      return entries
    }
    while true {
      skipBlanks()
      guard current == UInt8(ascii: "\"") else { throw refuse("a key in double quotes is missing") }
      let keyPlace = place
      let key = try string()
      if entries.contains(where: { $0.key == key }) {
        throw Refusal(Diagnostic(at: keyPlace, key: key, "the key stands here twice", hint: "keep one of them"))
      }
      try expect(UInt8(ascii: ":"), "the colon after the key \"\(key)\"")
      entries.append(.init(key: key, place: keyPlace, value: try value(depth: depth + 1)))
      skipBlanks()
      if current == UInt8(ascii: ",") {
        index += 1
        continue
      }
      try expect(UInt8(ascii: "}"), "a comma or a closing brace")
      return entries
    }
  }

  private mutating func array(depth: Int) throws(Refusal) -> [Node] {
    var items: [Node] = []
    index += 1
    skipBlanks()
    if current == UInt8(ascii: "]"), index < bytes.count {
      index += 1
      return items
    }
    while true {
      items.append(try value(depth: depth + 1))
      skipBlanks()
      if current == UInt8(ascii: ",") {
        index += 1
        continue
      }
      try expect(UInt8(ascii: "]"), "a comma or a closing bracket")
      return items
    }
  }

  private mutating func word(_ word: StaticString) throws(Refusal) -> String {
    let text = word.description
    for byte in text.utf8 {
      guard current == byte else {
        throw refuse("true, false, null, a number, a string, a list or a mapping is expected")
      }
      index += 1
    }
    return text
  }

  private mutating func number() throws(Refusal) -> String {
    let start = index
    if current == UInt8(ascii: "-") { index += 1 }
    let whole = try digits()
    if whole > 1, bytes[index - whole] == UInt8(ascii: "0") { throw refuse("a number may not begin with 0") }
    if current == UInt8(ascii: ".") {
      index += 1
      _ = try digits()
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      index += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { index += 1 }
      _ = try digits()
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func digits() throws(Refusal) -> Int {
    let start = index
    while current >= UInt8(ascii: "0"), current <= UInt8(ascii: "9") { index += 1 }
    guard index > start else { throw refuse("a value is missing or misspelt", "strings stand in double quotes") }
    return index - start
  }

  private mutating func string() throws(Refusal) -> String {
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\"),
      bytes[index] >= 0x20
    {
      index += 1
    }
    guard index < bytes.count else { throw refuse("a string does not end") }
    if bytes[index] == UInt8(ascii: "\"") {
      index += 1
      return try text(bytes[start..<(index - 1)])
    }
    var buffer = Array(bytes[start..<index])
    while true {
      guard index < bytes.count else { throw refuse("a string does not end") }
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") { return try text(buffer[...]) }
      guard byte >= 0x20 else { throw refuse("a string holds a control character", "write it as \\u00XX") }
      if byte == UInt8(ascii: "\\") { try escape(into: &buffer) } else { buffer.append(byte) }
    }
  }

  private func text(_ bytes: some Collection<UInt8>) throws(Refusal) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw refuse("a string is not UTF-8") }
    return text
  }

  private mutating func escape(into buffer: inout [UInt8]) throws(Refusal) {
    let byte = current
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): buffer.append(byte)
    case UInt8(ascii: "b"): buffer.append(0x08)
    case UInt8(ascii: "f"): buffer.append(0x0C)
    case UInt8(ascii: "n"): buffer.append(0x0A)
    case UInt8(ascii: "r"): buffer.append(0x0D)
    case UInt8(ascii: "t"): buffer.append(0x09)
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if code >= 0xD800, code < 0xDC00, current == UInt8(ascii: "\\") {
        index += 1
        guard current == UInt8(ascii: "u") else { throw refuse("half of a surrogate pair stands alone") }
        index += 1
        let low = try hexadecimal()
        guard low >= 0xDC00, low < 0xE000 else { throw refuse("half of a surrogate pair stands alone") }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw refuse("half of a surrogate pair stands alone") }
      buffer.append(contentsOf: String(Character(scalar)).utf8)
    default:
      throw refuse("an escape is unknown", "allowed: \\\" \\\\ \\/ \\b \\f \\n \\r \\t, and \\u with four digits")
    }
  }

  private mutating func hexadecimal() throws(Refusal) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(current)).hexDigitValue else {
        throw refuse("\\u needs four hexadecimal digits")
      }
      code = code << 4 + UInt32(digit)
      index += 1
    }
    return code
  }
}
