import Analysis
import Rules
import Settlement
import Simulation

extension ReportContext {
  /// What every report ends with: what is assumed at each place, and how far that moves the report's figures.
  func ending(_ figures: MovedFigures, also lines: [String] = [], _ text: inout MarkdownText) {
    text.heading("What is assumed, and the money it touches")
    text.bullets(lines)
    for place in result.places {
      text.heading(place.place.english, level: 3)
      text.bullets(place.baseline == nil ? population(place) : assumptions(place))
    }
    sensitivities(figures, &text)
  }

  /// Who applies, who is recognised, and what that pays for care of the year before.
  private func recognition(_ place: RunResult.PlaceResult, _ reader: TallyReader, _ tally: SampleTally) -> String {
    let habits = place.place.recognition
    let holders = tally.groups.names.firstIndex { $0 == ("identity", "illnessImpoverishedPatient") }.map {
      "; \(Wording.estimate(reader.total(.persons, group: $0))) hold it at some time of the year, some from before it"
    }
    return
      """
      \(Wording.number(habits.applies * 100)) % of the households that meet the test apply, \
      \(Wording.number(habits.appliesWarned * 100)) % of those on the document's warning list, and \
      \(Wording.estimate(reader.total(.recognised))) people are recognised within the year\(holders ?? ""). \
      \(Wording.millions(reader.total(.late).times(0.01))) million yuan of the year's assistance is for their care of the \
      year before.
      """
  }

  /// What was assumed, with the money it touches.
  func assumptions(_ place: RunResult.PlaceResult) -> [String] {
    guard let baseline = place.baseline else { return [] }
    var lines: [String] = []
    let tally = baseline.tally
    let reader = TallyReader(tally, scale: place.scale)
    for (index, flag) in baseline.variant.plan.flags.enumerated()
    where tally.isTouched(flag: index) || flag.kind == .unquantified || flag.kind == .proxy {
      lines.append("\(flag.kind.rawValue) \(flag.id): \(flag.text.english). \(touched(reader.flag(index)))")
    }
    func insured(_ measure: BurdenMeasure) -> String { Wording.millions(reader.total(measure).times(0.01)) }
    lines.append(
      """
      insurance: \(baseline.variant.plan.book.insurance.source.summary). Before assistance basic insurance pays \
      \(insured(.basic)) million yuan a year, critical-illness insurance \(insured(.criticalIllness)).
      """
    )
    if let test = baseline.variant.plan.book.recognition, baseline.variant.plan.recognitionLine.fen > 0 {
      let line = baseline.variant.plan.recognitionLine.grouped
      lines.append(
        """
        recognition as illness-impoverished: income under \(line) yuan a head and year after own payments of more than \
        \(baseline.variant.plan.recognitionShare) of income (\(test.multiple.source.summary)); the allowance standard in it \
        is the rule file's, that of the impoverishment figures is the place's own. \(recognition(place, reader, tally))
        """
      )
    }
    return lines + population(place)
  }

  /// The money that rests on a flagged value; those of the document that touch nobody drawn are named too, because they
  /// would touch others.
  private func touched(_ sums: (count: Estimate, amount: Estimate)) -> String {
    guard sums.count.value > 0 else { return "It touches no payment to the people drawn: 0 yuan." }
    return
      """
      It touches \(Wording.estimate(sums.count)) episodes or subsidies and \
      \(Wording.millions(sums.amount.times(0.01))) million yuan a year.
      """
  }

  /// What a place's people rest on without a local figure: its file's own assumptions, and defaults for what it leaves
  /// out.
  func population(_ place: RunResult.PlaceResult) -> [String] {
    let weak = place.place.sources.filter(\.isAssumption)
    let defaults = weak.filter(\.isDefault).map(\.key), own = weak.filter { !$0.isDefault }.map(\.key)
    var lines: [String] = []
    if !own.isEmpty {
      lines.append(
        """
        population: assumed without a local figure: \
        \(own.prefix(12).joined(separator: ", "))\(own.count > 12 ? " and \(own.count - 12) more" : "").
        """
      )
    }
    if !defaults.isEmpty {
      lines.append(
        """
        population: left out of the place file and filled by defaults from the national profile: \
        \(defaults.joined(separator: ", ")).
        """
      )
    }
    return lines
  }
}
