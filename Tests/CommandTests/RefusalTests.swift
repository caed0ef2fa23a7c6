import Foundation
import Testing

/// Commands that cannot be done say where, what and what to do, with the status for its kind, and leave every folder as
/// it was: 2 for input that is refused, 64 for wrong use, 74 for reading and writing.
@Suite struct RefusalTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var line: String
    var status: Int32
    var message: String

    init(_ line: String, _ status: Int32, _ message: String) {
      (self.line, self.status, self.message) = (line, status, message)
    }

    var testDescription: String { line }
  }

  private static let noFile =
    "there is no such file (check the spelling of the path; it is taken from the current folder)"
  private static let noRun =
    "this is not the folder of a run: it has no manifest.json (name a folder that medaid run wrote)"
  private static let noParent = "there is no folder no to create it in (create no first, or check its spelling)"
  private static let notFolder = "this is a file, not a folder (name a folder with --output)"

  static let validate = [
    Case("no.yaml", 2, "no.yaml:1: \(noFile)"),
    Case("--figures no.yaml", 2, "no.yaml:1: \(noFile)"),
    Case("--figures t.yaml", 2, #"t.yaml:1: format: the format is "medaid-targets/1" (allowed: medaid-published/1)"#),
    Case("--rules no", 2, "no:1: there is no such folder"),
    Case("--output no/where", 74, "no/where: \(noParent)"),
    Case("--output s.yaml", 74, "s.yaml: \(notFolder)"),
    Case("--people 3999", 64, "--people must be from 4000 to 100000000"),
    Case("--threads 0", 64, "--threads must be from 1 to 1024"),
    Case("--figures f.yaml --people 4000 --output taken", 74, "taken/validation.csv: this is a folder, not a report"),
    Case("--people 4000", 2, "command line: --people: 4000 are too few for criticalIllnessMean: "),
  ]

  static let calibrate = [
    Case("no.yaml --targets t.yaml --output n.yaml", 2, "no.yaml:1: \(noFile)"),
    Case("national --targets no.yaml --output n.yaml", 2, "no.yaml:1: \(noFile)"),
    Case(
      "national --targets f.yaml --output n.yaml", 2,
      #"f.yaml:1: format: the format is "medaid-published/1" (allowed: medaid-targets/1)"#),
    Case("s.yaml --targets t.yaml --output n.yaml", 2, "t.yaml:2: outpatient.cost: no number of s.yaml has this path"),
    Case("national --targets t.yaml --output no/where/n.yaml", 74, "no/where: \(noParent)"),
    Case(
      "national --targets t.yaml --output taken", 74, "taken: this is a folder, not a file (name a file with --output)"),
    Case("national --targets t.yaml --output taken/", 64, "--output names no file"),
    Case("national --targets t.yaml --output ''", 64, "--output names no file"),
    Case("national --targets t.yaml", 64, "Missing expected argument '--output <output>'"),
    Case("national --targets t.yaml --output n.yaml --people 3999", 64, "--people must be from 4000 to 10000000"),
    Case("national --targets t.yaml --output n.yaml --iterations 0", 64, "--iterations must be from 1 to 10000"),
  ]

  static let synthesize = [
    Case("--place guizou --output n", 2, #"command line: "guizou" is not a place (did you mean guizhou?)"#),
    Case(
      "--place guizhou --jurisdiction banana --output n", 2,
      #"command line: "banana" is not a jurisdiction (did you mean banan?)"#),
    Case(
      "--place national --output n", 2,
      "command line: there are no rules of national (name some with --jurisdiction, or all of them)"),
    Case("--place guizhou --output no/where", 74, "no/where: \(noParent)"),
    Case("--place guizhou --output s.yaml", 74, "s.yaml: \(notFolder)"),
    Case(
      "--place guizhou --people 200 --quiet --output taken", 74, "taken/persons.csv: this is a folder, not a report"),
    Case("--place guizhou --output n --people 0", 64, "--people must be from 1 to 2000000000"),
    Case("--place guizhou --output n --year 1800", 64, "--year must be from 1990 to 2100"),
    Case("--place guizhou --output n --replicate 0", 64, "--replicate must be from 1 to 100000"),
    Case("--place guizhou --output ''", 64, "--output names no folder"),
    Case("--output n", 64, "Missing expected argument '--place <place>'"),
  ]

  static let place = [
    Case("new a/b", 64, #""a/b" is not an identifier: use letters (a to z), digits, - and _"#),
    Case("new 我镇", 64, #""我镇" is not an identifier: use letters (a to z), digits, - and _"#),
    Case("new town --output no", 74, "no/town.csv: there is no folder no (create it first, or check its spelling)"),
    Case(
      "new s --output taken", 74,
      "taken/s.csv: there is such a file already (it is kept as it is: remove it first, or choose another name or --output)"
    ),
    Case("check no.csv", 2, "no.csv:1: \(noFile)"),
    Case("check s.yaml", 2, #"s.yaml:1: format: the format is "medaid-scenario/1" (allowed: medaid-place/1)"#),
    Case("check s.yaml --force", 64, "--force acts on the file of --write, and none is named"),
    Case("check s.yaml --write n.txt", 64, "--write names a place file, which ends in .yaml"),
  ]

  static let runs = [
    Case("methods no", 2, "no:1: \(noRun)"), Case("methods taken", 2, "taken:1: \(noRun)"),
    Case("methods taken --output n/", 64, "--output names no file"),
    Case("bundle no", 2, "no:1: \(noRun)"), Case("bundle taken", 2, "taken:1: \(noRun)"),
    Case("bundle taken --output n.zip", 64, "--output: zip archives are not written: name a folder, or FILE.tar.gz"),
  ]

  static let shards = [
    Case("shard no.yaml --index 1 --count 2 --output p", 2, "no.yaml:1: \(noFile)"),
    Case("shard s.yaml --index 0 --count 2 --output p", 64, "--index must be from 1 to 2, the --count"),
    Case("shard s.yaml --index 3 --count 2 --output p", 64, "--index must be from 1 to 2, the --count"),
    Case("shard s.yaml --index 1 --count 0 --output p", 64, "--count must be from 1 to 10000"),
    Case("shard s.yaml --index 1 --count 2 --output p/", 64, "--output names no file"),
    Case("shard s.yaml --index 1 --count 2", 64, "Missing expected argument '--output <output>'"),
    Case("shard s.yaml --index 1 --count 2 --output taken", 74, "taken: this is a folder, not a file (name a file)"),
    Case(
      "shard s.yaml --index 1 --count 2 --output no/p", 74,
      "no/p: there is no folder no (create it first, or check its spelling)"),
    Case(
      "shard s.yaml --index 1 --count 2 --output /dev/full", 74,
      "/dev/full: this is a device or a pipe, not a file (name a file)"),
    Case("merge --output n", 64, "Missing expected argument '<parts> ...'"),
    Case("merge taken --output n", 2, "taken:1: this is a folder, not a file (name a file in it)"),
    Case("merge s.yaml t.yaml --output n", 2, "s.yaml: this is no part of a run (name files that medaid shard wrote)"),
    Case("run s.yaml --checkpoint-seconds=-1", 64, "--checkpoint-seconds must be from 0 to 86400"),
  ]

  private static func named(_ command: String, _ cases: [Case]) -> [Case] {
    cases.map { Case("\(command) \($0.line)", $0.status, $0.message) }
  }

  @Test(
    arguments: named("validate", validate) + named("calibrate", calibrate) + named("synthesize", synthesize)
      + named("place", place) + runs + shards)
  func itIsNamedAndNothingIsLeftBehind(refused: Case) throws {
    try Program.inFolder(SmallFiles.all) { folder in
      // Folders and a file stand where files are to be written.
      for name in ["validation.csv", "persons.csv"] {
        try FileManager.default.createDirectory(atPath: "\(folder)/taken/\(name)", withIntermediateDirectories: true)
      }
      try "mine\n".write(toFile: "\(folder)/taken/s.csv", atomically: false, encoding: .utf8)
      let before = try contents(folder)
      let ending = try Program.run("medaid \(refused.line)", in: folder)
      #expect(ending.status == refused.status, "\(ending.message)")
      #expect(ending.output.isEmpty)
      let start = refused.status == 64 ? "Error: " : "error: "
      #expect(
        ending.message.split(separator: "\n").contains { $0.hasPrefix(start + refused.message) }, "\(ending.message)")
      #expect(try contents(folder) == before)
    }
  }

  /// Every file of a folder, hidden ones too, with what it holds.
  private func contents(_ folder: String) throws -> [String: Data?] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return Dictionary(uniqueKeysWithValues: paths.map { ($0, FileManager.default.contents(atPath: "\(folder)/\($0)")) })
  }
}
