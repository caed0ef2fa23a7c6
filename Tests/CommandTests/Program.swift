import Foundation
import Testing

/// The program as a person runs it from a shell.
enum Program {
  /// What a command left behind.
  struct Ending {
    var status: Int32
    var output: String
    var message: String
  }

  /// The program lies beside the tests that were built with it.
  private static var path: String {
    let tests = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    return tests.appending(path: "medaid").path
  }

  /// Runs a shell's command line in a folder; `medaid` in it is the program.
  static func run(_ line: String, in folder: String = NSTemporaryDirectory()) throws -> Ending {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "medaid() { \"$0\" \"$@\"; }\n\(line)", path]
    process.currentDirectoryURL = URL(filePath: folder)
    process.standardInput = FileHandle.nullDevice
    let names = ["output", "message"].map { "\(folder)/.\($0)-\(UUID().uuidString)" }
    defer { for name in names { try? FileManager.default.removeItem(atPath: name) } }
    let handles = try names.map { name in
      try Data().write(to: URL(filePath: name))
      return try FileHandle(forWritingTo: URL(filePath: name))
    }
    (process.standardOutput, process.standardError) = (handles[0], handles[1])
    try process.run()
    process.waitUntilExit()
    let texts = try names.map { try String(contentsOfFile: $0, encoding: .utf8) }
    return Ending(status: process.terminationStatus, output: texts[0], message: texts[1])
  }

  /// A fresh folder with files by name, removed afterwards whatever happens.
  static func inFolder(_ files: [String: String] = [:], _ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "command-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (name, text) in files { try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8) }
    try body(folder)
  }
}
