import ArgumentParser
import Input
import Rules

/// How a table is written.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
  case table, markdown

  /// Writes lines to standard output.
  static func write(_ lines: [String]) throws { try Output.write(lines.joined(separator: "\n") + "\n") }
}

extension RuleOptions {
  /// The rule file of a jurisdiction.
  ///
  /// - Throws: `Refusal` with the nearest name where there is none.
  func file(_ name: String, of library: RuleLibrary) throws(Refusal) -> RuleFile {
    if let file = library.file(name) { return file }
    throw Refusal(
      Diagnostic(
        at: Place(file: "command line", line: 0), "\"\(name)\" is not a jurisdiction",
        hint: Spelling.hint(for: name, among: library.files.map(\.id))))
  }

  /// The files of one jurisdiction, or of all where none is named.
  func files(_ name: String?) throws(Refusal) -> [RuleFile] {
    let library = try library()
    guard let name else { return library.files }
    return [try file(name, of: library)]
  }
}
