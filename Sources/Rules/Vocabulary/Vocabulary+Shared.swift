import Input

extension Vocabulary {
  /// The vocabulary that lies in the binary.
  ///
  /// - Throws: `Refusal` where the shipped file is broken, which a test rules out.
  public static func shared() throws(Refusal) -> Vocabulary {
    let file = "vocabulary.yaml"
    guard let text = Embedded.text(file) else {
      throw Refusal(Diagnostic(at: Place(file: file, line: 1), "the program was built without its vocabulary"))
    }
    let root = try YAMLReader.read(text, file: file)
    let findings = Findings()
    let fields = Fields(root, "", findings)
    _ = fields.text("format")
    var vocabulary = Vocabulary()
    vocabulary.add(identities: fields.required("identities"), diseases: fields.required("diseases"), findings: findings)
    fields.refuseUnknown()
    try findings.refuseIfAny()
    return vocabulary
  }
}
