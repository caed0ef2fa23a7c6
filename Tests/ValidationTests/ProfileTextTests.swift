import Input
import Population
import Rules
import Testing

@testable import Validation

/// A number changes where it stands, and nothing else does.
@Suite struct ProfileTextTests {
  /// Every text has 0.5 in several places, and the one that the path leads to is marked with « ».
  static let texts = [
    ("a:\n  value: «0.5»  # 0.5 was 3\n", "a"),
    ("# a: 0.5\na: «0.5»\nb: 0.5\n", "a"),
    ("a: {from: 0.5, value: «0.5», year: 2020}\n", "a"),
    ("a: {reason: \"0.5 of [2] # 3\", value: «0.5»}\n", "a"),
    ("a: {reason: 大约 0.5 的住院 😀 e\u{301}, value: «0.5»}\n", "a"),
    ("\"a 0:5\": «0.5»\n", "a 0:5"),
    ("'a[': «0.5»\n", "a["),
    ("ages: {from: [0.5, 15], shares: [7, «0.5»]}\n", "ages.shares[2]"),
    ("a: [1, 0.5,\n  «0.5», 3]\n", "a[3]"),
    ("a:\n  - 1\n  - «0.5»  # 0.5\n  - 0.5\n", "a[2]"),
    ("b: {value: [0.5, 2]}\na: {value: [«0.5», 2]}\n", "a[1]"),
    ("a: '«0.5»'\n", "a"), ("a: \"«0.5»\"\n", "a"), ("a:\n\n    «0.5»\n", "a"),
    ("a:\r\n  source: 0.5\r\n  value: «0.5»\r\nb: 0.5\r\n", "a"),
    ("# one\u{2028}# 0.5\u{85}# three\ra: «0.5»\n", "a"),
    ("b:\n  a: {c: {d: 0.5}}\na: {c: {d: «0.5»}}", "a.c.d"),
  ]

  @Test(arguments: texts)
  func onlyTheNumberOfThePathChanges(marked: String, path: String) throws {
    var profile = try ProfileText(marked.filter { !"«»".contains($0) }, file: "p.yaml")
    let number = try #require(profile.number(path))
    #expect(number.value == 0.5)
    try profile.set(path, to: 0.0625)
    #expect(Array(profile.text.utf8) == Array(marked.replacing("«0.5»", with: "0.0625").utf8))
    #expect(profile.number(path)?.value == 0.0625)
  }

  @Test(arguments: [
    "", ".", "b", "a.b", "a..value", ".a", "a.", "a[1]", "list", "list[0]", "list[4]", "list[-1]", "list[x]",
    "list[1][1]",
    "list[9999999999999999999]", "words[2]", "map", "a.source", "a.year", "text", "minus", "power", "unstated",
  ])
  func whatIsNoNumberHasNoPath(path: String) throws {
    let text = """
      a: {value: 1, source: "2", year: 2020}
      list: [1, 2, 3]
      words: [1, two]
      map: {c: 1}
      text: one
      minus: -1
      power: 1e3
      unstated:

      """
    #expect(try ProfileText(text, file: "p.yaml").number(path) == nil)
  }

  /// The others keep their proportions and the sum stays; figures that are no shares stay as they are.
  @Test func otherSharesMakeRoom() throws {
    var profile = try ProfileText("a: [0.2, 0.3, 0.5]  # [0.2]\nb: [1.2, 0.3, 0.5]\n", file: "p.yaml")
    try profile.set("a[3]", to: 0.75)
    try profile.set("b[3]", to: 0.75)
    #expect(profile.text == "a: [0.1, 0.15, 0.75]  # [0.2]\nb: [1.2, 0.3, 0.75]\n")
  }

  @Test func everyNumberOfTheShippedFileStaysAsItIs() throws {
    let text = try #require(Embedded.text("model/illness.yaml"))
    let profile = try ProfileText(text, file: "p.yaml")
    for path in ["reference.female", "admissions.relative[5]", "hospitals.location.level3[4]", "split.concentration"] {
      var copy = profile
      let value = try #require(copy.number(path)).value
      try copy.set(path, to: value)
      #expect(copy.text == text)
      try copy.set(path, to: value + 0.125)
      #expect(copy.number(path)?.value == value + 0.125)
      let lines = zip(text.split(separator: "\n"), copy.text.split(separator: "\n"))
      #expect(lines.count { $0 != $1 } == 1)
    }
  }

  @Test func anUnknownPathIsRefused() throws {
    var profile = try ProfileText("a: 1\n", file: "p.yaml")
    let refusal = #expect(throws: Refusal.self) { try profile.set("b[1]", to: 2) }
    #expect(refusal?.description == "error: p.yaml:1: b[1]: there is no number of this path")
    #expect(profile.text == "a: 1\n")
  }
}
