import Analysis
import Input
import Rules
import Settlement
import Simulation

extension ReportContext {
  /// What every report ends with: what is assumed at each place, and how far that moves the report's figures.
  func ending(_ figures: MovedFigures, also lines: [Phrase] = [], _ text: inout MarkdownText) {
    text.heading(say(en: "What is assumed, and the money it touches", zh: "假定事项及所涉金额"))
    text.bullets(lines)
    for place in result.places {
      text.heading(place.place.name(in: language), level: 3)
      text.bullets(place.baseline == nil ? population(place) : assumptions(place))
    }
    sensitivities(figures, &text)
  }

  /// What was assumed, with the money it touches.
  func assumptions(_ place: RunResult.PlaceResult) -> [Phrase] {
    guard let baseline = place.baseline else { return [] }
    let tally = baseline.tally
    let reader = TallyReader(tally, scale: place.scale)
    var lines = flags(baseline, reader)
    lines.append(insurance(baseline.variant, reader))
    if let test = baseline.variant.plan.book.recognition, baseline.variant.plan.recognitionLine.fen > 0 {
      lines.append(recognition(test, baseline.variant.plan, recognised(place, reader, tally)))
    }
    return lines + population(place)
  }

  private func insurance(_ variant: Variant, _ reader: TallyReader) -> Phrase {
    let source = variant.plan.book.insurance.source
    func paid(_ measure: BurdenMeasure) -> Estimate { reader.total(measure).times(0.01) }
    return say(
      en: """
        insurance: \(source.summary). Before assistance basic insurance pays \
        \(wording.amount(paid(.basic))) a year, critical-illness insurance \(wording.sum(paid(.criticalIllness))).
        """,
      zh: """
        医保待遇：\(source.summary(in: .chinese))（说明见 `medaid rules show \(variant.jurisdiction)`）。救助之前，基本医保每年支付\(wording.amount(paid(.basic)))，\
        大病保险支付\(wording.amount(paid(.criticalIllness)))。
        """)
  }

  private func recognition(_ test: RuleBook.Recognition, _ plan: Plan, _ recognised: Phrase) -> Phrase {
    let line = plan.recognitionLine.grouped, share = plan.recognitionShare
    return say(
      en: """
        recognition as illness-impoverished: income under \(line) yuan a head and year after own payments of more than \
        \(share) of income (\(test.multiple.source.summary)); the allowance standard in it \
        is the rule file's, that of the impoverishment figures is the place's own. \(recognised)
        """,
      zh: """
        因病致贫重病患者认定：个人自付超过家庭收入的\(share.description.replacing(" ", with: ""))，且扣除后人均年收入低于\(line)元\
        （\(test.multiple.source.summary(in: .chinese))）；其中低保标准取自规则文件，致贫指标所用低保标准取自地区文件。\(recognised)
        """)
  }

  /// Who applies, who is recognised, and what that pays for care of the year before.
  private func recognised(_ place: RunResult.PlaceResult, _ reader: TallyReader, _ tally: SampleTally) -> Phrase {
    let habits = place.place.recognition
    let applies = Wording.number(habits.applies * 100), warned = Wording.number(habits.appliesWarned * 100)
    let found = wording.estimate(reader.total(.recognised)), late = reader.total(.late).times(0.01)
    let held = tally.groups.names.firstIndex { $0 == ("identity", "illnessImpoverishedPatient") }.map {
      let held = wording.estimate(reader.total(.persons, group: $0))
      return say(
        en: "; \(held) hold it at some time of the year, some from before it", zh: "，全年曾具有该身份者（含上年认定）\(held)人")
    }
    return say(
      en: """
        \(applies) % of the households that meet the test apply, \
        \(warned) % of those on the document's warning list, and \
        \(found) people are recognised within the year\(held?.text ?? ""). \
        \(wording.amount(late)) of the year's assistance is for their care of the \
        year before.
        """,
      zh: """
        符合条件的家庭有\(applies)%提出申请，列入预警名单的有\(warned)%提出申请；年内认定\(found)人\(held?.text ?? "")。\
        全年救助支出中有\(wording.amount(late))用于其上年费用。
        """)
  }

  /// What a place's people rest on without a local figure: its file's own assumptions, and defaults for what it leaves
  /// out.
  func population(_ place: RunResult.PlaceResult) -> [Phrase] {
    let weak = place.place.sources.filter(\.isAssumption)
    let defaults = weak.filter(\.isDefault).map(\.key), own = weak.filter { !$0.isDefault }.map(\.key)
    func keys(_ keys: some Sequence<String>) -> String { listed(keys.map(identifier)) }
    var lines: [Phrase] = []
    if !own.isEmpty {
      lines.append(
        say(
          en: """
            population: assumed without a local figure: \
            \(keys(own.prefix(12)))\(own.count > 12 ? " and \(own.count - 12) more" : "").
            """,
          zh: "人口：以下参数缺少本地数据，为假定值：\(keys(own.prefix(12)))\(own.count > 12 ? "等\(own.count)项" : "")。"))
    }
    if !defaults.isEmpty {
      lines.append(
        say(
          en: """
            population: left out of the place file and filled by defaults from the national profile: \
            \(keys(defaults)).
            """, zh: "人口：地区文件未填、以全国默认值补足的参数：\(keys(defaults))。"))
    }
    return lines
  }
}
