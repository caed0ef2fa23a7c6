import Analysis
import Simulation

extension FundReport {
  /// A benefit that is simple enough for an exact answer, simulated and worked out, side by side; nothing where the run
  /// did not settle it.
  func secondOpinion(_ text: inout MarkdownText) {
    let result = context.result
    guard let rules = try? ControlRules(vocabulary: result.library.vocabulary, year: result.scenario.year) else {
      return
    }
    let opinions = result.places.compactMap { SecondOpinion($0, result, rules) }
    guard let first = opinions.first else { return }
    text.heading("A second opinion")
    text.paragraph(
      """
      Is the simulation right? What a real document costs nobody knows exactly. So every run also settles one invented \
      benefit that is simple enough to be worked out by formula, on the same people and with the same engine: everybody is \
      paid \(Wording.percent(Double(rules.rate.basisPoints) / 10_000)) of the in-policy cost of each stay in hospital above \
      \(Wording.number(Double(rules.deductible.fen) / 100)) yuan, at most \(Wording.number(Double(rules.cap.fen) / 100)) yuan a \
      stay; stays with a listed disease are left out, and insurance pays nothing.
      """)
    text.bullets(opinions.map(verdict))
    text.paragraph(
      """
      The formula draws nobody: means are limited expected values, quantiles come from a Fourier transform of the compound \
      distribution (docs/model.md). Both columns are of the people drawn, not scaled to residents. A difference of 2 \
      standard errors comes by chance in one of 20 figures, and since places share their luck it often comes in several at \
      once; beyond \(Wording.number(SecondOpinion.limit)) the two do not agree, and no figure of this run should be used \
      before it is known why. Agreement says that counts, costs, settlement and sums are as the model has them, not that the \
      model, insurance or documents are right. Thousand yuan a year:
      """)
    text.table(
      header: ["place", "of", "by formula", "simulated", "difference in standard errors"],
      rows: opinions.flatMap { opinion in opinion.lines.map { row($0, opinion) } }, right: 2)
    let bound = opinions.map(\.aliased).max() ?? 0
    text.paragraph(
      """
      The standard deviation takes 20 years and a quantile p takes 5 / (1 − p); these are \(first.years). Errors of means and \
      of the standard deviation are those that the formula gives so many years, errors of quantiles those that this report \
      states for its own. Rounding to the fen, which the formula leaves out, moves a payment by less than 1.5 fen; the \
      transform counts \(bound < 1e-9 ? "less than a billionth" : "at most \(bound)") of all probability at a wrong total.
      """)
  }

  private func verdict(_ opinion: SecondOpinion) -> String {
    let told = opinion.lines.count { $0.agrees != nil }
    let greatest = opinion.lines.compactMap { $0.distance.map { abs($0) } }.max() ?? 0
    let verdict =
      opinion.disagreements == 0
      ? "agrees: the greatest of \(told) differences is \(Wording.number(greatest, decimals: 1)) standard errors"
      : """
      **does not agree** in \(opinion.disagreements) of \(told) figures: the greatest difference is \
      \(Wording.number(greatest, decimals: 1)) standard errors
      """
    return
      """
      \(context.placeName(opinion.place)) (\(Wording.number(Double(opinion.persons))) people drawn, \(opinion.years) \
      \(opinion.years == 1 ? "year" : "years")): \(verdict).
      """
  }

  private func row(_ line: SecondOpinion.Line, _ opinion: SecondOpinion) -> [String] {
    let people =
      switch line.dimension {
      case "age": "age \(line.group), "
      case "poor": line.group == "true" ? "people who fall ill like the poor, " : "all others, "
      default: "all, "
      }
    let distance = line.distance.map { Wording.number($0, decimals: 2) } ?? ""
    return [
      context.placeName(opinion.place), "\(people)\(line.statistic)",
      Wording.number(line.expected / 1_000, decimals: 1),
      line.simulated.isKnown ? Wording.estimate(line.simulated.times(0.001), decimals: 1) : "too few",
      line.agrees == false ? "**\(distance)**" : distance,
    ]
  }
}
