import Foundation

/// The few calls that reports are written with, each with an error that says where and what to do.
enum FileSystem {
  enum Kind { case absent, folder, other }

  /// What stands at a path; a link counts as what it leads to.
  static func kind(_ path: String) -> Kind {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return .absent }
    return isFolder.boolValue ? .folder : .other
  }

  /// Writes a text to a file and waits until the disk has it.
  static func save(_ text: String, to path: String) throws(ReportFailure) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw failure(path, "cannot be opened for writing", errno) }
    var text = text
    var code: Int32 = text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while let start = rest.baseAddress, !rest.isEmpty {
        let count = write(file, start, rest.count)
        if count < 0, errno == EINTR { continue }
        if count < 0 { return errno }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
      return 0
    }
    // Devices and pipes cannot be synchronised, and need not be.
    if code == 0, fsync(file) != 0, errno != EINVAL, errno != EROFS { code = errno }
    if close(file) != 0, code == 0 { code = errno }
    guard code == 0 else { throw failure(path, "cannot be written", code) }
  }

  /// Creates a folder unless it is there.
  static func makeFolder(_ path: String) throws(ReportFailure) {
    guard mkdir(path, 0o755) != 0, errno != EEXIST else { return }
    throw failure(path, "cannot be created", errno)
  }

  /// Renames, replacing what is there.
  static func move(_ from: String, to path: String) throws(ReportFailure) {
    if rename(from, path) != 0 { throw failure(path, "cannot be put into place", errno) }
  }

  /// An error in words.
  static func failure(_ path: String, _ what: String, _ code: Int32) -> ReportFailure {
    let hint =
      switch code {
      case ENOSPC, EDQUOT: "make room, or name a folder on another disk with --output"
      case EACCES, EPERM, EROFS: "name a folder that you may write to with --output"
      case ENOENT, ENOTDIR: "create the folder around it first"
      case ENAMETOOLONG: "name a folder with a shorter path"
      default: "name another folder with --output"
      }
    return ReportFailure(path, "\(what): \(String(cString: strerror(code)).lowercased())", hint: hint)
  }
}
