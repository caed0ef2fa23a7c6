import Testing

@testable import Input

@Suite struct ReaderTests {
  @Test func jsonKeepsNumbersAsWritten() throws {
    let node = try JSONReader.read(#"{"a": 1.500, "b": ["\u4e2d\ud83d\ude00", true, null]}"#, file: "x")
    #expect(node["a"]?.text == "1.500")
    #expect(node["b"]?.items?[0].text == "中😀")
  }

  @Test(arguments: [
    #"{"a":1,"a":2}"#, "[1,]", "{", #"{"a" 1}"#, "01", "1.", "nul", "\"\u{1}\"", #""\ud800""#, "[1] 2", "", "+1", "NaN",
    #""\x""#, "'a'",
  ])
  func jsonIsStrict(text: String) {
    #expect(throws: Refusal.self) { try JSONReader.read(text, file: "x") }
  }

  @Test func deepNestingIsRefusedNotCrashedOn() {
    let deep = String(repeating: "[", count: 200_000)
    #expect(throws: Refusal.self) { try JSONReader.read(deep, file: "x") }
    #expect(throws: Refusal.self) { try YAMLReader.read(deep, file: "x") }
    #expect(throws: Refusal.self) { try YAMLReader.read(String(repeating: "- ", count: 200_000), file: "x") }
  }

  @Test func yamlKnowsItsLines() throws {
    let node = try YAMLReader.read("a: 1\nb:\n  c: [x, '~', ~]\n", file: "f.yaml")
    #expect(node["b"]?["c"]?.place.description == "f.yaml:3")
    #expect(node["b"]?["c"]?.items?[1].text == "~")
    #expect(node["b"]?["c"]?.items?[2].text == nil)
  }

  @Test func yamlSaysWhereAndWhat() {
    let refusal = #expect(throws: Refusal.self) { try YAMLReader.read("a: 1\nb: 2\na: 3\n", file: "f.yaml") }
    #expect(refusal?.description == "error: f.yaml:3: the key a stands here twice (keep one of them)")
    #expect(throws: Refusal.self) { try YAMLReader.read("a: [1\nb: 2", file: "f.yaml") }
    #expect(throws: Refusal.self) { try YAMLReader.read("a: 1\n---\nb: 2\n", file: "f.yaml") }
  }

  @Test(arguments: [
    (
      "a: 1\nb: [1\nc: 2\n",
      "f:3: this is not YAML: the list that begins on line 2 has no comma or closing ] before this (part its items with "
        + "commas, and close it with ])"
    ),
    (
      "a: 1\nb: 'x\nc: 2\n",
      "f:2: this is not YAML: the text in quotes that begins here does not end (close it with the same quote)"
    ),
    ("a:\n\tb: 1\n", "f:2: this is not YAML: a tab stands where only spaces may (indent with spaces)"),
    ("a: @x\n", "f:1: this is not YAML: a value cannot begin with @ (put it in quotes)"),
    ("a: 1\nb\nc: 2\n", "f:2: this is not YAML: a key has no colon after it (write key: value)"),
    (
      "a: 1\n b: 2\n",
      "f:2: this is not YAML: a colon stands where no key can be (align the keys of one mapping, and put a text that "
        + "holds a colon in quotes)"
    ),
    ("a: 1\nb: \u{1}\n", "f:2: the line holds a control character, which YAML does not allow (remove it)"),
    (
      (0..<1_200).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"),
      "f:1000: lists or mappings stand inside each other more than 60 levels deep (close the brackets that are open, or "
        + "write it flatter)"
    ),
  ])
  func yamlSpeaksPlainly(text: String, message: String) {
    let refusal = #expect(throws: Refusal.self) { try YAMLReader.read(text, file: "f") }
    #expect(refusal?.description == "error: " + message)
  }

  /// Whatever is cut out of a sound file, the parser's own words do not come through.
  @Test func noWordOfTheParserIsLeftOver() throws {
    let sound = "a: [1, {b: \"x\\n\"}]\nc:\n  - d: 'e'\n    f: |\n      g\n  - &h i\n"
    let words = ["token", "expected", "scanning", "found ", "not allowed in this context", "NULL", "YamlError"]
    for index in sound.indices {
      for insert in ["", "\t", ":", "]", "}", "\"", "'", "@", "*", "&", "!", "%", "- ", "? ", "\n"] {
        var text = sound
        text.replaceSubrange(index...index, with: insert)
        do { _ = try YAMLReader.read(text, file: "f") } catch {
          for word in words { #expect(!error.description.contains(word), "\(error) in \(text)") }
        }
      }
    }
  }

  @Test func spellingFindsTheNearest() {
    #expect(Spelling.nearest(to: "inpateint", among: ["inpatient", "outpatient"]) == "inpatient")
    #expect(Spelling.nearest(to: "巴南区", among: ["巴中市", "重庆市巴南区"]) == "重庆市巴南区")
    #expect(Spelling.nearest(to: "zebra", among: ["inpatient", "outpatient"]) == nil)
  }
}
