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
          let book = try RuleFile(text: InputFile.text(path), file: path, vocabulary: vocabulary).book
          let counts = [
            "\(book.classes.count) classes", "\(book.benefits.count) benefits", "\(book.readings.count) readings",
            "\(book.coverage.count) articles covered",
          ]
          sound.append("\(path): sound: \(counts.joined(separator: ", "))")
        } catch { defects += error.diagnostics }
      }
      if !sound.isEmpty { try TableFormat.write(sound) }
      if !defects.isEmpty { throw Refusal(defects) }
    }
  }
}
