import Foundation
import Input
import Population
import Rules
import Simulation
import TestFiles
import Testing

/// What is wrong with a budget file is said with file, line, key, reason and the way out.
///
/// The message stands beside each file of `Bad/Budget`.
@Suite struct BadBudgetTests {
  private static let files = RefusedFiles(of: #filePath, "Bad/Budget")
  private static let library = Result { () throws in try RuleLibrary() }

  @Test(arguments: files.names)
  func isRefusedWithTheMessageBesideIt(name: String) throws {
    let library = try Self.library.get()
    let scenario = try ScenarioReader(library: library, places: PlaceName.shipped()).read(
      "{format: medaid-scenario/1, name: s, year: 2024, places: [guizhou]}", file: "s.yaml")
    let place = try PlaceModel.shipped("guizhou", vocabulary: library.vocabulary)
    let fault = try Self.files.fault(name) { path throws(Refusal) in
      _ = try BudgetReader(library: library, place: place).read(
        (try InputFile.text(path), name), scenario: scenario, year: name.contains("year") ? 2041 : nil)
    }
    #expect(fault == nil)
  }
}
