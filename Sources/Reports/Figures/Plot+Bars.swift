import Input

extension Plot {
  /// One bar a label.
  ///
  /// - Parameter errors: standard errors, drawn as whiskers of 1.96 to both sides; none where the list is empty.
  public static func bars(
    title: Phrase, labels: [String], values: [Double], errors: [Double] = [], yLabel: Phrase
  ) -> String {
    groupedBars(
      title: title, groups: labels, series: [""], values: [values], errors: errors.isEmpty ? [] : [errors],
      yLabel: yLabel)
  }

  /// Bars side by side, one of each series in every group.
  ///
  /// - Parameters:
  ///   - values: one list a series, with one value a group.
  ///   - errors: standard errors likewise; none where the list is empty.
  /// - Returns: the script; empty where no value is finite.
  public static func groupedBars(
    title: Phrase, groups: [String], series: [String], values: [[Double]], errors: [[Double]] = [], yLabel: Phrase
  ) -> String {
    // gnuplot ends with an error where nothing at all can be drawn; then there is no figure.
    guard values.joined().contains(where: \.isFinite) else { return "" }
    let width = 0.8 / Double(max(1, series.count))
    var script = style(title: title, yLabel: yLabel) + names(groups)
    // Bars begin at 0, or their lengths would mislead.
    let hasNegative = values.joined().contains { $0 < 0 }
    script += hasNegative ? "set xzeroaxis linecolor '#555555'\n" : "set yrange [0:*]\n"
    if series.allSatisfy(\.isEmpty) { script += "unset key\n" }
    script += "set boxwidth \(number(width * 0.94))\n"
    var plots: [String] = []
    for index in series.indices where index < values.count && values[index].contains(where: \.isFinite) {
      let offset = (Double(index) - Double(series.count - 1) / 2) * width
      let spread = index < errors.count ? errors[index] : []
      script += data(
        "s\(index)",
        groups.indices.map { group in
          let value = group < values[index].count ? values[index][group] : .nan
          let half = 1.96 * (group < spread.count ? spread[group] : .nan)
          let low = hasNegative ? value - half : max(0, value - half)
          return [Double(group) + offset, value, low, value + half - low]
        })
      let key = series[index].isEmpty ? "notitle" : "title \(text(series[index]))"
      plots.append("$s\(index) using 1:2 with boxes linecolor rgb \(colour(index)) \(key)")
      // gnuplot drops series in which nothing can be drawn, and with them a figure that has no other.
      if spread.contains(where: \.isFinite) {
        // Drawn as arrows with blunt heads, because gnuplot puts a white disc on error bars of boxes.
        plots.append(
          "$s\(index) using 1:3:(0):4 with vectors heads size screen 0.006,90 linecolor '#222222' notitle")
      }
    }
    return script + "plot \(plots.joined(separator: ", "))\n"
  }
}
