import Foundation
import Input
import Rules
import Testing

/// A shipped file with one edit that `Bad` states, and the message that is expected of it.
struct BadEdit {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Bad").path
  private let path: String
  private let text: String
  private let line: Int
  /// The line of the first key, at which a whole file is found at fault.
  private let first: Int

  /// The edits of one folder, without their ending.
  static func names(_ kind: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(kind)")) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// Edits a shipped file at the first place where the stated text stands. An edit may end with ` # `, which leaves
  /// behind it a figure that the edit need not know.
  init(_ name: String, of shipped: String) throws {
    path = "\(Self.folder)/\(name)"
    let edit = try YAMLReader.read(InputFile.text(path + ".yaml"), file: name)
    let whole = try #require(Embedded.text(shipped))
    let old = try #require(edit["replace"]?.text)
    let found = try #require(whole.range(of: old), "the shipped file has changed")
    text = whole.replacingCharacters(in: found, with: edit["with"]?.text ?? "")
    line = whole[..<found.lowerBound].count { $0 == "\n" } + 1
    first = whole.prefix(upTo: try #require(whole.firstRange(of: "format:")).lowerBound).count { $0 == "\n" } + 1
  }

  /// Expects the message beside the edit of whoever reads the file.
  func isRefused(_ read: (String, String) throws(Refusal) -> Void) throws {
    var message = "accepted"
    do throws(Refusal) { try read(text, "x.yaml") } catch { message = relative(error.description) }
    if ProcessInfo.processInfo.environment["MEDAID_RENEW"] != nil {
      try (message + "\n").write(toFile: path + ".message", atomically: true, encoding: .utf8)
    }
    #expect(message != "accepted")
    #expect(message + "\n" == (try? String(contentsOfFile: path + ".message", encoding: .utf8)))
  }

  /// Counts lines from the edit, so that a shipped file may grow elsewhere.
  private func relative(_ message: String) -> String {
    message.replacing(/x\.yaml:([0-9]+):/) { match in
      let number = Int(match.1) ?? 0
      if number == line { return "x.yaml:LINE:" }
      if number == first || number == 1 { return "x.yaml:FIRST:" }
      return "x.yaml:LINE\(number > line ? "+" : "")\(number - line):"
    }
  }
}
