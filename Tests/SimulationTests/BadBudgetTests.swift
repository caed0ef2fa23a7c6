import Foundation
import Input
import Population
import Rules
import Simulation
import Testing

/// What is wrong with a budget file is said with file, line, key, reason and the way out.
///
/// The message stands beside each file of `Bad/Budget`; `MEDAID_RENEW=1 swift test` writes them anew, to be read before they are
/// committed.
@Suite struct BadBudgetTests {
  static let folder = BadScenarioTests.folder + "/Budget"
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

  private static func message(_ path: String, _ name: String) throws -> String {
    let library = try library.get()
    let scenario = try ScenarioReader(library: library, places: PlaceName.shipped()).read(
      "{format: medaid-scenario/1, name: s, year: 2024, places: [guizhou]}", file: "s.yaml")
    let place = try PlaceModel.shipped("guizhou", vocabulary: library.vocabulary)
    do throws(Refusal) {
      _ = try BudgetReader(library: library, place: place).read(
        (try InputFile.text(path), name), scenario: scenario, year: name.contains("year") ? 2041 : nil)
      return "accepted"
    } catch { return error.description }
  }
}
