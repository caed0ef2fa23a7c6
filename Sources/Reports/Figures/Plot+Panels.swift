extension Plot {
  /// Several figures below each other in one file.
  ///
  /// - Returns: the script; empty where there is none to draw.
  static func panels(_ scripts: [String], height: Int = 420) -> String {
    guard !scripts.isEmpty else { return "" }
    // A terminal is set once, for all panels together.
    let bodies = scripts.map { script in
      script.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("set terminal ") }
        .joined(separator: "\n")
    }
    return "set encoding utf8\n" + terminal(height: height * scripts.count) + "\n"
      + "set multiplot layout \(scripts.count),1\n" + bodies.joined() + "unset multiplot\n"
  }

  /// Whole years on the horizontal axis: to stand before a script.
  static func years(_ years: [Int]) -> String {
    let step = max(1, (years.count + 9) / 10)
    return "set xtics \(years.first ?? 0),\(step)\nset xrange [\(years.first ?? 0):\(years.last ?? 1)]\n"
  }
}
