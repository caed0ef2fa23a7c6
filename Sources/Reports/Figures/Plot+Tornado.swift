import Input

extension Plot {
  /// A bar of a tornado.
  public struct Swing: Sendable {
    /// What stands at its left.
    public var name: String
    /// Where the bar that begins at 0 ends.
    public var value: Double
    /// Standard error, drawn as whiskers of 1.96 to both sides; not finite for none.
    public var error: Double
    /// Whether it stands for several of the others together, which has a colour of its own.
    public var isJoint: Bool

    /// Creates a bar.
    public init(name: String, value: Double, error: Double, isJoint: Bool = false) {
      (self.name, self.value, self.error, self.isJoint) = (name, value, error, isJoint)
    }
  }

  /// Columns that a name may take, after which it is cut.
  private static let nameColumns = 46

  /// Lying bars from 0, in the order given from top to bottom: one colour to the right, one to the left, and a third for
  /// what is joint.
  ///
  /// - Returns: the script; empty where no value is finite.
  public static func tornado(title: Phrase, bars: [Swing], xLabel: Phrase) -> String {
    let bars = bars.filter(\.value.isFinite)
    guard !bars.isEmpty else { return "" }
    let names = bars.map { cut($0.name) }
    var script = style(title: title, xLabel: xLabel, yLabel: nil, height: 130 + 22 * bars.count)
    script += "unset key\nunset ytics\nset border 1 linecolor '#555555'\nset grid xtics linecolor '#dddddd'\n"
    script += "set lmargin \(2 + (names.map(TextTable.width).max() ?? 0) * 7 / 8)\n"
    for (index, name) in names.enumerated() {
      script += "set label \(text(name)) at graph -0.01, first \(index) right textcolor '#222222'\n"
    }
    script += "set yrange [\(number(Double(bars.count) - 0.4)):-0.6]\n"
    script += "set arrow from 0, graph 0 to 0, graph 1 nohead linecolor '#555555'\n"
    for (kind, shade) in [palette[1], palette[2], palette[7]].enumerated() {
      script += "set linetype \(kind + 1) linecolor rgb \(text(shade))\n"
    }
    script += data(
      "t",
      bars.enumerated().map { row, bar in
        let kind = bar.isJoint ? 3.0 : bar.value < 0 ? 2 : 1, y = Double(row)
        return [
          bar.value / 2, y, min(0, bar.value), max(0, bar.value), y - 0.36, y + 0.36, kind, bar.value, 1.96 * bar.error,
        ]
      })
    var plots = ["$t using 1:2:3:4:5:6:7 with boxxyerror linecolor variable notitle"]
    if bars.contains(where: \.error.isFinite) {
      plots.append("$t using ($8-$9):2:(2*$9):(0) with vectors heads size screen 0.004,90 linecolor '#222222' notitle")
    }
    return script + "plot \(plots.joined(separator: ", "))\n"
  }

  private static func cut(_ name: String) -> String {
    guard TextTable.width(name) > nameColumns else { return name }
    var short = name
    while TextTable.width(short) >= nameColumns { short.removeLast() }
    return short + "…"
  }
}
