import Input
import Testing

@testable import Validation

/// A number that was calibrated says so in place of its old source.
@Suite struct ProfileExplanationTests {
  private func explained(_ text: String, _ path: String = "a", _ reason: String = "met") throws -> String? {
    try ProfileText(text, file: "p.yaml").explained(path, reason)?.text
  }

  @Test func theSourceMakesWayAndTheRestStays() throws {
    let text = """
      # head
      a:  # of a
        # why
        value: 1  # one
        source: "paper: 2020"
        year: "2020"
        confidence: H
        kept: [x,
          y]
        reason: "old"
      b: {value: 2, source: paper, year: 2020, confidence: H}

      """
    let new = """
      # head
      a:  # of a
        # why
        status: assumption
        reason: "say 'met' \\\\ 100 %"
        value: 1  # one
        kept: [x,
          y]
      b: {value: 2, source: paper, year: 2020, confidence: H}

      """
    #expect(try explained(text, "a", "say \"met\" \\ 100 %") == new)
    #expect(
      try explained(text.replacing("\n", with: "\r\n"), "a", "say \"met\" \\ 100 %")
        == new.replacing("\n", with: "\r\n"))
  }

  @Test func aSourceBeforeItsNumberMakesWayToo() throws {
    #expect(try explained("a:\n  source: x\n  value: 1") == "a:\n  status: assumption\n  reason: \"met\"\n  value: 1")
  }

  /// Taking these lines out would take figures out with them, or leave half a text behind.
  @Test(arguments: [
    "a: {value: 1, source: x}\n", "a: {value: 1,\n  source: x}\n", "a:\n  value: 1\n  source: \"x\n    y\"\n",
    "a:\n  value: 1\n  source: |\n    x\n", "a:\n  value: 1\n  source: {b: 1,\n    c: 2}\n",
  ])
  func aSourceWithoutALineOfItsOwnIsLeftAlone(text: String) throws {
    #expect(try explained(text) == nil)
  }
}
