import Cases
import Cliffs
import Foundation
import Input
import Money
import Rules
import Testing

/// The page for users and the shipped example do not drift away from the program.
@Suite struct PageTests {
  private func text(_ path: String) throws -> String {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: tests.deletingLastPathComponent().appending(path: path), encoding: .utf8)
  }

  @Test func theExampleJumpsAsThePagesSay() throws {
    let (page, readme) = (try text("docs/cliffs.md"), try text("README.md"))
    let result = try SmallCase.find(try text("scenarios/cliffs/stay-at-the-gate.yaml"), 0, 100_000)
    let jumps = result.lines.flatMap { line in line.schedule.jumps.map { (line.curve.file.id, $0) } }
    #expect(jumps.map(\.0) == ["banan", "dianjiang", "kaizhou"])
    for (_, jump) in jumps {
      #expect(page.contains(jump.before.payment.grouped) && page.contains(jump.after.payment.grouped))
    }
    for (_, jump) in jumps.prefix(2) {
      #expect(readme.contains("\(jump.before.payment.grouped) to \(jump.after.payment.grouped)"))
    }
    for fall in result.lines.flatMap(\.reversals).prefix(2) {
      let recovered = try #require(fall.recovered)
      #expect(page.contains(recovered.grouped))
    }
  }
}
