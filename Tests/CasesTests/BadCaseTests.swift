import Cases
import Foundation
import Input
import Rules
import Testing

/// What is wrong with a case file is said with file, line, key, reason and the way out.
///
/// The message stands beside each file of `Bad`; `MEDAID_RENEW=1 swift test` writes the messages anew, to be read
/// before they are committed.
@Suite struct BadCaseTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Bad").path
  private static let library = Result { () throws in try RuleLibrary() }

  static var names: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { !$0.hasSuffix(".message") }.sorted()
  }

  @Test(arguments: names)
  func isRefusedWithTheMessageBesideIt(name: String) throws {
    let path = "\(Self.folder)/\(name)"
    let message = try Self.message(path).replacing(path, with: name)
    let beside = "\(path).message"
    if ProcessInfo.processInfo.environment["MEDAID_RENEW"] != nil {
      try (message + "\n").write(toFile: beside, atomically: true, encoding: .utf8)
    }
    #expect(message != "accepted")
    #expect(message + "\n" == (try? String(contentsOfFile: beside, encoding: .utf8)))
  }

  /// What the program says to a file, every case of it settled.
  private static func message(_ path: String) throws -> String {
    var settler = CaseSettler(try library.get())
    do throws(Refusal) {
      for (node, path) in try CaseFile.cases(path) { _ = try settler.settle(node, path: path, explain: false) }
      return "accepted"
    } catch { return error.description }
  }

  @Test func everyDefectOfACaseIsNamedAtOnce() throws {
    let lines = try Self.message(Self.folder + "/many-defects.yaml").split(separator: "\n")
    #expect(lines.count >= 9)
  }

  @Test func aSoundCaseIsAccepted() throws {
    var settler = CaseSettler(try Self.library.get())
    let text = "{jurisdiction: all, year: 2023, person: {birthDate: 1970-01-01}, episodes: []}"
    #expect(try settler.settle(try YAMLReader.read(text, file: "case"), explain: true).count == 5)
  }
}
