import Cases
import Foundation
import Input
import Rules
import TestFiles
import Testing

/// What is wrong with a case file is said with file, line, key, reason and the way out.
///
/// The message stands beside each file of `Bad`.
@Suite struct BadCaseTests {
  private static let files = RefusedFiles(of: #filePath, "Bad")
  private static let library = Result { () throws(Refusal) in try RuleLibrary() }

  @Test(arguments: files.names)
  func isRefusedWithTheMessageBesideIt(name: String) throws {
    let fault = try Self.files.fault(name, Self.settle)
    #expect(fault == nil)
  }

  /// Every case of a file, settled as the program does.
  private static func settle(_ path: String) throws(Refusal) {
    var settler = CaseSettler(try library.get())
    for (node, path) in try CaseFile.cases(path) { _ = try settler.settle(node, path: path, explain: false) }
  }

  @Test func everyDefectOfACaseIsNamedAtOnce() throws {
    let refusal = #expect(throws: Refusal.self) { try Self.settle(Self.files.folder + "/many-defects.yaml") }
    #expect((refusal?.diagnostics.count ?? 0) >= 9)
  }

  @Test func aSoundCaseIsAccepted() throws {
    var settler = CaseSettler(try Self.library.get())
    let text = "{jurisdiction: all, year: 2023, person: {birthDate: 1970-01-01}, episodes: []}"
    #expect(try settler.settle(try YAMLReader.read(text, file: "case"), explain: true).count == 5)
  }
}
