import Foundation
import Testing

/// `medaid run` names what is wrong before it works, bad input first.
@Suite struct RunCommandTests {
  private static let small = """
    format: medaid-scenario/1
    name: small
    year: 2023
    people: 40
    replicates: 2
    sensitivityReplicates: 0
    places: [guizhou]

    """

  private func run(_ more: String, output: String) throws -> Program.Ending {
    var ending = Program.Ending(status: -1, output: "", message: "")
    try Program.inFolder(["s.yaml": Self.small + more]) { folder in
      ending = try Program.run("medaid run s.yaml --quiet --threads 1 --output \(output) && ls -A \(output)", in: folder)
    }
    return ending
  }

  @Test func aFolderOfOneLetterIsAFolder() throws {
    let ending = try run("", output: "o")
    #expect(ending.status == 0 && ending.output.contains("fund-exposure.csv"))
  }
}
