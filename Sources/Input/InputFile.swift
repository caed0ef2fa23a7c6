import Foundation

/// The bytes of a file that is to be read as text.
public enum InputFile {
  /// A rule, scenario, place or case file larger than this is refused: none that a person wrote comes near it.
  public static let sizeLimit = 16 << 20

  /// Reads a whole file as UTF-8 text without its byte-order mark.
  ///
  /// - Parameter path: a file, or `-` for standard input.
  /// - Throws: `Refusal` where the file is missing, unreadable, a folder, empty, too large, or not UTF-8.
  public static func text(_ path: String, limit: Int = sizeLimit) throws(Refusal) -> String {
    func refuse(_ reason: String, _ hint: String?, line: Int = 1) -> Refusal {
      Refusal(Diagnostic(at: Place(file: path, line: line), reason, hint: hint))
    }
    let descriptor = try open(path)
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var data: [UInt8] = []
    do throws(SystemFault) {
      while data.count <= limit {
        let part = try Descriptor.read(from: descriptor, upTo: min(1 << 20, limit + 1 - data.count))
        if part.isEmpty { break }
        data += part
      }
    } catch { throw refuse("the file cannot be read: \(error.words)", "try a copy of it") }
    guard data.count <= limit else {
      throw refuse("the file is larger than \(limit >> 20) MiB", "is it the right file?")
    }
    return try decode(data, refuse: refuse)
  }

  /// Opens a file for reading.
  ///
  /// - Parameter path: a file, or `-` for standard input.
  /// - Returns: its descriptor, which the caller closes.
  /// - Throws: `Refusal` where the file is missing, unreadable or a folder.
  public static func open(_ path: String) throws(Refusal) -> Int32 {
    guard path != "-" else { return STDIN_FILENO }
    func refuse(_ reason: String, _ hint: String) -> Refusal {
      Refusal(Diagnostic(at: Place(file: path, line: 1), reason, hint: hint))
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw refuse("there is no such file", "check the spelling of the path; it is taken from the current folder")
    }
    guard !isFolder.boolValue else { throw refuse("this is a folder, not a file", "name a file in it") }
    let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw refuse("the file cannot be opened for reading", "check its permissions") }
    return descriptor
  }

  private static func decode(
    _ data: [UInt8], refuse: (String, String?, Int) -> Refusal
  ) throws(Refusal) -> String {
    guard !data.isEmpty else { throw refuse("the file is empty", nil, 1) }
    if data.starts(with: [0xFF, 0xFE]) || data.starts(with: [0xFE, 0xFF]) {
      throw refuse("the file is UTF-16", "save it as UTF-8", 1)
    }
    let body = data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data[...]
    var line = 1
    for part in body.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if part.contains(0) { throw refuse("the line holds a NUL byte: this is not a text file", nil, line) }
      if String(validating: part, as: UTF8.self) == nil {
        throw refuse("the line is not UTF-8", "save the file as UTF-8; it may be GB 18030 now", line)
      }
      line += 1
    }
    return String(decoding: body, as: UTF8.self)
  }
}
