import ArgumentParser
import Input
import Rules

/// Checks rule files.
struct RulesCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Name every defect of rule files at once; exit status 2 where there is one.")

  @Argument(help: "Rule files.") var files: [String]

  func run() throws {
    try guarded {
      let vocabulary = try Vocabulary.shared()
      var defects: [Diagnostic] = []
      var sound: [String] = []
      for path in files {
        do throws(Refusal) {
          sound.append("\(path): sound: \(try Self.contents(path, vocabulary))")
        } catch { defects += error.diagnostics }
      }
      if !sound.isEmpty { try TableFormat.write(sound) }
      if !defects.isEmpty { throw Refusal(defects) }
    }
  }

  /// What a sound file holds: rules, or an insurance schedule on its own.
  private static func contents(_ path: String, _ vocabulary: Vocabulary) throws(Refusal) -> String {
    let text = try InputFile.text(path)
    if try YAMLReader.read(text, file: path)["format"]?.text?.hasPrefix("medaid-insurance/") == true {
      let (schedule, parameters) = try InsuranceFile.read(text, file: path, vocabulary: vocabulary)
      return "\(schedule.basic.count) insurance types, \(parameters.count) parameters"
    }
    let book = try RuleFile(text: text, file: path, vocabulary: vocabulary).book
    return [
      "\(book.classes.count) classes", "\(book.benefits.count) benefits", "\(book.readings.count) readings",
      "\(book.coverage.count) articles covered",
    ].joined(separator: ", ")
  }
}
