import Foundation
import Input

/// Holds output back until the last case has proved good, so that a refused file prints nothing.
///
/// What does not fit a buffer lies in an unnamed temporary file: memory stays flat however long the input is.
final class Spool {
  private var buffer = Data()
  private var file: FileHandle?
  private static let bufferLimit = 1 << 20

  init() throws {}

  /// Adds output.
  func add(_ text: String) throws(Refusal) {
    buffer.append(contentsOf: text.utf8)
    guard buffer.count >= Self.bufferLimit else { return }
    do { try flush() } catch {
      throw Refusal(
        Diagnostic(
          at: Place(file: NSTemporaryDirectory(), line: 1),
          "the output cannot be spooled: \(error.localizedDescription)",
          hint: "make room, or set TMPDIR to another folder"))
    }
  }

  private func flush() throws {
    if file == nil {
      let path = NSTemporaryDirectory() + "medaid-\(ProcessInfo.processInfo.globallyUniqueString)"
      guard FileManager.default.createFile(atPath: path, contents: nil),
        let handle = FileHandle(forUpdatingAtPath: path)
      else {
        throw TransferFailure(description: "no temporary file can be made in \(NSTemporaryDirectory())")
      }
      // Removed at once: the open handle keeps it until the program ends, however it ends.
      try FileManager.default.removeItem(atPath: path)
      file = handle
    }
    try file?.write(contentsOf: buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes everything to standard output.
  func replay() throws {
    do {
      if let file {
        try flush()
        try file.seek(toOffset: 0)
        while let part = try file.read(upToCount: Self.bufferLimit), !part.isEmpty {
          try FileHandle.standardOutput.write(contentsOf: part)
        }
      } else {
        try FileHandle.standardOutput.write(contentsOf: buffer)
      }
    } catch { throw TransferFailure(description: "standard output cannot be written: \(error.localizedDescription)") }
  }
}
