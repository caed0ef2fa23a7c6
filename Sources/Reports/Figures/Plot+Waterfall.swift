import Input

extension Plot {
  /// A bar of a waterfall.
  public struct Step: Sendable {
    /// What stands below it.
    public var name: String
    /// A sum, or the change that the bar makes of the sum before it.
    public var value: Double
    /// Whether it is a sum, which stands on 0.
    public var isLevel: Bool
    /// Standard error of a change; not finite for none.
    public var error: Double

    /// Creates a bar.
    public init(name: String, value: Double, isLevel: Bool, error: Double = .nan) {
      (self.name, self.value, self.isLevel, self.error) = (name, value, isLevel, error)
    }
  }

  /// Sums and, hanging between them, what leads from one to the next.
  ///
  /// Changes of a fund are small beside it: the axis begins below the lowest of the sums rather than at 0, which the label of the
  /// axis has to say. Lengths of changes are true.
  public static func waterfall(title: Phrase, bars: [Step], yLabel: Phrase) -> String {
    guard bars.allSatisfy(\.value.isFinite), !bars.isEmpty else { return "" }
    var script = style(title: title, yLabel: yLabel) + names(bars.map(\.name)) + "unset key\n"
    var (rows, height) = ([[Double]](), 0.0)
    let tops = bars.reduce(into: [Double]()) { $0.append($1.isLevel ? $1.value : ($0.last ?? 0) + $1.value) }
    let (low, high) = (tops.min() ?? 0, tops.max() ?? 0)
    script += "set yrange [\(number(max(0, low - 0.6 * (high - low)))):*]\n"
    for (index, bar) in bars.enumerated() {
      let from = bar.isLevel ? max(0, low - 0.6 * (high - low)) : height
      height = bar.isLevel ? bar.value : height + bar.value
      let colour = bar.isLevel ? 0.0 : bar.value < 0 ? 2 : 1
      rows.append([
        Double(index), (from + height) / 2, Double(index) - 0.38, Double(index) + 0.38, from, height, colour,
        bar.error * 1.96,
      ])
    }
    for (colour, shade) in [palette[7], palette[1], palette[2]].enumerated() {
      script += "set linetype \(colour + 1) linecolor rgb \(text(shade))\n"
    }
    script += data("w", rows)
    var plots = ["$w using 1:2:3:4:5:6:($7+1) with boxxyerror linecolor variable notitle"]
    if rows.contains(where: { $0[7].isFinite }) {
      plots.append("$w using 1:($6-$8):(0):(2*$8) with vectors heads size screen 0.006,90 linecolor '#222222' notitle")
    }
    return script + "plot \(plots.joined(separator: ", "))\n"
  }
}
