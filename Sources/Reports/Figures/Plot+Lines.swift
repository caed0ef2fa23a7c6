import Input

extension Plot {
  /// A named line.
  public struct Line: Sendable {
    /// The name of the series.
    public var name: String
    /// One value for every x.
    public var values: [Double]

    /// Creates a line.
    public init(_ name: String, _ values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  /// A range of values around a line, such as 5 to 95 percent.
  public struct Band: Sendable {
    /// What the range is.
    public var name: String
    /// Its lower end for every x.
    public var low: [Double]
    /// Its upper end for every x.
    public var high: [Double]

    /// Creates a band.
    public init(_ name: String, low: [Double], high: [Double]) {
      self.name = name
      self.low = low
      self.high = high
    }
  }

  /// Lines over numbers.
  public static func lines(title: Phrase, x: [Double], lines: [Line], xLabel: Phrase, yLabel: Phrase) -> String {
    fan(title: title, x: x, bands: [], lines: lines, xLabel: xLabel, yLabel: yLabel)
  }

  /// Lines over shaded bands; bands are given from the widest to the narrowest.
  public static func fan(
    title: Phrase, x: [Double], bands: [Band], lines: [Line], xLabel: Phrase?, yLabel: Phrase
  ) -> String {
    var script = style(title: title, xLabel: xLabel, yLabel: yLabel)
    var plots: [String] = []
    for (index, band) in bands.enumerated() {
      script += data("b\(index)", rows(x, [band.low, band.high]))
      // Paler for wider bands, and no transparency, which some viewers of SVG draw in their own way.
      let shade = ["#d6e6f2", "#a9cbe4", "#7db0d6", "#5096c7"][min(index, 3)]
      plots.append("$b\(index) using 1:2:3 with filledcurves fillcolor rgb '\(shade)' title \(text(band.name))")
    }
    for (index, line) in lines.enumerated() {
      script += data("l\(index)", rows(x, [line.values]))
      let key = line.name.isEmpty ? "notitle" : "title \(text(line.name))"
      plots.append("$l\(index) using 1:2 with lines linewidth 2 linecolor rgb \(colour(index)) \(key)")
    }
    return script + "plot \(plots.joined(separator: ", "))\n"
  }

  private static func rows(_ x: [Double], _ columns: [[Double]]) -> [[Double]] {
    x.indices.map { row in [x[row]] + columns.map { row < $0.count ? $0[row] : .nan } }
  }
}
