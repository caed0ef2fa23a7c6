import Foundation
import Input
import Rules

/// Files and trees that the tests of this target share.
enum Support {
  /// The folder of this target.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().path

  /// The program's own files, read once: reading them checks every reading and takes its time.
  static func shipped() throws -> RuleLibrary { try result.get() }
  private static let result = Result { () throws in try RuleLibrary() }

  /// A place that no program knows, loaded from its folder as a user would.
  static func invented() throws -> RuleLibrary { try RuleLibrary(folder: folder + "/Jurisdictions") }

  /// Patches written as in a reform, without the jurisdiction.
  static func patches(_ text: String) throws -> [Patch] {
    (try YAMLReader.read(text, file: "patch").entries ?? []).map {
      Patch(
        path: $0.key.split(separator: ".", omittingEmptySubsequences: false).map(String.init), value: $0.value,
        place: $0.place)
    }
  }
}
