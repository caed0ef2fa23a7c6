import Input
import Testing

@testable import Rules

@Suite struct RuleFileTests {
  @Test func shippedFilesAreSound() throws {
    let library = try RuleLibrary()
    #expect(!library.files.isEmpty)
  }
}
