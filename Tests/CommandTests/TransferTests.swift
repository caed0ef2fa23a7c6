import Foundation
import Testing

/// Reading and writing that fails ends with status 74 and says where, why and what to do.
@Suite struct TransferTests {
  private static let line =
    #"{"jurisdiction": "guizhou", "year": 2023, "person": {"birthDate": "1955-05-02"}, "episodes": [{"id": "e1", "#
    + #""kind": "inpatient", "date": "2023-05-02", "cost": {"inPolicy": 28000}}]}"# + "\n"

  @Test(arguments: [
    (
      "medaid settle case.jsonl >&-",
      "error: standard output: cannot be written: it is closed (let it lead to a terminal, a file or another program)"
    ),
    (
      "medaid settle case.jsonl >/dev/full",
      "error: standard output: cannot be written: no space left on device (make room, or let it lead to a file on "
        + "another disk)"
    ),
    (
      "medaid rules words >/dev/full",
      "error: standard output: cannot be written: no space left on device (make room, or let it lead to a file on "
        + "another disk)"
    ),
    (
      "medaid settle - <&-",
      "error: standard input: cannot be read: it is closed (let it come from a file or another program)"
    ),
  ])
  func closedAndFullStreamsAreNamed(command: String, message: String) throws {
    try Program.inFolder(["case.jsonl": Self.line]) { folder in
      let ending = try Program.run(command, in: folder)
      #expect(ending.message == message + "\n")
      #expect(ending.status == 74)
    }
  }

  @Test func theResultOfACheckNeedsAnOutputToo() throws {
    let line = Self.line.replacing("\"year\"", with: "\"expect\": {\"assistance\": 0}, \"year\"")
    try Program.inFolder(["case.jsonl": line]) { folder in
      let sound = try Program.run("medaid settle --check case.jsonl", in: folder)
      #expect(sound.output == "1 of 1 settlements are as expected\n" && sound.status == 0)
      let full = try Program.run("medaid settle --check case.jsonl >/dev/full", in: folder)
      #expect(full.status == 74)
    }
  }

  @Test func aFolderForTemporaryFilesThatIsNotThereIsNamed() throws {
    let many = String(repeating: Self.line, count: 2_500)
    try Program.inFolder(["many.jsonl": many]) { folder in
      let ending = try Program.run("TMPDIR=/nowhere medaid settle --format json many.jsonl", in: folder)
      #expect(
        ending.message == """
          error: /nowhere/: no temporary file can be made in this folder: no such file or directory (set TMPDIR to a \
          folder that you may write to)

          """)
      #expect(ending.status == 74 && ending.output.isEmpty)
    }
  }

  @Test func whatDoesNotFitMemoryComesOutWholeAndInOrder() throws {
    let lines = (1...2_500).map { Self.line.replacing("\"year\"", with: "\"name\": \"n\($0)\", \"year\"") }
    try Program.inFolder(["many.jsonl": lines.joined()]) { folder in
      let ending = try Program.run("medaid settle --format json many.jsonl", in: folder)
      let printed = ending.output.split(separator: "\n")
      #expect(ending.status == 0 && printed.count == 2_500 && ending.output.utf8.count > 1 << 20)
      for (number, line) in printed.enumerated() { #expect(line.contains("\"n\(number + 1)\"")) }
    }
  }

  @Test(arguments: ["no.jsonl", "no.yaml"])
  func aMissingFileIsNamedWithAHint(name: String) throws {
    let ending = try Program.run("medaid settle \(name)")
    let hint = "check the spelling of the path; it is taken from the current folder"
    #expect(ending.message == "error: \(name):1: there is no such file (\(hint))\n")
    #expect(ending.status == 2)
  }
}
