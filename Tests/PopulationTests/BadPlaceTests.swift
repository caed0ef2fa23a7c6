import Foundation
import Input
import Rules
import Testing

@testable import Population

/// What is wrong with a sheet or place file is said with file, line, key, reason and the way out.
///
/// The message stands beside each file of `Bad`. `MEDAID_RENEW=1 swift test` writes the messages anew, to be read before
/// they are committed.
@Suite struct BadPlaceTests {
  static let folder = (#filePath as NSString).deletingLastPathComponent + "/Bad"

  static var names: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.contains(".") && !$0.hasSuffix(".message") }.sorted()
  }

  @Test(arguments: names)
  func isRefusedWithTheMessageBesideIt(name: String) throws {
    let path = "\(Self.folder)/\(name)"
    let message = try Self.message(path)
    if ProcessInfo.processInfo.environment["MEDAID_RENEW"] != nil {
      try (message + "\n").write(toFile: path + ".message", atomically: true, encoding: .utf8)
    }
    #expect(message != "accepted")
    #expect(message + "\n" == (try? String(contentsOfFile: path + ".message", encoding: .utf8)))
  }

  private static func message(_ path: String) throws -> String {
    do throws(Refusal) {
      _ = try PlaceFile.read(try InputFile.text(path), file: path, vocabulary: try Vocabulary.shared())
      return "accepted"
    } catch {
      return error.description.replacing(folder + "/", with: "")
    }
  }
}
