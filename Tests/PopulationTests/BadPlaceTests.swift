import Foundation
import Input
import Rules
import TestFiles
import Testing

@testable import Population

/// What is wrong with a sheet or place file is said with file, line, key, reason and the way out.
///
/// The message stands beside each file of `Bad`.
@Suite struct BadPlaceTests {
  private static let files = RefusedFiles(of: #filePath, "Bad")

  @Test(arguments: files.names)
  func isRefusedWithTheMessageBesideIt(name: String) throws {
    let words = try Vocabulary.shared()
    let fault = try Self.files.fault(name) { path throws(Refusal) in
      _ = try PlaceFile.read(try InputFile.text(path), file: path, vocabulary: words)
    }
    #expect(fault == nil)
  }
}
