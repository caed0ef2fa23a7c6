import Input
import Testing

@Suite struct TextTableTests {
  private let table = TextTable(
    header: ["path", "what", "here", "there"],
    rows: [
      ["benefits.pool.rate", "the share that is paid 救助比例", "70 %", ""],
      ["", "次要的说明文字很长很长需要换行", "a-word-that-is-longer-than-any-line-of-it", "–"],
    ])

  @Test func whatFitsIsAlignedAndWhatDoesNotIsStacked() {
    #expect(table.lines(width: nil) == table.lines(markdown: false))
    #expect(table.lines(width: 200) == table.lines(markdown: false))
    let lines = table.lines(width: 24)
    #expect(
      lines == [
        "benefits.pool.rate", "  what: the share that", "    is paid 救助比例", "  here: 70 %", "",
        "  what: 次要的说明文字很", "    长很长需要换行", "  here:", "    a-word-that-is-longe", "    r-than-any-line-of-i",
        "    t", "  there: –",
      ])
    for line in lines { #expect(TextTable.width(line) <= 24, "\(line)") }
  }

  @Test(arguments: [12, 20, 37, 80]) func nothingIsLost(width: Int) {
    func letters(_ text: some StringProtocol) -> [Character] { text.filter { !$0.isWhitespace }.sorted() }
    let said = table.rows.flatMap { cells in
      zip(table.header, cells).enumerated().filter { !$1.1.isEmpty }.map { $0 == 0 ? $1.1 : "\($1.0): \($1.1)" }
    }
    let lines = table.lines(width: width)
    #expect(letters(lines.joined()) == letters(said.joined()))
    for line in lines { #expect(TextTable.width(line) <= width, "\(line)") }
  }
}
