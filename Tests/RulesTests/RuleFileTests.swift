import Input
import Testing

@testable import Rules

@Suite struct RuleFileTests {
  @Test func shippedFilesAreSound() throws {
    let library = try RuleLibrary()
    #expect(library.files.map(\.id) == ["bazhong", "banan", "dianjiang", "kaizhou", "guizhou"])
    for file in library.files {
      let text = try #require(Embedded.text(file.file))
      _ = try RuleFile(text: text, file: file.file, vocabulary: library.vocabulary, checksReadings: true)
    }
  }
}
