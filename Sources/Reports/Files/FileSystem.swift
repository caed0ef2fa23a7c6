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

  /// Whether something stands at a path that is neither a file nor a folder, such as a device or a pipe.
  static func isSpecial(_ path: String) -> Bool {
    var found = stat()
    guard stat(path, &found) == 0 else { return false }
    let kind = found.st_mode & S_IFMT
    return kind != S_IFREG && kind != S_IFDIR
  }

  /// Writes a text to a file and waits until the disk has it.
  static func save(_ text: String, to path: String) throws(ReportFailure) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw failure(path, "cannot be opened for writing", errno) }
    var text = text
    var code: Int32 = text.withUTF8 { write(UnsafeRawBufferPointer($0), to: file) }
    code = settle(file, code)
    guard code == 0 else { throw failure(path, "cannot be written", code) }
  }

  /// Writes pieces to a file and waits until the disk has them.
  ///
  /// - Parameter body: calls its argument for each piece.
  static func save(
    to path: String, _ body: (@escaping (UnsafeRawBufferPointer) throws -> Void) throws -> Void
  ) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw failure(path, "cannot be opened for writing", errno) }
    do {
      try body { bytes in
        let code = write(bytes, to: file)
        if code != 0 { throw failure(path, "cannot be written", code) }
      }
    } catch {
      close(file)
      throw error
    }
    let code = settle(file, 0)
    guard code == 0 else { throw failure(path, "cannot be written", code) }
  }

  /// Copies a file to a new one and waits until the disk has it.
  static func copy(_ source: String, to path: String) throws(ReportFailure) {
    let file = open(source, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw ReportFailure(
        source, "cannot be read: \(String(cString: strerror(errno)).lowercased())", hint: "check its permissions")
    }
    defer { close(file) }
    try copy(file, to: path)
  }

  /// Copies an open file from its beginning to a new one and waits until the disk has it.
  static func copy(_ source: Int32, to path: String) throws(ReportFailure) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw failure(path, "cannot be opened for writing", errno) }
    var code: Int32 = lseek(source, 0, SEEK_SET) < 0 ? errno : 0
    var part = [UInt8](repeating: 0, count: 1 << 20)
    while code == 0 {
      let count = part.withUnsafeMutableBytes { read(source, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0 { code = errno }
      guard count > 0 else { break }
      code = part.withUnsafeBytes { write(UnsafeRawBufferPointer(rebasing: $0[..<count]), to: file) }
    }
    code = settle(file, code)
    guard code == 0 else { throw failure(path, "cannot be written", code) }
  }

  /// Hands on the bytes of a file piece by piece.
  static func eachPiece(of source: String, _ body: (ArraySlice<UInt8>) -> Void) throws(ReportFailure) {
    let file = open(source, O_RDONLY | O_CLOEXEC)
    let code = file < 0 ? errno : eachPiece(of: file, body)
    if file >= 0 { close(file) }
    guard code == 0 else {
      throw ReportFailure(
        source, "cannot be read: \(String(cString: strerror(code)).lowercased())", hint: "check its permissions")
    }
  }

  /// Hands on the bytes of an open file from its beginning, and leaves its position as it is; 0, or the error's number.
  static func eachPiece(of file: Int32, _ body: (ArraySlice<UInt8>) -> Void) -> Int32 {
    var (code, offset): (Int32, off_t) = (0, 0)
    var part = [UInt8](repeating: 0, count: 1 << 20)
    while code == 0 {
      let count = part.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, offset) }
      if count < 0, errno == EINTR { continue }
      if count < 0 { code = errno }
      guard count > 0 else { break }
      body(part[..<count])
      offset += off_t(count)
    }
    return code
  }

  /// Writes bytes to an open file; 0, or the error's number.
  static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Int32 {
    var rest = bytes
    while let start = rest.baseAddress, !rest.isEmpty {
      let count = Foundation.write(file, start, rest.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { return errno }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return 0
  }

  /// Waits for the disk and closes a file; the first error's number, `code` where there was one before.
  private static func settle(_ file: Int32, _ code: Int32) -> Int32 {
    var code = code
    // Devices and pipes cannot be synchronised, and need not be.
    if code == 0, fsync(file) != 0, errno != EINVAL, errno != EROFS { code = errno }
    if close(file) != 0, code == 0 { code = errno }
    return code
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
