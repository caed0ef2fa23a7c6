import Foundation

/// Why the system refused a call, in plain words.
///
/// Foundation's own texts name error domains and classes, which say nothing to the person at the terminal.
public struct SystemFault: Error, Hashable, Sendable {
  /// The system's number, such as `ENOSPC`.
  public var code: Int32

  /// Creates a fault from a number of `errno`.
  public init(code: Int32) { self.code = code }

  /// What is wrong, to stand after "cannot be written": `no space left on device`.
  public var words: String { code == EBADF ? "it is closed" : String(cString: strerror(code)).lowercased() }
}

/// Reads and writes files that are open already.
public enum Descriptor {
  /// Takes the numbers of standard streams that the program was started without, before a file takes them.
  ///
  /// What is put there refuses to be read or written as a closed stream does.
  public static func reserveStandardStreams() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free number is given out, and those below are taken.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Writes all bytes.
  ///
  /// - Throws: `SystemFault` where the system takes no more of them.
  public static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws(SystemFault) {
    var rest = bytes
    while let start = rest.baseAddress, !rest.isEmpty {
      let count = Foundation.write(descriptor, start, rest.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw SystemFault(code: errno) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// Writes a text as UTF-8.
  public static func write(_ text: String, to descriptor: Int32) throws(SystemFault) {
    var text = text
    let result = text.withUTF8 { bytes in
      Result { () throws(SystemFault) in try write(UnsafeRawBufferPointer(bytes), to: descriptor) }
    }
    try result.get()
  }

  /// The next bytes, at most `limit`; none at the end.
  public static func read(from descriptor: Int32, upTo limit: Int) throws(SystemFault) -> [UInt8] {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
      var count = 0
      repeat { count = Foundation.read(descriptor, buffer.baseAddress, limit) } while count < 0 && errno == EINTR
      if count < 0 { code = errno }
      filled = max(0, count)
    }
    if code != 0 { throw SystemFault(code: code) }
    return bytes
  }
}
