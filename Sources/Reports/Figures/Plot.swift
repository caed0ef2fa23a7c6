import Input

/// Scripts for gnuplot in the one style that all figures share.
///
/// Strings reach gnuplot in single quotes, where it neither runs commands nor knows markup: any text is safe.
public enum Plot {
  /// Told apart by colour-blind people too (Okabe and Ito).
  static let palette = ["#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#F0E442", "#555555"]

  /// The colour of the series of an index.
  static func colour(_ index: Int) -> String { text(palette[index % palette.count]) }

  /// A string of gnuplot.
  static func text(_ value: String) -> String {
    let scalars = value.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : Character($0) }
    return "'" + String(scalars).replacing("'", with: "''") + "'"
  }

  /// A label of an axis, in which gnuplot would take a percent sign for a format.
  ///
  /// gnuplot cuts labels at 50 bytes, if need be in the middle of a Chinese character: longer ones are cut here.
  static func label(_ value: String) -> String {
    var shown = value
    while shown.replacing("%", with: "%%").utf8.count > 44 { shown.removeLast() }
    return text((shown == value ? value : shown + "…").replacing("%", with: "%%"))
  }

  /// A number; one that is not finite is left out of the figure.
  static func number(_ value: Double) -> String { value.isFinite ? String(value) : "NaN" }

  /// A named table of numbers.
  static func data(_ name: String, _ rows: [[Double]]) -> String {
    "$\(name) << EOD\n" + rows.map { $0.map(number).joined(separator: " ") + "\n" }.joined() + "EOD\n"
  }

  /// Size, font, grid, title and axes.
  static func style(title: Phrase, xLabel: Phrase? = nil, yLabel: Phrase?, height: Int = 420) -> String {
    var lines = [
      "set encoding utf8",
      terminal(height: height),
      "set title \(text(title.text))",
      "set ylabel \(text(yLabel?.text ?? ""))",
      "set format y '%.10g'",
      "set border 3 linecolor '#555555'",
      "set tics nomirror out textcolor '#222222'",
      "set grid ytics linecolor '#dddddd' linewidth 1",
      "set style fill solid 0.9 noborder",
      // Beside the figure, long Chinese names of series would squeeze it.
      "set key bottom center horizontal outside noopaque maxcols 3 samplen 1.5",
    ]
    if let xLabel, !xLabel.text.isEmpty { lines.append("set xlabel \(text(xLabel.text))") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The kind of file, its size and font.
  static func terminal(height: Int) -> String {
    "set terminal svg size 720,\(height) dynamic background '#ffffff' font 'sans,12' noenhanced"
  }

  /// Named places on the horizontal axis; names too long to stand side by side are slanted.
  static func names(_ names: [String]) -> String {
    let list = names.enumerated().map { "\(label($1)) \($0)" }.joined(separator: ", ")
    let room = 90 / max(1, names.count)
    let isTight = names.contains { TextTable.width($0) > room }
    return "set xtics (\(list)) \(isTight ? "rotate by -30 left" : "norotate")\n"
      + "set xrange [-0.6:\(number(Double(max(1, names.count)) - 0.4))]\n"
      + (isTight ? "set rmargin 10\n" : "")
  }
}
