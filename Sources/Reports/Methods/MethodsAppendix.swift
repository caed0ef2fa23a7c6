import Input
import Rules

/// The appendix on methods that referees ask for: the seven elements of ODD, the five validities of ISPOR-SMDM, and
/// every input with its source, from a run's own files.
///
/// What holds for every run is prose in `methods.md` and, in Chinese, `methods.zh.md`; what a run brings is put at its `{{names}}`.
public struct MethodsAppendix: Speaker {
  /// The template is not in the program, or asks for something that nobody gives: a mistake of the program.
  struct BrokenTemplate: Error, CustomStringConvertible {
    var description: String
  }

  let language: Language
  private let run: FinishedRun
  private let version: String

  /// - Parameter version: of the program that writes the appendix, perhaps not the one that made the run.
  public init(_ run: FinishedRun, version: String, language: Language = .english) {
    self.run = run
    self.version = version
    self.language = language
  }

  /// The appendix as Markdown.
  public func markdown() throws -> String {
    let file = say(en: "templates/methods.md", zh: "templates/methods.zh.md").text
    guard let template = Embedded.text(file) else {
      throw BrokenTemplate(description: "the program was built without the template of its appendix")
    }
    let record = MethodsRecord(finished: run, language: language)
    let inputs = MethodsInputs(run: run, language: language)
    return try Self.fill(
      template,
      [
        "title": run.scenario.title, "version": versions.text, "run": record.asked, "initialization": record.people,
        "errors": record.errors.text, "adaptation": inputs.adaptation.text,
        "inputs": inputs.text, "assumptions": inputs.assumptions,
        "repeat": RunCommand(run).instructions(in: language).text,
        "rules": inputs.rules,
      ])
  }

  private var versions: Phrase {
    run.version == version
      ? say(en: "Run and appendix were made by medaid \(version).", zh: "测算和本附录均由 medaid \(version) 完成。")
      : say(
        en: "The run was made by medaid \(run.version), this appendix by medaid \(version), of which its prose speaks.",
        zh: "测算由 medaid \(run.version) 完成，本附录由 medaid \(version) 编写，文字说明以后者为准。")
  }

  /// Puts texts at their `{{names}}`, in one pass: a text may hold anything.
  static func fill(_ template: String, _ contents: [String: String]) throws(BrokenTemplate) -> String {
    var text = ""
    var rest = template[...]
    while let open = rest.firstRange(of: "{{") {
      let after = rest[open.upperBound...]
      guard let close = after.firstRange(of: "}}"), let content = contents[String(after[..<close.lowerBound])] else {
        throw BrokenTemplate(description: "the template asks for \(rest[open.lowerBound...].prefix(40))")
      }
      text += rest[..<open.lowerBound] + content
      rest = after[close.upperBound...]
    }
    return text + rest
  }
}
