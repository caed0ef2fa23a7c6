import Foundation
import Input
import Population
import Rules
import Simulation
import TestFiles
import Testing

/// What is wrong with a scenario is said with file, line, key, reason and the way out.
///
/// The message stands beside each file of `Bad`.
@Suite struct BadScenarioTests {
  private static let files = RefusedFiles(of: #filePath, "Bad")
  private static let library = Result { () throws in try RuleLibrary() }

  @Test(arguments: files.names)
  func isRefusedWithTheMessageBesideIt(name: String) throws {
    let library = try Self.library.get(), places = try PlaceName.shipped()
    // What the program says to a scenario before it runs.
    let fault = try Self.files.fault(name) { path throws(Refusal) in
      let reader = ScenarioReader(library: library, places: places)
      let scenario = try reader.read(try InputFile.text(path), file: name)
      try scenario.refuseWithoutForce(library)
    }
    #expect(fault == nil)
  }
}
