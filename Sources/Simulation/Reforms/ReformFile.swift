import Input
import Rules

/// A reform as somebody proposes it, in a file of its own (docs/reform-file.md).
public struct ReformFile: Sendable {
  /// The folder of a run that holds copies of its reform files.
  public static let copies = "reforms"
  /// The format that a file names.
  static let format = "medaid-reform/1"

  /// The file as named to the program.
  public let file: String
  /// The file as written.
  public let text: String
  /// Short name.
  public let name: String
  /// What it does, for readers.
  public let title: String
  /// Who proposes it.
  public let author: String
  /// Why.
  public let reason: String
  /// The benefit year from which it acts; nil where it always does.
  public let from: Int?
  /// What it changes, in order; names are unique.
  public let provisions: [Provision]

  /// The name of its copy in the folder of a run.
  public var copy: String { FilePath(file).name }

  /// Reads a reform file.
  ///
  /// - Throws: `Refusal` with every defect; whether the rules stand under its patches is not looked at.
  public static func read(_ text: String, file: String, library: RuleLibrary) throws(Refusal) -> ReformFile {
    let findings = Findings()
    let fields = Fields(try YAMLReader.read(text, file: file), "", findings)
    let reform = ReformFileReader(library, fields, findings).read(text, file)
    try findings.refuseIfAny()
    return reform
  }
}
