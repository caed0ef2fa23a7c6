import Input
import Foundation

/// One file that is written whole or not at all.
public enum SingleFile {
  /// Writes a text beside its place and, when the disk has it, moves it there.
  ///
  /// - Parameters:
  ///   - replacing: false leaves a file that is there as it is, and throws.
  ///   - hint: what to do where there is one.
  /// - Throws: `ReportFailure`; then nothing has changed.
  public static func write(_ text: String, to path: String, replacing: Bool, hint: String) throws(ReportFailure) {
    try check(path)
    let beside = around(path) + hidden(path)
    defer { unlink(beside) }
    try FileSystem.save(text, to: beside)
    guard !replacing else { return try FileSystem.move(beside, to: path) }
    // Unlike a rename, a link fails where there is a file, also one that has come meanwhile.
    guard link(beside, path) != 0 else { return }
    guard errno == EEXIST else { throw FileSystem.failure(path, "cannot be put into place", errno) }
    throw ReportFailure(path, "there is such a file already", hint: hint)
  }

  /// Writes bytes beside a file's place and, when the disk has them, moves them there, over a file that is there.
  ///
  /// - Parameter body: calls its argument for each piece.
  /// - Throws: `ReportFailure`, and what `body` throws; then nothing has changed.
  static func write(
    to path: String, _ body: (@escaping (UnsafeRawBufferPointer) throws -> Void) throws -> Void
  ) throws {
    try check(path)
    // On a shared disk another machine may write the same file under the same process number.
    let beside = around(path) + hidden(path) + "-\(UInt32.random(in: 0...UInt32.max))"
    defer { unlink(beside) }
    try FileSystem.save(to: beside, body)
    try FileSystem.move(beside, to: path)
  }

  /// Whether a file can be written, to be asked before long work.
  ///
  /// - Throws: `ReportFailure` where it cannot.
  public static func check(_ path: String) throws(ReportFailure) {
    guard FileSystem.kind(path) != .folder else {
      throw ReportFailure(path, "this is a folder, not a file", hint: "name a file")
    }
    guard !FileSystem.isSpecial(path) else {
      // Moving a file into its place would take the device itself away.
      throw ReportFailure(path, "this is a device or a pipe, not a file", hint: "name a file")
    }
    let folder = FilePath(path).folder
    guard folder.isEmpty || FileSystem.kind(folder) == .folder else {
      throw ReportFailure(path, "there is no folder \(folder)", hint: "create it first, or check its spelling")
    }
    if access(folder.isEmpty ? "." : folder, W_OK | X_OK) != 0 {
      throw FileSystem.failure(path, "cannot be created", errno)
    }
  }

  /// Removes what processes left beside a file that were killed while they wrote it.
  static func sweep(_ path: String) {
    let folder = FilePath(path).folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    for name in names where name.hasPrefix(prefix(path)) { unlink(around(path) + name) }
  }

  private static func prefix(_ path: String) -> String { ".\(FilePath(path).name).partial-" }

  private static func hidden(_ path: String) -> String { prefix(path) + String(getpid()) }

  /// What stands before a file's name.
  static func around(_ path: String) -> String {
    let folder = FilePath(path).folder
    return folder.isEmpty ? "" : folder == "/" ? "/" : folder + "/"
  }
}
