import Analysis
import Simulation

/// The figures of a report that are followed while assumptions are moved.
enum MovedFigures {
  /// Assistance and out-of-pocket cost.
  case fund
  /// Out-of-pocket cost, catastrophic spending and impoverishment.
  case burden
  /// What reforms change of the fund.
  case impact
}

extension ReportContext {
  /// Replicates of each moved assumption.
  var sensitivityReplicates: Int { min(result.scenario.sensitivityReplicates, result.scenario.replicates) }

  /// How far a report's main figures move with each weak assumption; nothing where the scenario draws none.
  func sensitivities(_ figures: MovedFigures, _ text: inout MarkdownText) {
    let moves = result.places.flatMap { place in place.sensitivities.map { (place, $0) } }
    guard !moves.isEmpty else { return }
    text.heading("How far the figures move with an assumption")
    switch figures {
    case .fund: fund(moves, &text)
    case .burden: burden(moves, &text)
    case .impact: impact(moves, &text)
    }
  }

  private typealias Move = (place: RunResult.PlaceResult, move: RunResult.Sensitivity)

  private var drawn: String {
    """
    One assumption of low confidence at a time is moved by the stated amount, under the place's own rules, with the same \
    seed in \(sensitivityReplicates) replicates
    """
  }

  private func fund(_ moves: [Move], _ text: inout MarkdownText) {
    text.paragraph(
      """
      \(drawn). Assistance is with tilt, yuan a head. The ± of the two changes is the spread over replicates alone, \
      without that of drawing the people, who change with some of the moves:
      """)
    let rows = moves.map { place, move in
      let effect = SensitivityEffect(move)
      return [
        place.place.english, move.what, Wording.estimate(effect.before, decimals: 2),
        Wording.estimate(effect.after, decimals: 2), Wording.percent(effect.assistance),
        Wording.percent(effect.outOfPocket),
      ]
    }
    text.table(
      header: ["place", "moved", "assistance before", "after", "assistance", "out of pocket"], rows: rows, right: 2)
  }

  private func burden(_ moves: [Move], _ text: inout MarkdownText) {
    text.paragraph(
      """
      \(drawn). Out of pocket is the relative change with the spread over replicates; the shares of people in \
      households that pay over 10 % of their income, and of people whom paying impoverishes, have the errors of levels:
      """)
    let rows = moves.map { place, move in
      let effect = SensitivityEffect(move)
      return [
        place.place.english, move.what, Wording.percent(effect.outOfPocket),
        Wording.percent(effect.catastrophic.before),
        Wording.percent(effect.catastrophic.after), Wording.percent(effect.impoverished.before),
        Wording.percent(effect.impoverished.after),
      ]
    }
    text.table(
      header: ["place", "moved", "out of pocket", "catastrophic 10 % before", "after", "impoverished before", "after"],
      rows: rows, right: 2)
  }

  private func impact(_ moves: [Move], _ text: inout MarkdownText) {
    text.paragraph("\(drawn). What a reform adds to the fund's yearly cost, million yuan, before and after the move:")
    let rows = moves.flatMap { place, move in
      move.reforms.map { reform in
        let effect = ReformEffect(move, reform, scale: place.scale)
        return [
          place.place.english, reform.name, move.what, Wording.millions(effect.before), Wording.millions(effect.after),
        ]
      }
    }
    text.table(header: ["place", "reform", "moved", "before", "after"], rows: rows, right: 3)
  }
}
