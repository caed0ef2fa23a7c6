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

  @Test func spellingFindsTheNearest() {
    #expect(Spelling.nearest(to: "inpateint", among: ["inpatient", "outpatient"]) == "inpatient")
    #expect(Spelling.nearest(to: "zebra", among: ["inpatient", "outpatient"]) == nil)
  }
}
