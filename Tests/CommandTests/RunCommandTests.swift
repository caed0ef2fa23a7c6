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
      let command = "medaid run s.yaml --quiet --threads 1 --output \(output)"
      ending = try Program.run("\(command) && ls -A \(output)", in: folder)
    }
    return ending
  }

  @Test func badInputIsNamedBeforeTheFolder() throws {
    let changes = """
      set: {banan.parameters.premium: x}
      reforms:
        - {name: a, set: {guizhou.benefits.pool.rate.III: 0.7}}
        - {name: b, set: {guizhou.parameters.levyEnd.type: money}}

      """
    let ending = try run(changes, output: "/nowhere/reports")
    #expect(
      ending.message == """
        error: s.yaml:8: banan.parameters.premium.value: "x" is not an amount of yuan (write digits with at most one \
        point and two decimals, such as 1438.25)
        error: s.yaml:10: guizhou.benefits.pool.rate.III: 0.7 reads as 0.7 percent (rates are in percent: write 70 for \
        70 %, or "0.7%" if that is meant)
        error: s.yaml:11: guizhou.parameters.levyEnd.type: this patch breaks guizhou.parameters.levyEnd.value: a \
        number is expected here, not a mapping

        """)
    #expect(ending.status == 2)
  }

  @Test func theFolderIsNamedBeforeTheRun() throws {
    // The run itself would take hours.
    let ending = try run("", output: "/nowhere/reports --people 2000000000 --replicates 1000")
    let hint = "create /nowhere first, or check its spelling"
    #expect(ending.message == "error: /nowhere/reports: there is no folder /nowhere to create it in (\(hint))\n")
    #expect(ending.status == 74)
  }

  @Test func aFolderOfOneLetterIsAFolder() throws {
    let ending = try run("", output: "o")
    #expect(ending.status == 0 && ending.output.contains("fund-exposure.csv"))
  }
}
