import Foundation
import Input

/// Reads a file line by line with memory for one line only.
final class LineReader {
  /// One line without its break.
  struct Line {
    let bytes: ArraySlice<UInt8>
    /// Counted from 1.
    let number: Int

    /// True for a line of blanks.
    var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }

    /// Calls `body` with the line's bytes.
    func withBytes<R>(_ body: (UnsafeBufferPointer<UInt8>) throws(Refusal) -> R) throws(Refusal) -> R {
      let result = bytes.withUnsafeBufferPointer { buffer in Result { () throws(Refusal) in try body(buffer) } }
      return try result.get()
    }
  }

  /// A case on a line longer than this is not one that a person or program meant.
  private static let lineLimit = 16 << 20

  private let descriptor: Int32
  private let file: String
  private var buffer: [UInt8] = []
  private var start = 0
  private var number = 0
  private var isAtEnd = false

  init(_ file: String) throws(Refusal) {
    self.file = file
    descriptor = try InputFile.open(file)
  }

  deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

  /// The next line; nil at the end.
  func next() throws -> Line? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        number += 1
        return Line(bytes: withoutMark(buffer[start..<end]), number: number)
      }
      searched = buffer.count
      guard !isAtEnd else {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        number += 1
        return Line(bytes: withoutMark(buffer[start...]), number: number)
      }
      if buffer.count - start > Self.lineLimit {
        throw Refusal(Diagnostic(at: Place(file: file, line: number + 1), "the line is longer than 16 MiB"))
      }
      searched -= start
      buffer.removeFirst(start)
      start = 0
      let part = try part()
      isAtEnd = part.isEmpty
      buffer += part
    }
  }

  private func part() throws(TransferFailure) -> [UInt8] {
    do { return try Descriptor.read(from: descriptor, upTo: 1 << 18) } catch {
      throw TransferFailure(
        file == "-" ? "standard input" : file, "cannot be read: \(error.words)",
        hint: error.code == EBADF ? "let it come from a file or another program" : "try a copy of it")
    }
  }

  /// A byte-order mark may stand before the first line.
  private func withoutMark(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    number == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
  }
}
