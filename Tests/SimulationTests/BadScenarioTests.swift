import Foundation
import Input
import Population
import Rules
import Simulation
import Testing

/// What is wrong with a scenario is said with file, line, key, reason and the way out.
///
/// The message stands beside each file of `Bad`; `MEDAID_RENEW=1 swift test` writes the messages anew, to be read
/// before they are committed.
@Suite struct BadScenarioTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Bad").path
  private static let library = Result { () throws in try RuleLibrary() }

  static var names: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted()
  }

  @Test(arguments: names)
  func isRefusedWithTheMessageBesideIt(name: String) throws {
    let path = "\(Self.folder)/\(name)"
    let message = try Self.message(path, name)
    let beside = "\(path.dropLast(5)).message"
    if ProcessInfo.processInfo.environment["MEDAID_RENEW"] != nil {
      try (message + "\n").write(toFile: beside, atomically: true, encoding: .utf8)
    }
    #expect(message != "accepted")
    #expect(message + "\n" == (try? String(contentsOfFile: beside, encoding: .utf8)))
  }

  /// What the program says to a scenario before it runs.
  private static func message(_ path: String, _ name: String) throws -> String {
    let library = try library.get()
    do throws(Refusal) {
      let scenario = try ScenarioReader(library: library, places: try PlaceName.shipped()).read(
        InputFile.text(path), file: name)
      try scenario.refuseWithoutForce(library)
      return "accepted"
    } catch { return error.description.replacing(path, with: name) }
  }
}
