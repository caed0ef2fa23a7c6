import Foundation
import Input
import Population
import Rules
import Simulation
import TestFiles
import Testing

/// What is wrong with a reform file, or with its provisions in a scenario, is said with file, line, key, reason and the way out.
///
/// The message stands beside each file of `Bad/Reforms`.
@Suite struct BadReformTests {
  private static let files = RefusedFiles(of: #filePath, "Bad/Reforms")
  private static let library = Result { () throws in try RuleLibrary() }

  @Test(arguments: files.names)
  func isRefusedWithTheMessageBesideIt(name: String) throws {
    let library = try Self.library.get(), places = try PlaceName.shipped()
    let fault = try Self.files.fault(name) { path throws(Refusal) in
      let reader = ScenarioReader(library: library, places: places, files: [name: try InputFile.text(path)])
      let scenario = try reader.read(
        "{format: medaid-scenario/1, name: s, year: 2023, people: 300, places: [guizhou]}", file: "s.yaml",
        stacks: [[name]])
      try scenario.refuseBadPatches(library)
      _ = try AttributionRunner(
        scenario, scenario.reforms[0], place: scenario.placeModels[0], library: library, figures: [.mean], threads: 1)
    }
    #expect(fault == nil)
  }
}
