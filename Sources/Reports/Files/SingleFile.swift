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
    guard FileSystem.kind(path) != .folder else {
      throw ReportFailure(path, "this is a folder, not a file", hint: "name a file")
    }
    guard !FileSystem.isSpecial(path) else {
      // Moving a file into its place would take the device itself away.
      throw ReportFailure(path, "this is a device or a pipe, not a file", hint: "name a file")
    }
    let name = FilePath(path).name, folder = FilePath(path).folder
    guard folder.isEmpty || FileSystem.kind(folder) == .folder else {
      throw ReportFailure(path, "there is no folder \(folder)", hint: "create it first, or check its spelling")
    }
    let beside = (folder.isEmpty ? "" : folder == "/" ? "/" : folder + "/") + ".\(name).partial-\(getpid())"
    defer { unlink(beside) }
    try FileSystem.save(text, to: beside)
    guard !replacing else { return try FileSystem.move(beside, to: path) }
    // Unlike a rename, a link fails where there is a file, also one that has come meanwhile.
    guard link(beside, path) != 0 else { return }
    guard errno == EEXIST else { throw FileSystem.failure(path, "cannot be put into place", errno) }
    throw ReportFailure(path, "there is such a file already", hint: hint)
  }
}
