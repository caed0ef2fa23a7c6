import Input
import Testing

@testable import Reports

@Suite struct TextTests {
  @Test func csvQuotesOnlyWhatNeedsIt() throws {
    var csv = CSVText(header: ["place", "value"])
    try csv.add(["Guizhou, 贵州", "1.5"])
    try csv.add(["say \"no\"", ""])
    try csv.add(["two\nlines", "b\r"])
    #expect(csv.text() == "place,value\n\"Guizhou, 贵州\",1.5\n\"say \"\"no\"\"\",\n\"two\nlines\",\"b\r\"\n")
    #expect(Array(csv.text(byteOrderMark: true).utf8.prefix(4)) == [0xEF, 0xBB, 0xBF, 0x70])
  }

  @Test func csvRefusesRaggedRowsAndKeepsWhatItHas() throws {
    var csv = CSVText(header: ["a", "b"])
    let error = #expect(throws: CSVText.RaggedRow.self) { try csv.add(["1", "2", "3"]) }
    #expect(error?.description == "a row of 3 cells under a header of 2: 1,2,3")
    #expect(csv.text() == "a,b\n")
  }

  @Test func csvOfOneColumnHasNoEmptyLines() throws {
    var csv = CSVText(header: ["a"])
    try csv.add([""])
    #expect(csv.text() == "a\n\"\"\n")
  }

  @Test func markdownBlocks() {
    var report = MarkdownText()
    #expect(report.text.isEmpty)
    report.heading("Burden\n负担", level: 1)
    report.paragraph("")
    report.paragraph("Text with *stress*.")
    report.bullets(["one", "two\nlines"])
    report.table(header: ["group", "yuan"], rows: [["a|b", "1"], ["short"]], right: 1)
    report.figure(path: "figures/a b.svg", caption: "A [caption]")
    #expect(
      report.text == """
        # Burden 负担

        Text with *stress*.

        - one
        - two lines

        | group | yuan |
        |---|---:|
        | a\\|b | 1 |
        | short |  |

        ![A (caption)](figures/a%20b.svg)

        *A [caption]*

        """)
  }

  @Test(arguments: [("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8")])
  func fingerprintsAreThePublishedOnes(text: String, digits: String) {
    #expect(Fingerprint(text).description == digits)
  }
}
