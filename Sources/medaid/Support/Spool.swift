import Foundation
import Input

/// Holds output back until the last case has proved good, so that a refused file prints nothing.
///
/// What does not fit a buffer lies in an unnamed temporary file: memory stays flat however long the input is.
final class Spool {
  private var buffer: [UInt8] = []
  private var file: Int32?
  private let folder = NSTemporaryDirectory()
  private static let bufferLimit = 1 << 20

  deinit { if let file { close(file) } }

  /// Adds output.
  func add(_ text: String) throws(TransferFailure) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.bufferLimit { try flush(to: unnamedFile()) }
  }

  private func flush(to file: Int32) throws(TransferFailure) {
    let result = buffer.withUnsafeBytes { bytes in
      Result { () throws(SystemFault) in try Descriptor.write(bytes, to: file) }
    }
    do { try result.get() } catch { throw failure("cannot hold the output back for a moment", error) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// The temporary file; its name is removed at once, so that it ends with the program, however that ends.
  private func unnamedFile() throws(TransferFailure) -> Int32 {
    if let file { return file }
    // mkstemp puts a name that is free in the place of the six X.
    var path = Array((folder + "/medaid-XXXXXX").utf8CString)
    let made = mkstemp(&path)
    guard made >= 0 else { throw failure("no temporary file can be made in this folder", SystemFault(code: errno)) }
    unlink(path)
    file = made
    return made
  }

  private func failure(_ what: String, _ fault: SystemFault) -> TransferFailure {
    let hint =
      switch fault.code {
      case ENOSPC, EDQUOT: "make room, or set TMPDIR to a folder on another disk"
      default: "set TMPDIR to a folder that you may write to"
      }
    return TransferFailure(folder, "\(what): \(fault.words)", hint: hint)
  }

  /// Writes everything to standard output.
  func replay() throws(TransferFailure) {
    guard let file else { return try Output.write(buffer) }
    try flush(to: file)
    lseek(file, 0, SEEK_SET)
    while true {
      let part: [UInt8]
      do { part = try Descriptor.read(from: file, upTo: Self.bufferLimit) } catch {
        throw failure("cannot read back the output that was held here", error)
      }
      if part.isEmpty { return }
      try Output.write(part)
    }
  }
}
