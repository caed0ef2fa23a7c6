import Cliffs
import Input
import Money

extension CliffReport {
  /// What stands below the figure.
  var caption: Phrase {
    say(
      en: "Assistance with tilt, and what is left to the patient, over the in-policy cost",
      zh: "救助金额（含倾斜）和个人负担随政策范围内费用的变化")
  }

  /// The script of the figure: two panels where nothing is varied, else one a jurisdiction.
  public var figure: String {
    guard request.variation != nil else {
      let lines = result.groups.compactMap(\.first)
      return Plot.panels(
        CurvePoint.Measure.allCases.map { measure in
          panel(name(measure), lines, lines.map(name), measure)
        })
    }
    return Plot.panels(
      groups.compactMap { rows in
        guard let first = rows.first?.line else { return nil }
        let title = say(
          en: "\(name(first)): assistance with tilt, by \(varied)", zh: "\(name(first))：救助金额（含倾斜），按\(varied)")
        return panel(title, rows.map(\.line), rows.map(\.values), .payment)
      })
  }

  private func panel(
    _ title: Phrase, _ lines: [CliffResult.Line], _ names: [String], _ measure: CurvePoint.Measure
  ) -> String {
    // Every line needs a value at the nodes of all, so that none is drawn slanted where it jumps.
    let costs = Set(lines.flatMap { $0.schedule.nodes.map(\.cost) }).sorted()
    return Plot.lines(
      title: title, x: costs.map { Double($0.fen) / 100 },
      lines: zip(lines, names).map { line, name in
        Plot.Line(name, costs.map { Double(line.curve.point(at: $0).value(measure).fen) / 100 })
      }, xLabel: say(en: "in-policy cost, yuan", zh: "政策范围内费用（元）"), yLabel: say(en: "yuan", zh: "元"))
  }
}
