import Input

extension Plot {
  /// Points in the plane with whiskers to all four sides.
  ///
  /// - Parameter series: named points: x, y, and the half-widths of their whiskers.
  /// - Returns: the script; empty where there is no point.
  static func scatter(
    title: Phrase, series: [(name: String, points: [[Double]])], xLabel: Phrase, yLabel: Phrase
  ) -> String {
    var script = style(title: title, xLabel: xLabel, yLabel: yLabel) + "set format x '%.10g'\n"
    var plots: [String] = []
    for (index, one) in series.enumerated() where !one.points.isEmpty {
      script += data("s\(index)", one.points)
      plots.append(
        "$s\(index) using 1:2:3:4 with xyerrorbars pointtype 7 pointsize 0.7 linewidth 1.2 linecolor rgb "
          + "\(colour([2, 7, 3][min(index, 2)])) title \(text(one.name))")
    }
    return plots.isEmpty ? "" : script + "plot \(plots.joined(separator: ", "))\n"
  }
}
