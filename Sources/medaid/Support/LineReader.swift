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

  private let handle: FileHandle
  private let file: String
  private var buffer: [UInt8] = []
  private var start = 0
  private var number = 0
  private var isAtEnd = false

  init(_ file: String) throws(Refusal) {
    self.file = file
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), isFolder.boolValue, file != "-" {
      throw Refusal(
        Diagnostic(at: Place(file: file, line: 1), "this is a folder, not a file", hint: "name a file in it"))
    }
    guard let handle = file == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: file) else {
      throw Refusal(Diagnostic(at: Place(file: file, line: 1), "there is no such file, or it cannot be read"))
    }
    self.handle = handle
  }

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
      do {
        guard let part = try handle.read(upToCount: 1 << 18), !part.isEmpty else {
          isAtEnd = true
          continue
        }
        buffer.append(contentsOf: part)
      } catch { throw TransferFailure(description: "\(file) cannot be read: \(error.localizedDescription)") }
    }
  }

  /// A byte-order mark may stand before the first line.
  private func withoutMark(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    number == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
  }
}
