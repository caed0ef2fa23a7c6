import Foundation
import Input
import Population
import Rules
import Simulation
import Testing

/// What is wrong with a reform file, or with its provisions in a scenario, is said with file, line, key, reason and the way out.
///
/// The message stands beside each file of `Bad/Reforms`; `MEDAID_RENEW=1 swift test` writes them anew, to be read before they are
/// committed.
@Suite struct BadReformTests {
  static let folder = BadScenarioTests.folder + "/Reforms"
  private static let library = Result { () throws in try RuleLibrary() }

  static var names: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted()
  }

  @Test(arguments: names)
  func isRefusedWithTheMessageBesideIt(name: String) throws {
    let path = "\(Self.folder)/\(name)"
    let message = try Self.message(try InputFile.text(path), name)
    let beside = "\(path.dropLast(5)).message"
    if ProcessInfo.processInfo.environment["MEDAID_RENEW"] != nil {
      try (message + "\n").write(toFile: beside, atomically: true, encoding: .utf8)
    }
    #expect(message != "accepted")
    #expect(message + "\n" == (try? String(contentsOfFile: beside, encoding: .utf8)))
  }

  /// What the program says where the reform is to be told apart.
  private static func message(_ text: String, _ name: String) throws -> String {
    let library = try library.get()
    do throws(Refusal) {
      let reader = ScenarioReader(library: library, places: try PlaceName.shipped(), files: [name: text])
      let scenario = try reader.read(
        "{format: medaid-scenario/1, name: s, year: 2023, people: 300, places: [guizhou]}", file: "s.yaml",
        stacks: [[name]])
      try scenario.refuseBadPatches(library)
      _ = try AttributionRunner(
        scenario, scenario.reforms[0], place: scenario.placeModels[0], library: library, figures: [.mean], threads: 1)
      return "accepted"
    } catch { return error.description }
  }
}
