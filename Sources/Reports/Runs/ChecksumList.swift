/// The SHA-256 of files in the form that `sha256sum --check` reads, one a line.
struct ChecksumList {
  /// The name of its file.
  static let file = "SHA256SUMS"

  /// The lines so far.
  private(set) var text = ""

  /// Adds a file that is held as text.
  mutating func add(_ path: String, _ content: String) { text += "\(SHA256.digits(of: content))  \(path)\n" }

  /// Adds a file of the disk.
  ///
  /// - Returns: its digits.
  /// - Throws: `ReportFailure` where it cannot be read.
  @discardableResult
  mutating func add(_ path: String, copyOf source: String) throws(ReportFailure) -> String {
    let digits = try SHA256.digits(ofFile: source)
    text += "\(digits)  \(path)\n"
    return digits
  }
}
