import Analysis
import Simulation

extension FundReport {
  /// How spending stands to the appropriation, and why the probability is no certainty; nothing without one.
  func budget() -> [String] {
    guard let budget = context.result.scenario.budget,
      let place = context.result.places.first(where: { $0.place.id == budget.place }),
      let over = total(budget.place, "amount", "probabilityOverBudget")?.estimate, let total = total(budget.place)
    else { return [] }
    let amount = Double(budget.amount.fen) / 100, mean = total.estimate
    let distance = amount - mean.value
    func millions(_ yuan: Double) -> String { Wording.number(yuan / 1e6, decimals: 1) }
    var lines = [
      """
      \(context.placeName(budget.place)): the appropriation of \(millions(amount)) million yuan lies \
      \(millions(abs(distance))) million (\(Wording.percent(abs(distance) / max(mean.value, 0.01)))) \
      \(distance < 0 ? "below" : "above") the mean of \(total.status.lacksNumber ? "at least " : "")\
      \(Wording.millions(mean)) million; by the luck of the year alone a year passes it with probability \
      \(Wording.percent(over.value)) (95 % interval from \(Wording.percent(over.bounds?.lower ?? 0)) to \
      \(Wording.percent(over.bounds?.upper ?? 1))).
      """
    ]
    var reasons: [String] = []
    if let sd = self.total(budget.place, "amount", "sd")?.estimate {
      reasons.append("the luck of a year is only \(Wording.millions(sd)) million (one standard deviation)")
    }
    if let error = mean.standardError {
      reasons.append("the error of the mean is \(millions(error)) million, and smaller the more people are drawn")
    }
    if !place.sensitivities.isEmpty { reasons.append(moved(place, amount, mean.value)) }
    if !reasons.isEmpty {
      lines.append("No probability here is a certainty, 0 and 100 % included: \(reasons.joined(separator: "; ")).")
    }
    return lines
  }

  /// Which assumptions, moved one by one, take the mean to the other side of the appropriation.
  private func moved(_ place: RunResult.PlaceResult, _ amount: Double, _ mean: Double) -> String {
    func spent(_ tally: SampleTally) -> Double {
      let reader = TallyReader(tally, scale: place.scale)
      return reader.mean(.help).value + reader.mean(.premiumSubsidy).value
    }
    let crossing = place.sensitivities.filter { move in
      let before = spent(move.before)
      return before > 0 && (mean * spent(move.after) / before > amount) != (mean > amount)
    }
    let names = crossing.isEmpty ? "" : " (\(crossing.map(\.what).joined(separator: ", ")))"
    return
      """
      of the \(place.sensitivities.count) assumptions that are moved one by one below, \
      \(crossing.isEmpty ? "none" : "\(crossing.count)") would take the mean to the other side of it\(names)
      """
  }
}
