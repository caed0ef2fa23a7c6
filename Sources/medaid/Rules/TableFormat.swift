import ArgumentParser
import Input
import Rules

/// How a table is written.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
  case table, markdown

  /// Writes lines to standard output.
  static func write(_ lines: [String]) throws { try Output.write(lines.joined(separator: "\n") + "\n") }
}

extension BenefitYear {
  /// Refuses a year that no case or scenario could name.
  static func check(_ year: Int?, option: String) throws {
    guard let year, !limits.contains(year) else { return }
    throw ValidationError("\(option) must be from \(limits.lowerBound) to \(limits.upperBound), not \(year)")
  }
}

extension RuleOptions {
  /// The rule file of a jurisdiction.
  ///
  /// - Parameter orFile: the argument could have been the path of a rule file, too.
  /// - Throws: `Refusal` with the nearest name where there is none.
  func file(_ name: String, of library: RuleLibrary, orFile: Bool = false) throws(Refusal) -> RuleFile {
    if let file = library.file(name) { return file }
    throw Refusal(
      Diagnostic(
        at: Place(file: name, line: 0),
        "there is no jurisdiction of this name" + (orFile ? ", and it is not the path of a rule file" : ""),
        hint: Spelling.hint(for: name, among: library.files.map(\.id), also: library.files.map(\.book.name.chinese))))
  }

  /// The files of one jurisdiction, or of all where none is named.
  func files(_ name: String?) throws(Refusal) -> [RuleFile] {
    let library = try library()
    guard let name else { return library.files }
    return [try file(name, of: library)]
  }
}
