/// The parts of a file's path as a user gave it.
///
/// Foundation's own functions for this end the program at names of one letter.
public struct FilePath: Sendable {
  /// What stands before the last slash; empty where there is none, `/` for a file of the root.
  public let folder: String
  /// The name without folders.
  public let name: String

  /// Takes a path apart; slashes at its end do not count.
  public init(_ path: String) {
    let trimmed = path.reversed().drop { $0 == "/" }.reversed()
    let parts = String(trimmed)
    guard let slash = parts.lastIndex(of: "/") else {
      (folder, name) = (path.hasPrefix("/") && parts.isEmpty ? "/" : "", parts)
      return
    }
    let before = String(parts[..<slash].reversed().drop { $0 == "/" }.reversed())
    folder = before.isEmpty ? "/" : before
    name = String(parts[parts.index(after: slash)...])
  }

  /// The name without its last extension.
  public var stem: String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}
