import Foundation
import Testing

/// `medaid shard` and `medaid merge`: the reports of the whole run, or none.
@Suite struct MergeTests {
  private static let two = """
    medaid shard s.yaml --index 1 --count 2 --output 1.part --quiet &&
    medaid shard s.yaml --index 2 --count 2 --output 2.part --quiet
    """

  @Test(arguments: [1, 3]) func partsMakeTheReportsOfTheRun(count: Int) throws {
    try Program.inFolder(["s.yaml": Parts.scenario]) { folder in
      let shards = """
        for i in $(seq 1 \(count)); do
          medaid shard s.yaml --people 700 --index $i --count \(count) --output $i.part --quiet --threads 1 || exit 9
        done
        rm s.yaml
        """
      let ending = try Program.run(
        """
        medaid run s.yaml --people 700 --output whole --quiet && \(shards)
        medaid merge $(ls *.part | sort -r) --output merged --quiet
        """, in: folder)
      #expect(ending.status == 0 && ending.message.isEmpty, "\(ending.message)")
      #expect(try Parts.reports("\(folder)/whole") == Parts.reports("\(folder)/merged"))
      #expect(try Parts.reports("\(folder)/merged").count > 8)
    }
  }

  @Test func partsDoNotDependOnThreads() throws {
    try Program.inFolder(["s.yaml": Parts.scenario]) { folder in
      let line = "medaid shard s.yaml --index 2 --count 3 --quiet"
      let ending = try Program.run(
        "\(line) --threads 1 --output a && \(line) --threads 3 --output b && cmp a b && ls -A", in: folder)
      #expect(ending.status == 0, "\(ending.message)")
      #expect(ending.output.split(separator: "\n").filter { !$0.hasPrefix(".") } == ["a", "b", "s.yaml"])
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var line: String
    var message: String
    var testDescription: String { line }
  }

  private static let remake =
    "make each, and name all: medaid shard s.yaml --index 2 --count 2 --seed 7 --replicates 2 --people 40 --output PART"

  static let refused = [
    Case(
      line: "medaid merge 1.part --output o",
      message: "error: command line: of 2 shards 1 is missing: 2 (\(remake))\n"),
    Case(
      line: "medaid merge 1.part 2.part 1.part --output o",
      message: "error: 1.part: index: this is shard 1 of 2, as 1.part is (name each shard once)\n"),
    Case(
      line: "medaid shard s.yaml --index 2 --count 2 --seed 8 --quiet --output 3.part; "
        + "medaid merge 1.part 3.part --output o",
      message: "error: 3.part: seed: this part is of another run: 8, and 7 in 1.part (merge parts of one run)\n"),
    Case(
      line: "medaid shard s.yaml --index 2 --count 3 --quiet --output 3.part; medaid merge 1.part 3.part --output o",
      message: "error: 3.part: count: this is a part of 3, and 1.part of 2 (merge parts of one run)\n"),
    Case(
      line: "head -c 4000 2.part >3.part; medaid merge 1.part 3.part --output o",
      message: "error: 3.part: the file is damaged or cut off: the fingerprint at its end is not that of its bytes "
        + "(make it again with medaid shard, or copy it again)\n"),
    Case(
      line: "medaid merge 1.part s.yaml --output o",
      message: "error: s.yaml: this is no part of a run (name files that medaid shard wrote)\n"),
    Case(
      line: "medaid merge 1.part no.part --output o",
      message: "error: no.part:1: there is no such file (check the spelling of the path; it is taken from the "
        + "current folder)\n"),
    Case(
      line: "medaid merge 1.part - <2.part --output o",
      message: "error: -: this is not a file, and parts are read twice (write it to a file first)\n"),
    Case(
      line: "sed s/medaid-part.1/medaid-part\\\\/2/ 2.part >3.part; medaid merge 1.part 3.part --output o",
      message: "error: 3.part: its format is medaid-part/2, and this program reads medaid-part/1 (use the program that "
        + "wrote it, or make it again with this one)\n"),
  ]

  @Test(arguments: refused) func otherPartsAreRefusedByName(refused: Case) throws {
    try Program.inFolder(["s.yaml": Parts.small]) { folder in
      let ending = try Program.run("\(Self.two)\n\(refused.line)", in: folder)
      #expect(ending.message == refused.message && ending.status == 2)
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/o"))
    }
  }

  @Test(arguments: [
    (
      "\"version\": \"0.1.0\"", "\"version\": \"0.1.1\"",
      "error: 2.part: version: medaid 0.1.1 made this, and this is 0.1.0 (merge parts with the version that made them)\n"
    ),
    (
      "\"fund.squares\"", "\"fund.squared\"", "error: 2.part: build: this part is of another run: "
    ),
    (
      "\"name\": \"models.illness\", \"fingerprint\": \"", "\"name\": \"models.illnesz\", \"fingerprint\": \"",
      "error: 2.part: models.illnesz: this part is of another run: "
    ),
    ("name: parts", "name: party", "error: 2.part: scenario: this part is of another run: "),
  ])
  func partsOfOtherProgramsAreRefused(old: String, new: String, message: String) throws {
    try Program.inFolder(["s.yaml": Parts.small]) { folder in
      _ = try Program.run(Self.two, in: folder)
      try Parts.rewrite("\(folder)/2.part", old, new)
      let ending = try Program.run("medaid merge 1.part 2.part --output o", in: folder)
      #expect(ending.message.hasPrefix(message) && ending.status == 2, "\(ending.message)")
    }
  }

  @Test func oneBitShows() throws {
    try Program.inFolder(["s.yaml": Parts.small]) { folder in
      _ = try Program.run(Self.two, in: folder)
      try Parts.damage("\(folder)/2.part")
      let ending = try Program.run("medaid merge 1.part 2.part --output o", in: folder)
      #expect(ending.message.hasPrefix("error: 2.part: the file is damaged or cut off: ") && ending.status == 2)
    }
  }

  @Test func partsOfOtherRulesNeedThoseRules() throws {
    let rules = ((#filePath as NSString).deletingLastPathComponent as NSString)
      .appendingPathComponent("../../Sources/Rules/Jurisdictions")
    try Program.inFolder(["s.yaml": Parts.small]) { folder in
      let ending = try Program.run(
        """
        mkdir rules && cp '\(rules)'/*.yaml rules && echo '# mine' >>rules/guizhou.yaml
        medaid shard s.yaml --index 1 --count 1 --quiet --output a.part --rules rules
        medaid merge a.part --output o --rules rules --quiet && medaid merge a.part --output n
        """, in: folder)
      #expect(
        ending.message.hasPrefix("error: a.part: rules.guizhou: the parts were made from other data: ")
          && ending.message.hasSuffix("(name the folder of their rule files with --rules)\n"), "\(ending.message)")
      #expect(ending.message.split(separator: "\n").count == 1 && ending.status == 2)
      #expect(FileManager.default.fileExists(atPath: "\(folder)/o/manifest.json"))
    }
  }
}
