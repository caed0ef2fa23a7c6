import Input
import Rules

extension PlaceModel {
  /// Reads a place file.
  ///
  /// - Throws: `Refusal` with everything that is wrong in it.
  public static func read(_ text: String, file: String, vocabulary: Vocabulary) throws(Refusal) -> PlaceModel {
    let findings = Findings()
    let root = Fields(try YAMLReader.read(text, file: file), "", findings)
    let place = PlaceReader(root, file, vocabulary, findings).read()
    root.refuseUnknown()
    try findings.refuseIfAny()
    guard var place else { throw Refusal(Diagnostic(at: Place(file: file, line: 1), "the place could not be read")) }
    place.text = text
    if let fault = IdentityPlan.fault(of: place) { throw fault }
    return place
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
    return try read(text, file: file, vocabulary: vocabulary)
  }

  /// The identifiers of the places that lie in the binary.
  public static var shippedIDs: [String] {
    Embedded.files("places/").map { String($0.name.dropFirst("places/".count).dropLast(".yaml".count)) }
  }
}
