import Foundation
import Testing

/// Sweeps and targets as a person asks for them, and what they are told of slips.
@Suite struct WhatIfCommandTests {
  private static let rate = "guizhou.benefits.pool.rate.III"

  @Test func aSweepIsTheSameForAnyThreads() throws {
    try Program.inFolder(SmallFiles.all) { folder in
      let line = "medaid sweep s.yaml --people 400 --vary \(Self.rate)=50..90/3 --figure outOfPocket --quiet"
      let ending = try Program.run(
        """
        \(line) --threads 1 --output one && \(line) --threads 3 --language zh --output two &&
        cmp one/sweep.csv two/sweep.csv && head -n 1 one/sweep.md && ls one && grep -c level one/sweep.csv
        """, in: folder)
      #expect(ending.status == 0 && ending.message.isEmpty, "\(ending.message)")
      #expect(ending.output.hasPrefix("# One value after another: `\(Self.rate)`, 2023\n"))
      #expect(ending.output.contains("sweep.csv\nsweep.md\n") && ending.output.hasSuffix("\n12\n"))
    }
  }

  @Test func aTargetIsLookedForTheSameForAnyThreads() throws {
    try Program.inFolder(SmallFiles.all) { folder in
      let line = "medaid solve s.yaml --people 400 --vary \(Self.rate)=30..100 --target -1000 --quiet"
      let ending = try Program.run(
        """
        \(line) --threads 1 --output one && \(line) --threads 3 --language zh --output two &&
        cmp one/solve.csv two/solve.csv && head -n 1 one/solve.md && ls one
        """, in: folder)
      #expect(ending.status == 0 && ending.message.isEmpty, "\(ending.message)")
      #expect(ending.output.hasPrefix("# The value that meets a target: `\(Self.rate)`, 2023\n"))
      #expect(ending.output.contains("solve.csv\nsolve.md\n"))
    }
  }

  @Test(arguments: [
    (
      "sweep s.yaml --vary \(rate)=50..190/3",
      """
      error: command line: \(rate): "120" is more than 100 %
      error: command line: \(rate): "190" is more than 100 %

      """
    ),
    (
      "sweep s.yaml --vary \(rate)=0.5,60",
      """
      error: command line: \(rate): 0.5 reads as 0.5 percent (rates are in percent: write 50 for 50 %, or "0.5%" if that is meant)

      """
    ),
    (
      "sweep s.yaml --vary \(rate)=50..90",
      "error: command line: \(rate): nothing says how many values lie in 50..90 (write 50..90/5 for five of them)\n"
    ),
    (
      "sweep s.yaml --vary \(rate)=50..90/20 --vary guizhou.parameters.premium=300..400/11",
      "error: command line: --vary: 20 × 11 = 220 points are more than 121 (ask for fewer values)\n"
    ),
    (
      "sweep s.yaml --vary \(rate)=50,60 --vary \(rate)=70,80",
      "error: command line: --vary: \(rate) is varied twice (write all its values in one --vary)\n"
    ),
    (
      "sweep s.yaml --vary kaizhou.benefits.largeSum.cap=100,200",
      """
      error: command line: kaizhou.benefits.largeSum.cap: no place of s.yaml is settled under the rules of kaizhou (vary those of guizhou)

      """
    ),
    (
      "sweep s.yaml --vary guizhou.benefits.pool.rat.III=50,60",
      """
      error: command line: guizhou.benefits.pool.rat.III: this path names nothing in the rule file (the nearest is \
      guizhou.benefits.pool.rate.III)

      """
    ),
    (
      "solve s.yaml --vary \(rate)=90..50 --target 5",
      "error: command line: \(rate): the range 90..50 does not rise (write the lower end first)\n"
    ),
    (
      "solve s.yaml --vary \(rate)=50..90 --target 1e9",
      "error: command line: --target: \"1e9\" is no target for mean (write digits, such as 2200000000)\n"
    ),
    (
      "solve s.yaml --vary \(rate)=50..90 --figure p99 --target 5",
      "error: command line: --figure: p99 takes 500 replicates, and these are 2 (--replicates 500)\n"
    ),
    (
      "solve s.yaml --replicates 100 --vary \(rate)=50..90 --figure probabilityOverBudget --target 5%",
      """
      error: command line: --figure: probabilityOverBudget takes an appropriation, and s.yaml has none of guizhou (add budget: \
      {place: guizhou, amount: …} to it, or ask for another figure)

      """
    ),
  ])
  func slipsAreNamedBeforeAnythingIsSimulated(line: String, message: String) throws {
    try Program.inFolder(SmallFiles.all) { folder in
      let ending = try Program.run(
        "medaid \(line) --output no && false || { s=$?; test ! -e no && exit $s; }", in: folder)
      #expect(ending.message == message && ending.status == 2 && ending.output.isEmpty, "\(ending.message)")
    }
  }

  @Test func whatTheScenarioSetsItselfIsNotVaried() throws {
    var files = SmallFiles.all
    files["s.yaml"] = SmallFiles.scenario + "set: {\(Self.rate): 65}\n"
    try Program.inFolder(files) { folder in
      let ending = try Program.run("medaid sweep s.yaml --vary \(Self.rate)=50,60", in: folder)
      #expect(
        ending.message
          == "error: command line: \(Self.rate): s.yaml:8 sets \(Self.rate), which would hide what is varied (take it out of set: there)\n"
      )
    }
  }
}
