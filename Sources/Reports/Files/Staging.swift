import Foundation

/// The hidden folder in which reports lie until all of them are written.
struct Staging {
  let folder: String
  /// Tells other processes that the folder is in use.
  private var lock: Int32?

  init(folder: String) { self.folder = folder }

  /// Writes all files below the hidden folder.
  mutating func write(_ files: [(path: String, content: ReportFolder.Content)]) throws(ReportFailure) {
    // What lies here was left behind by a dead process that had our number.
    remove()
    try FileSystem.makeFolder(folder)
    lock = Leftovers.lock(folder)
    for file in files {
      _ = try makeFolders(of: file.path, in: folder)
      let target = folder + "/" + file.path
      switch file.content {
      case .text(let text): try FileSystem.save(text, to: target)
      case .stream(let stream): try stream.save(to: target)
      case .copy(let source): try FileSystem.copy(source, to: target)
      }
    }
  }

  /// Moves the files to a folder; where one cannot be moved, those moved before it are undone.
  func moveFiles(_ paths: [String], to target: String) throws(ReportFailure) {
    for path in paths where FileSystem.kind(target + "/" + path) == .folder {
      throw ReportFailure(target + "/" + path, "this is a folder, not a report", hint: "rename or remove it")
    }
    var created: [String] = []
    var moved: [(path: String, backup: String?)] = []
    do {
      for (index, path) in paths.enumerated() {
        created += try makeFolders(of: path, in: target)
        // A second name for the old file, so that there is no moment without one.
        let backup = "\(folder)/.old-\(index)"
        let hasBackup = link(target + "/" + path, backup) == 0
        try FileSystem.move(folder + "/" + path, to: target + "/" + path)
        moved.append((path, hasBackup ? backup : nil))
      }
    } catch {
      for (path, backup) in moved.reversed() {
        if let backup { rename(backup, target + "/" + path) } else { unlink(target + "/" + path) }
      }
      for path in created.reversed() { rmdir(path) }
      throw error
    }
  }

  /// Removes the hidden folder and whatever is left in it.
  mutating func remove() {
    try? FileManager.default.removeItem(atPath: folder)
    if let lock { close(lock) }
    lock = nil
  }

  /// Creates the folders on the way to a file, and names those that were new.
  private func makeFolders(of file: String, in root: String) throws(ReportFailure) -> [String] {
    var created: [String] = []
    var path = root
    for part in file.split(separator: "/").dropLast() {
      path += "/" + part
      if FileSystem.kind(path) == .absent { created.append(path) }
      try FileSystem.makeFolder(path)
    }
    return created
  }
}
