import Testing

@testable import Input

@Suite struct CSVReaderTests {
  private func cells(_ text: String) throws -> [[String]] { try CSVReader.read(text, file: "t.csv").map(\.cells) }

  @Test func rowsKeepTheLineTheyBeginOn() throws {
    let rows = try CSVReader.read("a,b\r\n\r\n\"one\r\ntwo\",3\n,,\nlast,\"\"", file: "t.csv")
    #expect(rows.map(\.line) == [1, 3, 6])
    #expect(rows.map(\.cells) == [["a", "b"], ["one\ntwo", "3"], ["last", ""]])
  }

  @Test func quotedCellsHoldCommasAndQuotes() throws {
    #expect(try cells("\"a,\"\"b\"\"\",c\n") == [["a,\"b\"", "c"]])
  }

  /// Any cells, quoted as RFC 4180 asks, come back as they were.
  @Test(arguments: 0..<20) func whatIsQuotedComesBack(seed: Int) throws {
    let letters = Array("a人,\"\n ;\u{3000}1")
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    let table = (0..<8).map { _ in
      (0..<3).map { _ in "x" + String((0..<next(6)).map { _ in letters[next(letters.count)] }) }
    }
    let text = table.map { row in
      row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
    }.joined(separator: "\n")
    #expect(try cells(text) == table)
  }

  @Test(arguments: [
    ("a,\"b\nc", "error: t.csv:1: a quote is opened here and never closed (close it, or remove it)"),
    (
      "a\nb\"c\"",
      "error: t.csv:2: a quote stands within a cell that does not begin with one (put quotes around the cell)"
    ),
  ])
  func brokenQuotesAreRefused(text: String, message: String) {
    let refusal = #expect(throws: Refusal.self) { try CSVReader.read(text, file: "t.csv") }
    #expect(refusal?.description == message)
  }
}

@Suite struct YAMLTextTests {
  /// Scalars that YAML would take for something else, and nested mappings, come back as they were.
  @Test func whatIsWrittenIsReadBack() throws {
    let source = """
      top:
        plain: 0.10
        quoted: "null"
        none:
        list: [1, "2", x]
        text: "a: b # c 'd' \\"e\\" 人"
        counts: {"0": 1, "1-4": 2, "85+": 3}
        deep: {inner: {yes: no, "~": "", lines: "one\\ntwo"}}
      """
    let first = try YAMLReader.read(source, file: "t.yaml")
    let entry = try #require(first.entries?.first)
    let text = try YAMLText.text(entry.key, entry.value)
    #expect(Self.words(try YAMLReader.read(text, file: "t.yaml")) == Self.words(first))
  }

  /// A tree with its kinds of scalars, without places.
  private static func words(_ node: Node) -> String {
    switch node.content {
    case .null: "null"
    case .scalar(let text, let quoted): quoted ? "\"\(text)\"" : text
    case .sequence(let items): "[\(items.map(words).joined(separator: ", "))]"
    case .mapping(let entries): "{\(entries.map { "\($0.key): \(words($0.value))" }.joined(separator: ", "))}"
    }
  }
}
