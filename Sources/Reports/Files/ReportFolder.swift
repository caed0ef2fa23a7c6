import Foundation

/// The files of a run, held back until all of them exist and then put into a folder together.
///
/// Other files of the folder stay. Where anything fails, the folder is as it was before.
public struct ReportFolder {
  /// The folder that is written to.
  public let path: String
  private var files: [(path: String, content: Content)] = []

  /// What a file will hold.
  enum Content {
    case text(String)
    case stream(StreamedFile)
    case copy(from: String)
  }

  /// Files of an earlier run that go with this commit, where it does not bring them anew.
  private var superseded: [String] = []

  /// Names the folder; nothing is written before `commit()`.
  ///
  /// - Parameter path: the folder, which may be new; the folder around it may not.
  public init(_ path: String) {
    let trimmed = String(path.reversed().drop { $0 == "/" }.reversed())
    self.path = trimmed.isEmpty ? (path.isEmpty ? "." : "/") : trimmed
  }

  /// The relative paths of the files added so far, in order.
  public var paths: [String] { files.map(\.path) }

  /// Adds a file.
  ///
  /// - Parameter relative: its path within the folder, such as `figures/burden.svg`.
  /// - Throws: `ReportFailure` where the path leads out of the folder, or the file has been added before.
  public mutating func add(_ relative: String, _ text: String) throws(ReportFailure) {
    try refuse(relative)
    files.append((relative, .text(text)))
  }

  /// Adds a file that is too long for memory and is written piece by piece, before `commit()`.
  ///
  /// - Throws: `ReportFailure` as `add`, and where the folder cannot be written to.
  public mutating func stream(_ relative: String) throws(ReportFailure) -> StreamedFile {
    try refuse(relative)
    try check()
    let file = try StreamedFile(path + "/" + relative, on: FileSystem.kind(path) == .folder ? path : parent)
    files.append((relative, .stream(file)))
    return file
  }

  /// Adds a copy of a file, which is read at `commit()`.
  ///
  /// - Throws: `ReportFailure` as `add`.
  public mutating func copy(_ relative: String, from source: String) throws(ReportFailure) {
    try refuse(relative)
    files.append((relative, .copy(from: source)))
  }

  /// The SHA-256 of the files added so far that are among these, in their order.
  ///
  /// - Throws: `ReportFailure` where one that lies on the disk cannot be read.
  func checksums(of names: [String]) throws(ReportFailure) -> [(name: String, checksum: String)] {
    var found: [(name: String, checksum: String)] = []
    for name in names {
      switch files.first(where: { $0.path == name })?.content {
      case nil: continue
      case .text(let text): found.append((name, SHA256.digits(of: text)))
      case .stream(let file): found.append((name, try file.checksum()))
      case .copy(let source): found.append((name, try SHA256.digits(ofFile: source)))
      }
    }
    return found
  }

  /// Names files that go when the others come: left where they are, they would look as if they belonged to them.
  public mutating func supersede(_ files: [String]) { superseded += files }

  /// Refuses a folder that holds anything, where the files are to be a whole of their own.
  public func refuseUnlessEmpty() throws(ReportFailure) {
    try check()
    guard let found = try? FileManager.default.contentsOfDirectory(atPath: path), !found.isEmpty else { return }
    throw ReportFailure(path, "the folder is not empty", hint: "name a new one with --output")
  }

  private func refuse(_ relative: String) throws(ReportFailure) {
    let parts = relative.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else {
      throw ReportFailure(relative, "the path does not lead to a file of the folder", hint: "use a relative path")
    }
    guard !paths.contains(relative) else {
      throw ReportFailure(relative, "two reports have this name", hint: "rename one of them")
    }
  }

  /// Whether the folder can be written to, to be asked before a long run.
  ///
  /// - Throws: `ReportFailure` where it cannot.
  public func check() throws(ReportFailure) {
    switch FileSystem.kind(path) {
    case .other: throw ReportFailure(path, "this is a file, not a folder", hint: "name a folder with --output")
    case .folder: if access(path, W_OK | X_OK) != 0 { throw FileSystem.failure(path, "cannot be written to", errno) }
    case .absent:
      let parent = self.parent
      guard FileSystem.kind(parent) == .folder else {
        throw ReportFailure(
          path, "there is no folder \(parent) to create it in", hint: "create \(parent) first, or check its spelling")
      }
      if access(parent, W_OK | X_OK) != 0 { throw FileSystem.failure(path, "cannot be created", errno) }
    }
  }

  /// Writes all files to a hidden folder and, when the disk has them, moves them into place.
  ///
  /// - Throws: `ReportFailure`; then nothing has changed.
  public func commit() throws(ReportFailure) {
    try check()
    let isNew = FileSystem.kind(path) == .absent
    // In the folder itself where there is one: it may be a disk of its own, or the folder around it be closed to us.
    for folder in isNew ? [parent] : [parent, path] { Leftovers.sweep(folder, target: name) }
    let hidden = Leftovers.name(for: name, process: getpid())
    var staging = Staging(folder: (isNew ? parent : path) + "/" + hidden)
    defer { staging.remove() }
    try staging.write(files)
    if isNew { try FileSystem.move(staging.folder, to: path) } else { try staging.moveFiles(paths, to: path) }
    for file in superseded where !paths.contains(file) { unlink(path + "/" + file) }
  }

  // Foundation's own calls for these end the program where the path is one letter.

  /// The last part of the path.
  var name: String { path.split(separator: "/").last.map(String.init) ?? "" }

  /// The folder around it.
  var parent: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    let parent = path[..<slash]
    return parent.isEmpty ? "/" : String(parent)
  }
}
