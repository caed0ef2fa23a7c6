import Foundation

/// The hidden folders that runs of a target left behind because they were killed.
///
/// Each is named for the process that wrote it, which also holds a lock on it: another machine, or another container,
/// may write to the same target under a number that is nobody's here.
enum Leftovers {
  /// The hidden folder of a process for a target of this name.
  static func name(for target: String, process: Int32) -> String { ".\(target).partial-\(process)" }

  /// Removes what dead processes left in a folder; what cannot be removed stays.
  static func sweep(_ folder: String, target: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let prefix = name(for: target, process: 0).dropLast()
    for name in names where name.hasPrefix(prefix) {
      guard let process = Int32(name.dropFirst(prefix.count)), process > 0, isDead(process) else { continue }
      let path = folder + "/" + name
      guard FileSystem.kind(path) == .folder, let held = lock(path) else { continue }
      try? FileManager.default.removeItem(atPath: path)
      close(held)
    }
  }

  /// Takes the lock on a folder.
  ///
  /// - Returns: a descriptor that holds it until it is closed; nil where another process has it.
  static func lock(_ path: String) -> Int32? {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard folder >= 0 else { return nil }
    if flock(folder, LOCK_EX | LOCK_NB) == 0 { return folder }
    close(folder)
    return nil
  }

  private static func isDead(_ process: Int32) -> Bool { kill(process, 0) != 0 && errno == ESRCH }
}
