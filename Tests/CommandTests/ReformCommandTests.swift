import Foundation
import Testing

/// Reforms in files: stacked on the command line, kept with the run, told apart.
@Suite struct ReformCommandTests {
  private static func reform(_ name: String, _ set: String) -> String {
    """
    format: medaid-reform/1
    name: \(name)
    title: \(name)
    author: the bureau
    reason: it is due
    provisions: [{name: \(name), set: {\(set)}}]

    """
  }

  private static let files = [
    "s.yaml": SmallFiles.scenario, "a.yaml": reform("a", "guizhou.benefits.pool.rate.II: 90"),
    "b.yaml": reform("b", "guizhou.benefits.pool.deductible.IV: 100"),
  ]

  @Test func theFolderOfARunRepeatsIt() throws {
    try Program.inFolder(Self.files) { folder in
      let ending = try Program.run(
        """
        medaid run s.yaml --reform a.yaml+b.yaml --reform b.yaml --quiet --people 400 --output one && rm a.yaml b.yaml &&
        medaid bundle one --output kept --quiet && cd kept &&
        $(grep '^medaid run' README.md) --quiet && cmp again/policy-impact.csv reports/policy-impact.csv &&
        cut -d, -f1 again/policy-impact.csv | sort -u && grep -h 'medaid run' methods.md && ls reforms
        """, in: folder)
      #expect(ending.status == 0 && ending.message.isEmpty, "\(ending.message)")
      #expect(ending.output.hasPrefix("a+b\nb\nreform\n"), "\(ending.output)")
      #expect(ending.output.contains("--reform reforms/a.yaml+reforms/b.yaml --reform reforms/b.yaml "))
      #expect(ending.output.hasSuffix("\na.yaml\nb.yaml\n"))
    }
  }

  @Test func aChangedReformIsAnotherRun() throws {
    try Program.inFolder(Self.files) { folder in
      let shard = "medaid shard s.yaml --reform a.yaml+b.yaml --count 2 --quiet"
      let ending = try Program.run(
        """
        \(shard) --index 1 --output 1.part && \(shard) --index 2 --output 2.part &&
        medaid shard s.yaml --reform a.yaml --count 2 --quiet --index 2 --output 3.part && sed -i s/90/91/ a.yaml &&
        \(shard) --index 2 --output 4.part && rm a.yaml && medaid merge 1.part 2.part --output o --quiet &&
        cut -d, -f1 o/policy-impact.csv | sort -u
        medaid merge 1.part 3.part --output p
        medaid merge 1.part 4.part --output p
        """, in: folder)
      #expect(ending.output == "a+b\nreform\n")
      let lines = ending.message.split(separator: "\n")
      #expect(
        lines.contains(
          "error: 3.part: reforms: this part is of another run: a.yaml, and a.yaml+b.yaml in 1.part (merge parts of one run)"
        ))
      #expect(lines.contains { $0.hasPrefix("error: 4.part: reforms.a.yaml: this part is of another run: ") })
      #expect(ending.status == 2 && !FileManager.default.fileExists(atPath: "\(folder)/p"))
    }
  }

  @Test func aScenarioThatNamesAFileIsKeptWithIt() throws {
    var files = Self.files
    files["s.yaml"] = SmallFiles.scenario + "reforms: [{file: a.yaml}]\n"
    try Program.inFolder(files) { folder in
      let ending = try Program.run(
        """
        medaid run s.yaml --quiet --output one && rm a.yaml && cd one &&
        medaid run scenario.yaml --quiet --output ../two && cmp policy-impact.csv ../two/policy-impact.csv &&
        medaid methods . >/dev/null && echo '# mine' >>reforms/a.yaml && medaid methods .
        """, in: folder)
      #expect(ending.status == 2)
      #expect(
        ending.message.contains("reforms.a.yaml: the run read other data: ")
          && ending.message.hasSuffix("(put back the reform file of the run, or run it again)\n"), "\(ending.message)")
    }
  }

  @Test func aPackageIsToldApartTheSameForAnyThreads() throws {
    try Program.inFolder(Self.files) { folder in
      let line =
        "medaid attribute s.yaml --people 400 --reform a.yaml+b.yaml --quiet --figure mean --figure impoverished"
      let ending = try Program.run(
        """
        \(line) --threads 1 --output one && \(line) --threads 3 --language zh --output two &&
        cmp one/attribution.csv two/attribution.csv && head -n 3 one/attribution.md && ls one
        """, in: folder)
      #expect(ending.status == 0 && ending.message.isEmpty, "\(ending.message)")
      #expect(ending.output.hasPrefix("# What each provision brings: a + b, 2023\n"))
      #expect(ending.output.contains("attribution.csv\nattribution.md\n"))
    }
  }

  @Test(arguments: [
    (
      "--reform a.yml",
      "error: a.yml:1: there is no such file (check the spelling of the path; it is taken from the current folder)\n"
    ),
    (
      "",
      "error: command line: --reform: there is no reform to tell apart (name a file: --reform reforms/package.yaml)\n"
    ),
    (
      "--reform a.yaml --reform b.yaml",
      "error: command line: --reform: one package is told apart at a time (put + between files that make one package)\n"
    ),
  ])
  func whatCannotBeToldApartIsNamed(options: String, message: String) throws {
    try Program.inFolder(Self.files) { folder in
      let ending = try Program.run("medaid attribute s.yaml \(options)", in: folder)
      #expect(ending.message == message && ending.status == 2 && ending.output.isEmpty)
    }
  }

  @Test func aMisspeltFigureIsNamed() throws {
    let ending = try Program.run("medaid attribute s.yaml --figure catastrophic20")
    #expect(ending.message.contains("--figure: there is no figure catastrophic20: did you mean catastrophic25?"))
    #expect(ending.status == 64)
  }
}
