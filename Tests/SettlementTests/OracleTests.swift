import Cases
import Foundation
import Input
import Rules
import Testing

/// A second implementation, written in Python from the documents alone, agrees on random cases.
@Suite struct OracleTests {
  private static let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Oracle/generate.py").path

  /// Python 3 is the only thing this needs besides Swift.
  static var hasPython: Bool { (try? run(["python3", "--version"]))?.status == 0 }

  private static func run(_ arguments: [String]) throws -> (status: Int32, output: Data) {
    let process = Process(), pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }

  @Test(.enabled(if: hasPython, "python3 is missing: the second implementation was not compared"))
  func agreesOnRandomCases() throws {
    let (status, output) = try Self.run(["python3", Self.script, "--seed", "11", "--count", "4000"])
    #expect(status == 0)
    var settler = CaseSettler(try Shipped.library())
    var (compared, differing) = (0, [String]())
    for (number, line) in output.split(separator: 0x0A).enumerated() {
      let node = try JSONReader.read(String(decoding: line, as: UTF8.self), file: "oracle", line: number + 1)
      for outcome in try settler.settle(node, explain: false) where outcome.expected > 0 {
        compared += 1
        for difference in outcome.differences {
          differing.append(
            """
            line \(number + 1), \(outcome.plan.book.id): \(difference.key) is \(difference.found), not \
            \(difference.expected)
            """
          )
        }
      }
    }
    #expect(compared >= 4_000)
    #expect(differing.isEmpty, "\(differing.prefix(5))")
  }
}
