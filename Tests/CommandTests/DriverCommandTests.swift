import Foundation
import Testing

/// `readings` and `sensitivity`: what they write, and what they refuse.
@Suite struct DriverCommandTests {
  private static let files = ["s.yaml": SmallFiles.scenario]

  @Test func readingsAreTheSameForAnyThreadsAndLanguage() throws {
    try Program.inFolder(Self.files) { folder in
      let line = "medaid readings s.yaml --people 400 --quiet"
      let ending = try Program.run(
        """
        \(line) --threads 1 --output one && \(line) --threads 3 --language zh --place 贵州省 --output two &&
        cmp one/readings.csv two/readings.csv && head -n 1 one/readings.md two/readings.md && ls one
        """, in: folder)
      #expect(ending.status == 0 && ending.message.isEmpty, "\(ending.message)")
      #expect(ending.output.contains("# What it costs to read a clause otherwise: small, 2023\n"))
      #expect(ending.output.contains("# 条款不同理解的资金影响：small（2023年）\n"))
      #expect(ending.output.hasSuffix("readings.csv\nreadings.md\n"))
    }
  }

  @Test func indicesAreTheSameForAnyThreadsAndLanguage() throws {
    try Program.inFolder(Self.files) { folder in
      let line =
        "medaid sensitivity s.yaml --people 60 --replicates 1 --points 64 --figure mean --figure outOfPocket --quiet"
      let ending = try Program.run(
        """
        \(line) --threads 1 --output one && \(line) --threads 3 --language zh --output two &&
        cmp one/sensitivity.csv two/sensitivity.csv && head -n 1 one/sensitivity.md && ls one
        """, in: folder)
      #expect(ending.status == 0 && ending.message.isEmpty, "\(ending.message)")
      #expect(ending.output.hasPrefix("# What drives it: small, 2023\n"))
      #expect(ending.output.hasSuffix("sensitivity.csv\nsensitivity.md\n"))
    }
  }

  @Test(arguments: ["readings", "sensitivity"]) func aPlaceThatIsNotInTheScenarioIsRefused(command: String) throws {
    try Program.inFolder(Self.files) { folder in
      let ending = try Program.run("medaid \(command) s.yaml --place guizho --output o; ls", in: folder)
      #expect(
        ending.message
          == "error: command line: --place: guizho is not a place of the scenario (did you mean guizhou?)\n")
      #expect(ending.output == "s.yaml\n")
    }
  }

  @Test(arguments: [
    ("--points 100", "--points must be a power of two from 64 to 65536, and not 100"),
    ("--figure catastrophic20", "--figure: there is no figure catastrophic20: did you mean catastrophic25?"),
    ("--figure p95", "--figure: p95 is of the distribution of years, and here luck is given: take one of mean, "),
    ("--figure probabilityOverBudget", "--figure: probabilityOverBudget is of the distribution of years"),
    ("--figure mean --figure mean", "--figure names a figure twice"),
    ("--output ''", "--output names no folder"),
  ])
  func wrongUseIsNamed(options: String, message: String) throws {
    let ending = try Program.run("medaid sensitivity s.yaml \(options)")
    #expect(ending.message.contains(message), "\(ending.message)")
    #expect(ending.status == 64)
  }

  @Test func aScenarioThatIsSureOfEverythingHasNoDrivers() throws {
    try Program.inFolder(["s.yaml": SmallFiles.scenario + "uncertainty: none\n"]) { folder in
      let ending = try Program.run("medaid sensitivity s.yaml", in: folder)
      #expect(
        ending.message
          == "error: s.yaml:1: uncertainty: nothing is uncertain that acts on guizhou (leave uncertainty: none out, or state laws)\n"
      )
      #expect(ending.status == 2 && ending.output.isEmpty)
    }
  }
}
