import CMedaid

/// The data files that lie in the binary.
public enum Embedded {
  /// Name and text of every file whose name begins with `prefix`, in a fixed order.
  public static func files(_ prefix: String) -> [(name: String, text: String)] {
    (0..<medaid_embedded_count()).compactMap { index in
      let file = medaid_embedded_at(index)
      let name = String(cString: file.name)
      guard name.hasPrefix(prefix) else { return nil }
      let bytes = UnsafeRawBufferPointer(start: file.bytes, count: file.count)
      return (name, String(decoding: bytes, as: UTF8.self))
    }
  }

  /// The text of one file; nil where there is none of that name.
  public static func text(_ name: String) -> String? { files(name).first { $0.name == name }?.text }
}
