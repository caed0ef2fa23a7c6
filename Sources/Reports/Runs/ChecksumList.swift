import Foundation

/// The SHA-256 of files in the form that `sha256sum -c` reads, one a line.
struct ChecksumList {
  /// The name of its file.
  static let file = "SHA256SUMS"

  /// The lines so far.
  private(set) var text = ""

  /// Adds a file that is held as text.
  mutating func add(_ path: String, _ content: String) {
    var sum = SHA256()
    sum.add(content.utf8)
    text += "\(sum.digits())  \(path)\n"
  }

  /// Adds a file of the disk, which may be longer than memory.
  ///
  /// - Throws: `ReportFailure` where it cannot be read.
  mutating func add(_ path: String, copyOf source: String) throws(ReportFailure) {
    var sum = SHA256()
    try FileSystem.eachPiece(of: source) { sum.add($0) }
    text += "\(sum.digits())  \(path)\n"
  }
}
