import Foundation
import Synchronization

/// A file of a `ReportFolder` that is written piece by piece, with memory for one buffer.
///
/// Until the folder is committed it has no name: however the program ends, nothing half-written remains. The disk must
/// have room for it twice while it is put into place.
public final class StreamedFile: Sendable {
  private static let bufferSize = 1 << 18

  private let path: String
  private let file: Int32
  private let buffer = Mutex<[UInt8]>([])

  /// Opens the file.
  ///
  /// - Parameters:
  ///   - path: what it will be called, for messages.
  ///   - folder: where it lies until then: on the disk on which it will stay.
  init(_ path: String, on folder: String) throws(ReportFailure) {
    self.path = path
    // mkstemp puts a name that is free in the place of the six X.
    var name = Array((folder + "/.medaid-XXXXXX").utf8CString)
    file = mkstemp(&name)
    guard file >= 0 else { throw FileSystem.failure(path, "cannot be created", errno) }
    unlink(name)
  }

  deinit { close(file) }

  /// Appends text; safe from any thread, in the order of the calls.
  ///
  /// - Throws: `ReportFailure` where the disk takes no more.
  public func write(_ text: String) throws(ReportFailure) {
    let code: Int32 = buffer.withLock { buffer in
      buffer.append(contentsOf: text.utf8)
      return buffer.count < Self.bufferSize ? 0 : flush(&buffer)
    }
    if code != 0 { throw FileSystem.failure(path, "cannot be written", code) }
  }

  /// Copies what was written to a named file.
  func save(to target: String) throws(ReportFailure) {
    let code = buffer.withLock { flush(&$0) }
    if code != 0 { throw FileSystem.failure(path, "cannot be written", code) }
    try FileSystem.copy(file, to: target)
  }

  /// The SHA-256 of what was written so far.
  func checksum() throws(ReportFailure) -> String {
    var sum = SHA256()
    var code = buffer.withLock { flush(&$0) }
    if code == 0 { code = FileSystem.eachPiece(of: file) { sum.add($0) } }
    guard code == 0 else { throw FileSystem.failure(path, "cannot be written and read again", code) }
    return sum.digits()
  }

  private func flush(_ buffer: inout [UInt8]) -> Int32 {
    defer { buffer.removeAll(keepingCapacity: true) }
    return buffer.withUnsafeBytes { FileSystem.write($0, to: file) }
  }
}
