import Input
import Rules

extension IllnessModel {
  /// Reads an illness file.
  ///
  /// - Throws: `Refusal` with everything that is wrong in it.
  public static func read(_ text: String, file: String, vocabulary: Vocabulary) throws(Refusal) -> IllnessModel {
    let findings = Findings()
    let root = Fields(try YAMLReader.read(text, file: file), "", findings)
    let model = IllnessReader(root, file, vocabulary, findings).read()
    root.refuseUnknown()
    try findings.refuseIfAny()
    guard var model else {
      throw Refusal(Diagnostic(at: Place(file: file, line: 1), "the illness model could not be read"))
    }
    model.text = text
    _ = try Calibration(model)
    return model
  }

  /// The folder in which a run leaves a copy of the illness file it read, beside its scenario.
  public static let copies = "illness"

  /// Whether it is the one that lies in the binary.
  public var isShipped: Bool { Embedded.text(file) == text }

  /// The illness model that lies in the binary.
  ///
  /// - Throws: `Refusal` where the shipped file is broken, which a test rules out.
  public static func shipped(vocabulary: Vocabulary) throws(Refusal) -> IllnessModel {
    let file = "model/illness.yaml"
    guard let text = Embedded.text(file) else {
      throw Refusal(Diagnostic(at: Place(file: file, line: 1), "the program was built without its illness model"))
    }
    return try read(text, file: file, vocabulary: vocabulary)
  }
}
