import Foundation
import Input

/// The bytes of a part file, read once to prove that they are whole and then again for what they say.
final class PartBytes {
  private static let block = 1 << 18

  private let path: String
  private let file: Int32

  init(_ path: String) throws(Refusal) {
    self.path = path
    guard path != "-", !FileSystem.isSpecial(path) else {
      throw Self.refusal(path, "this is not a file, and parts are read twice", "write it to a file first")
    }
    file = try InputFile.open(path)
  }

  deinit { close(file) }

  /// Reads everything and compares the fingerprint at the end.
  ///
  /// - Returns: whether it is that of all bytes before it.
  func isWhole() throws(Refusal) -> Bool {
    try rewind()
    var fingerprint = Fingerprint()
    // The last eight bytes are held back: they are the fingerprint.
    var held: [UInt8] = []
    while true {
      let part = try next()
      if part.isEmpty { break }
      held += part
      let whole = max(0, held.count - 8)
      held.withUnsafeBytes { fingerprint.add(UnsafeRawBufferPointer(rebasing: $0[..<whole])) }
      held.removeFirst(whole)
    }
    return held.count == 8 && held.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) } == fingerprint.value
  }

  /// Begins again.
  func rewind() throws(Refusal) {
    guard lseek(file, 0, SEEK_SET) == 0 else {
      throw Self.refusal(path, "the file cannot be read from its beginning", "try a copy of it")
    }
  }

  /// The bytes that follow; none at the end.
  func next() throws(Refusal) -> [UInt8] {
    do { return try Descriptor.read(from: file, upTo: Self.block) } catch {
      throw Self.refusal(path, "the file cannot be read: \(error.words)", "try a copy of it")
    }
  }

  private static func refusal(_ path: String, _ reason: String, _ hint: String) -> Refusal {
    Refusal(Diagnostic(at: Place(file: path, line: 0), reason, hint: hint))
  }
}
