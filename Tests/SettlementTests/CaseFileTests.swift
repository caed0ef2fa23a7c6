import Cases
import Foundation
import Input
import Rules
import Testing

/// The cases that were worked by hand: each file says what it expects, with the clause and the arithmetic.
@Suite struct CaseFileTests {
  @Test(arguments: CaseFolder.files)
  func settlesAsWorkedByHand(file: String) throws {
    var settler = CaseSettler(try Shipped.library())
    for (node, path) in try CaseFile.cases(file) {
      for outcome in try settler.settle(node, path: path, explain: false) {
        #expect(outcome.expected > 0, "\(outcome.name ?? file) expects nothing")
        #expect(outcome.differences.isEmpty, "\(outcome.name ?? file)")
      }
    }
  }

  @Test func explainingChangesNoAmount() throws {
    var settler = CaseSettler(try Shipped.library())
    for file in CaseFolder.files {
      for (node, path) in try CaseFile.cases(file) {
        let plain = try settler.settle(node, path: path, explain: false)
        let explained = try settler.settle(node, path: path, explain: true)
        #expect(plain.map(\.total) == explained.map(\.total) && plain.map(\.episodes) == explained.map(\.episodes))
      }
    }
  }
}

/// Where the worked cases lie.
enum CaseFolder {
  static let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases/good").path
  static var files: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(path)/\($0)" }
  }
}
