import Foundation
import Input

/// Files that must be refused, each with the message beside it.
///
/// `MEDAID_RENEW=1 swift test` writes the messages anew, to be read before they are committed.
public struct RefusedFiles: Sendable {
  /// Where the files are.
  public let folder: String

  /// - Parameters:
  ///   - suite: the file of the suite, as `#filePath` has it.
  ///   - folder: of the files, from the suite's own.
  public init(of suite: String, _ folder: String) {
    self.folder = (suite as NSString).deletingLastPathComponent + "/" + folder
  }

  /// Names of all files that are to be refused, with their endings.
  public var names: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.contains(".") && !$0.hasSuffix(".message") }.sorted()
  }

  /// What differs from the message beside a file; nil where it is refused as written there.
  ///
  /// - Parameter read: whatever refuses the file, from its path.
  public func fault(_ name: String, _ read: (String) throws(Refusal) -> Void) throws -> String? {
    let path = "\(folder)/\(name)", beside = path + ".message"
    let message: String
    do throws(Refusal) {
      try read(path)
      return "\(name) is accepted"
    } catch { message = error.description.replacing(folder + "/", with: "") + "\n" }
    if ProcessInfo.processInfo.environment["MEDAID_RENEW"] != nil {
      try message.write(toFile: beside, atomically: true, encoding: .utf8)
    }
    let expected = (try? String(contentsOfFile: beside, encoding: .utf8)) ?? "no message beside it"
    return message == expected ? nil : "\(message)is said where \(expected)is expected"
  }
}
