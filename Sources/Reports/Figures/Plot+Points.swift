import Input

extension Plot {
  /// A named value with its standard error.
  public struct Point: Sendable {
    /// What stands at its left.
    public var name: String
    /// Where it stands.
    public var value: Double
    /// Its standard error, drawn as whiskers of 1.96 to both sides.
    public var error: Double

    /// Creates a point.
    public init(name: String, value: Double, error: Double) {
      self.name = name
      self.value = value
      self.error = error
    }
  }

  /// One line a point, from top to bottom, beside a reference with a band.
  ///
  /// - Parameters:
  ///   - reference: an upright line; `band` is the half-width of the shade around it.
  /// - Returns: the script; empty where no value is finite.
  public static func points(
    title: Phrase, series: [(name: String, points: [Point])], reference: Double, band: Double
  ) -> String {
    let all = series.flatMap(\.points)
    guard all.contains(where: \.value.isFinite) else { return "" }
    var script = style(title: title, yLabel: nil, height: 130 + 19 * all.count)
    // Names are labels, because gnuplot cuts those of an axis.
    script += "unset ytics\nset grid xtics linecolor '#dddddd'\n"
    script += "set lmargin \(2 + (all.map { TextTable.width($0.name) }.max() ?? 0) * 7 / 8)\n"
    for (index, point) in all.enumerated() {
      script += "set label \(text(point.name)) at graph -0.01, first \(index) right textcolor '#222222'\n"
    }
    script += "set yrange [\(number(Double(all.count) - 0.4)):-0.6]\n"
    script += "set object rectangle from \(number(reference - band)), graph 0 to \(number(reference + band)), graph 1 "
    script += "behind fillcolor rgb '#e6e6e6' fillstyle solid noborder\n"
    script +=
      "set arrow from \(number(reference)), graph 0 to \(number(reference)), graph 1 nohead linecolor '#555555'\n"
    var (plots, first) = ([String](), 0)
    for (index, one) in series.enumerated() where !one.points.isEmpty {
      script += data(
        "p\(index)",
        one.points.enumerated().map { [$1.value, Double(first + $0), 1.96 * $1.error] })
      plots.append(
        "$p\(index) using 1:2:3 with xerrorbars pointtype 7 pointsize 0.7 linewidth 1.5 linecolor rgb \(colour(index)) "
          + "title \(text(one.name))")
      first += one.points.count
    }
    return script + "plot \(plots.joined(separator: ", "))\n"
  }
}
