import Analysis
import Input
import Simulation

extension SweepReport {
  /// What a sweep says in short, place by place.
  func summary(_ sweep: Sweep) -> [Phrase] {
    let name = sweep.place.name(in: language)
    return sweep.figures.indices.compactMap { index in
      let figure = sweep.figures[index]
      let ranked = sweep.points.sorted { $0.levels[index].value < $1.levels[index].value }
      guard let low = ranked.first, let high = ranked.last else { return nil }
      let noun = noun(figure), now = worded(sweep.baseline[index], figure, sweep.place)
      let (least, most) = (
        worded(low.levels[index], figure, sweep.place), worded(high.levels[index], figure, sweep.place)
      )
      guard sweep.points.count > 1 else {
        return say(
          en: "\(name), \(noun): \(least) at \(named(low)); now \(now).",
          zh: "\(name)，\(noun)：\(named(low))时为\(least)；现行为\(now)。")
      }
      return say(
        en: "\(name), \(noun): from \(least) at \(named(low)) to \(most) at \(named(high)); now \(now).",
        zh: "\(name)，\(noun)：最低为\(least)（\(named(low))），最高为\(most)（\(named(high))）；现行为\(now)。")
    }
  }

  /// Figures of a place with what they show.
  func captions(_ sweep: Sweep) -> [(String, Phrase)] {
    sweep.figures.map { figure in
      let noun = noun(figure)
      return (
        plotName(sweep, figure.rawValue),
        grid.axes.count == 1
          ? say(
            en: "\(noun) at every value; the shade is 1.96 standard errors to both sides",
            zh: "各取值下的\(noun)；阴影为上下各1.96个标准误")
          : say(en: "\(noun) at every value", zh: "各取值下的\(noun)")
      )
    } + [
      (
        plotName(sweep, "frontier"),
        say(
          en: "Fund cost against people in catastrophic spending, with 1.96 standard errors to both sides",
          zh: "基金支出与灾难性支出人口，误差线为上下各1.96个标准误")
      )
    ]
  }

  private func plotName(_ sweep: Sweep, _ what: String) -> String { "sweep-\(sweep.place.id)-\(what)" }

  /// A line with its band for one value, several lines for two, and the frontier.
  func plots(_ sweep: Sweep) -> [(name: String, script: String)] {
    let name = sweep.place.name(in: language)
    return sweep.figures.indices.map { index in
      let figure = sweep.figures[index], noun = noun(figure)
      let title = say(en: "\(name): \(noun)", zh: "\(name)：\(noun)")
      return (plotName(sweep, figure.rawValue), plot(sweep, index, title))
    } + [(plotName(sweep, "frontier"), frontierPlot(sweep))]
  }

  private func plot(_ sweep: Sweep, _ index: Int, _ title: Phrase) -> String {
    let figure = sweep.figures[index], last = grid.axes.count - 1
    let axis = grid.axes[last], x = axis.values.map { Double($0) / 100 }
    let values = sweep.points.map { shown($0.levels[index], figure, sweep.place) }
    let unit = unit(axis.rule, before: ", ")
    let xLabel = say(en: "\(axis.rule.name)\(unit)", zh: "\(axis.rule.name)（\(unit)）"), yLabel = self.unit(figure)
    guard last > 0 else {
      let (low, high) = (values.map { $0.bounds?.lower ?? .nan }, values.map { $0.bounds?.upper ?? .nan })
      return Plot.fan(
        title: title, x: x, bands: [.init("± 1.96", low: low, high: high)],
        lines: [.init(noun(figure).text, values.map(\.value))], xLabel: xLabel, yLabel: yLabel)
    }
    let lines = grid.axes[0].values.enumerated().map { row, value in
      Plot.Line(
        worded(value, grid.axes[0].rule),
        Array(values[(row * x.count)..<((row + 1) * x.count)].map(\.value)))
    }
    return Plot.lines(title: title, x: x, lines: lines, xLabel: xLabel, yLabel: yLabel)
  }

  private func frontierPlot(_ sweep: Sweep) -> String {
    let name = sweep.place.name(in: language)
    let names = [
      say(en: "no other beats it", zh: "前沿"), say(en: "undecided", zh: "未定"),
      say(en: "another beats it", zh: "劣于他点"),
    ]
    let series = names.enumerated().map { rank, name in
      (
        name: name.text,
        points: sweep.points.filter { $0.standing.rank == Double(rank) }.map { point in
          (shown(point.levels[0], .mean, sweep.place), shown(point.levels[1], .catastrophic25, sweep.place))
        }
      )
    }
    let (cost, people) = (wording.sumUnit, unit(.catastrophic25))
    return Plot.scatter(
      title: say(en: "\(name): cost and hardship", zh: "\(name)：基金支出与灾难性支出人口"),
      series: series.map { one in
        (
          one.name,
          one.points.map {
            [$0.value, $1.value, 1.96 * ($0.standardError ?? 0), 1.96 * ($1.standardError ?? 0)]
          }
        )
      },
      xLabel: say(en: "the fund's mean year, \(cost)", zh: "基金年支出均值（\(cost)）"),
      yLabel: say(en: "catastrophic spending, \(people)", zh: "灾难性支出人口（\(people)）"))
  }
}
