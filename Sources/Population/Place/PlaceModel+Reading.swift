import Input
import Rules

extension PlaceModel {
  /// Reads a place file.
  ///
  /// - Parameter fillsGaps: fill what the file leaves out from the national profile; false refuses it for a gap.
  /// - Throws: `Refusal` with everything that is wrong in it.
  public static func read(
    _ text: String, file: String, vocabulary: Vocabulary, fillsGaps: Bool = true
  ) throws(Refusal) -> PlaceModel {
    try PlaceFile(try YAMLReader.read(text, file: file), text, file, vocabulary, fillsGaps: fillsGaps).place
  }

  /// The place that lies in the binary under this identifier.
  ///
  /// - Throws: `Refusal` where there is none of that name.
  public static func shipped(_ id: String, vocabulary: Vocabulary) throws(Refusal) -> PlaceModel {
    let file = "places/\(id).yaml"
    guard let text = Embedded.text(file) else {
      throw Refusal(
        Diagnostic(
          at: Place(file: file, line: 1), "there is no such place", hint: Spelling.hint(for: id, among: shippedIDs)))
    }
    return try read(text, file: file, vocabulary: vocabulary, fillsGaps: false)
  }

  /// True where the place lies in the binary as it is here.
  public var isShipped: Bool { Embedded.text(file) == text }

  /// The identifiers of the places that lie in the binary.
  public static var shippedIDs: [String] {
    Embedded.files("places/").map { String($0.name.dropFirst("places/".count).dropLast(".yaml".count)) }
  }
}
