import Input
import Testing

@testable import Reports

@Suite struct GnuplotTests {
  private static let hostile = "贵州 `touch /tmp/x` $(id) 'a' \"b\" 50 % {/Bold c} <d> & @e \\n\nEOD"

  private static let scripts = [
    Plot.bars(
      title: Phrase(stringLiteral: hostile), labels: ["甲 50 % {/Bold c} 'a'", "b"], values: [1, .nan],
      errors: [0.1, 0.2],
      yLabel: Phrase(stringLiteral: hostile)),
    Plot.bars(title: "no errors", labels: ["a", "b"], values: [-1, 2], yLabel: "yuan"),
    Plot.bars(title: "errors unknown", labels: ["a"], values: [1], errors: [.nan], yLabel: "yuan"),
    Plot.groupedBars(
      title: "two", groups: ["甲", "乙"], series: [hostile, "t"], values: [[1, 2], [3, 4]], errors: [[0.1, 0.1]],
      yLabel: "y"),
    Plot.lines(
      title: "lines", x: [1, 2], lines: [.init(hostile, [1, 2]), .init("", [2, .infinity])], xLabel: "x", yLabel: "y"),
    Plot.fan(
      title: "fan", x: [1, 2, 3], bands: [.init("90 %", low: [0, 0, 0], high: [3, 4, 5])],
      lines: [.init("mean", [1, 2, 3])], xLabel: "x", yLabel: "y"),
    Plot.points(
      title: "points",
      series: [
        (hostile, [.init(name: hostile, value: 1, error: 0.1)]), ("", [.init(name: "乙", value: 2, error: .nan)]),
      ],
      reference: 1, band: 0.02),
  ]

  @Test(arguments: scripts) func figuresAreDrawnTheSameTwice(script: String) throws {
    let gnuplot = Gnuplot()
    guard let figure = try gnuplot.svg(script: script) else {
      #expect(!gnuplot.isInstalled)
      return
    }
    #expect(figure.hasPrefix("<?xml"))
    #expect(try gnuplot.svg(script: script) == figure)
  }

  @Test func textIsShownAsWritten() throws {
    guard let figure = try Gnuplot().svg(script: Self.scripts[0]) else { return }
    let shown = "贵州 `touch /tmp/x` $(id) 'a' \"b\" 50 % {/Bold c} &lt;d> &amp; @e \\n EOD"
    // Title and label of the axis; names of bars are short, since gnuplot cuts long ones.
    #expect(figure.components(separatedBy: shown).count == 3)
    #expect(figure.contains("甲 50 % {/Bold c} 'a'"))
  }

  @Test func longChineseNamesAreNotCutWithinACharacter() throws {
    let name = String(repeating: "州", count: 40)
    guard let figure = try Gnuplot().svg(script: Plot.bars(title: "t", labels: [name], values: [1], yLabel: "y"))
    else { return }
    #expect(figure.contains(">" + String(repeating: "州", count: 14) + "…<"))
  }

  @Test func withoutGnuplotThereIsNoFigure() throws {
    #expect(try Gnuplot(path: "/nowhere").svg(script: "") == nil)
  }

  @Test func brokenScriptsAreErrors() {
    guard Gnuplot().isInstalled else { return }
    #expect(throws: ReportFailure.self) { try Gnuplot().svg(script: "plot nonsense(\n") }
    #expect(throws: ReportFailure.self) { try Gnuplot().svg(script: "") }
  }
}
