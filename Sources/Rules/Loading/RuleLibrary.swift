import Foundation
import Input

/// All rule files that a command works with, in the order in which they are listed.
public struct RuleLibrary: Sendable {
  /// The shared words.
  public let vocabulary: Vocabulary
  /// The files.
  public let files: [RuleFile]

  /// The files in the binary, or those of a folder where one is named.
  ///
  /// - Throws: `Refusal` with the defects of all files.
  public init(folder: String? = nil) throws(Refusal) {
    let vocabulary = try Vocabulary.shared()
    var sources: [(name: String, text: String)] = []
    if let folder {
      for path in try Self.paths(in: folder) { sources.append((path, try InputFile.text(path))) }
    } else {
      sources = Embedded.files("jurisdictions/").map { ($0.name, $0.text) }
    }
    var files: [RuleFile] = []
    var defects: [Diagnostic] = []
    for source in sources {
      do {
        let file = try RuleFile(
          text: source.text, file: source.name, vocabulary: vocabulary, checksReadings: folder != nil)
        if let twin = files.first(where: { $0.id == file.id }) {
          defects.append(
            Diagnostic(at: Place(file: source.name, line: 1), key: "id", "\(file.id) is also the id of \(twin.file)"))
        }
        files.append(file)
      } catch { defects += error.diagnostics }
    }
    if !defects.isEmpty { throw Refusal(defects) }
    self.vocabulary = vocabulary
    self.files = files
  }

  /// The file of a jurisdiction; nil where there is none.
  public func file(_ id: String) -> RuleFile? { files.first { $0.id == id || $0.book.name.chinese == id } }

  private static func paths(in folder: String) throws(Refusal) -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw Refusal(
        Diagnostic(
          at: Place(file: folder, line: 1), "there is no such folder, or it cannot be read",
          hint: "check the spelling of the path; it is taken from the current folder"))
    }
    let files = names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
    guard !files.isEmpty else {
      throw Refusal(Diagnostic(at: Place(file: folder, line: 1), "the folder holds no rule file (*.yaml)"))
    }
    return files.map { folder.hasSuffix("/") ? folder + $0 : folder + "/" + $0 }
  }
}
